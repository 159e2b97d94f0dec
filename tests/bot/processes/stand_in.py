"""An action server whose conversations say back what they were given: the real actions, no manuals.

`python tests/bot/processes/stand_in.py --host H --port N`. A message "please fail" makes the conversation raise, and
"please hang" makes it wait for ten seconds.
"""

import argparse
import json
import time
from dataclasses import replace
from datetime import UTC, datetime

from bot.actions import leash
from bot.actions.server import serve
from bot.conversations import StageAnswers, Thread, Turn
from bot.replies import Outcome, Reply


class Echo:
    """Answers with the turn itself as JSON, and counts turns in the thread's `stage`."""

    def answer(self, turn: Turn) -> tuple[Reply, Thread]:
        """The turn, said back."""
        if turn.text == "please fail":
            raise RuntimeError("canary-in-an-error")
        if turn.text == "please hang":
            time.sleep(10)
        thread = (
            Thread()
            if turn.intent == "restart"
            else replace(
                turn.thread, stage=str(int(turn.thread.stage or 0) + 1), said=(*turn.thread.said, turn.text)[-3:]
            )
        )
        seen = {
            "text": turn.text,
            "intent": turn.intent,
            "confidence": turn.confidence,
            "area": turn.area,
            "role": turn.role,
            "now": turn.now.isoformat(),
            "entities": {kind: list(found) for kind, found in turn.entities.items()},
            "before": list(turn.thread.said),
            "count": thread.stage,
            "explain": turn.explain,
        }
        return Reply(Outcome.ANSWERED, json.dumps(seen), area=turn.area), thread

    def find_stage(self, turn: Turn, answers: StageAnswers) -> tuple[Reply, Thread]:
        """The answers, said back."""
        seen = {
            "what_happened": answers.what_happened,
            "which_agency": answers.which_agency,
            "what_was_tried": answers.what_was_tried,
            "danger_now": answers.danger_now,
        }
        return Reply(Outcome.ANSWERED, json.dumps(seen), area=turn.area), turn.thread


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    told = parser.parse_args()
    leash.hold()
    serve(Echo(), lambda: datetime.now(UTC), host=told.host, port=told.port)
