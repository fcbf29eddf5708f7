// What is the same counts once.
WITH s, who, '' AS unit
