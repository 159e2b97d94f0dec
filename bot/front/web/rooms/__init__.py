"""The rooms of the web front, each a family of addresses: the talk, the reflection, the entrance."""
