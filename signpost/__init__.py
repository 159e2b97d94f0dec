"""The `signpost` command: it wires the rooms together and sets the machine up."""
