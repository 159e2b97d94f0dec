"""The set-up: from a bare machine to a conversation.

Runs before anything is installed, so it imports the standard library only. `run.sh` finds a Python that
can run it; `plan` lists the steps for each goal; `steps` carries them out, one stamp a step, so that a
second run does nothing and a run that failed goes on where it stopped.
"""
