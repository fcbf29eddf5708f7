// What is the same within the article from which it is read counts once.
WITH s, who, s.read_in AS unit
