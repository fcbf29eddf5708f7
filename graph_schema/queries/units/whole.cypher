// What is the same counts once.
WITH s, actor, name, '' AS unit
