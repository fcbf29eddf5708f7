// Doing one of these acts.
// $act: list[str]
s.act IN $act
