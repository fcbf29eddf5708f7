"""A made-up world that talks a lot: as many statements as wanted, the same ones for the same seed."""
