"""What people find of the machine's statements: kept as data, applied to the graph, and compared.

`review` the data; `review_log` where it is kept; `sayings` a statement with all around it; `applying` reviews
to what is about to be written; `acting` on the graph at once; `agreement` between people and the machine.
"""
