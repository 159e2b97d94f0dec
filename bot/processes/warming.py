"""The first questions, asked by nobody: what is read, compiled or opened at first use is ready before a person asks.

Without it the first person waited seconds on a busy machine, got the safe card instead of an answer, and had a thread that
knew nothing of their question.
"""

import json
import secrets
import time
import urllib.error
import urllib.request

_QUESTIONS = (
    "my referral was turned down, what do I do next",
    "who do I call",
    "what are the warning signs",
    "which level of need is this",
)


def warm(rasa: str, until: float) -> None:
    """Ask the Rasa server at this address a question of each kind, in a thread of their own that holds nobody's words.

    `until` is a time.monotonic() moment. A question that fails is let go: people's own will fare no worse.
    """
    thread = f"warming-{secrets.token_hex(4)}"
    for question in _QUESTIONS:
        left = until - time.monotonic()
        if left <= 0:
            return
        told = json.dumps({"sender": thread, "message": question}).encode()
        asked = urllib.request.Request(  # noqa: S310  # the address is that of the server just started
            f"{rasa}/webhooks/rest/webhook", told, {"Content-Type": "application/json"}
        )
        try:
            with urllib.request.urlopen(asked, timeout=left) as answer:  # noqa: S310  # as above
                answer.read()
        except (urllib.error.URLError, OSError):
            continue
