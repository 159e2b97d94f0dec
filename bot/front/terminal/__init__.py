"""A conversation in a terminal, and one in JSON lines for programs."""
