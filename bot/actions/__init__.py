"""Rasa's actions, thin: the tracker in, a conversation asked, its Reply out.

`python -m bot.actions` serves them on loopback. What to say is decided in `bot.conversations`.
"""
