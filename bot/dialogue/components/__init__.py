"""What Signpost adds to the Rasa server: its understanding of messages, its quiet channel, its forgetful tracker.

Runs in the Rasa environment (Python 3.10) and imports nothing else of Signpost.
"""
