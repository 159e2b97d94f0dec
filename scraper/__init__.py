"""How manuals come in: sources, fetching, parsing, comparing, building and publishing."""
