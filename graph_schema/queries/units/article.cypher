// What is the same within the article from which it is read counts once.
WITH s, actor, name, s.read_in AS unit
