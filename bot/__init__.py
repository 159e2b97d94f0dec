"""The conversation: fronts that people touch, what to say next, and the actions behind Rasa."""
