// Of one of these stances.
// $stance: list[int]
s.stance IN $stance
