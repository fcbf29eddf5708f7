// Each statement counts.
WITH s, actor, name, s.id AS unit
