// Reported in one of these ways.
// $kind: list[str]
s.kind IN $kind
