"""The tools that are compared, each as one small program over `protocol`.

They are run by Python environments that hold nothing of Signpost's, so nothing here but `signpost_search`
imports any of its rooms, and `protocol` imports the standard library alone.
"""
