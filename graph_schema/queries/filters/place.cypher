// Between two places in the list, which are days, or the end of the page before.
// $after: str
// $before: str
s.place > $after AND s.place < $before
