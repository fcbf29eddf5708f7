// Each statement counts.
WITH s, who, s.id AS unit
