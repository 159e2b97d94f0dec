"""`python -m benchmarks.whole_path`: from a message to its reply through counter, Rasa and actions, and where the time goes.

Indexes the demonstration in a folder that is thrown away, starts the real Rasa and the real actions, and puts the golden
questions to the counter as a front would: one person alone, then many conversations at once. Processor time is read for
each process, since wall time on a shared machine says little: it is what a message costs, whoever else is busy.
"""

import argparse
import asyncio
import os
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.scoring import percentile
from benchmarks.tables import table
from bot.front.counter import Counter
from bot.front.last_known import FILE, LastKnownFile
from bot.front.messages import Message
from bot.front.privacy_guard import guard
from bot.front.rasa import Understanding
from bot.front.senders import kept_senders
from bot.front.standing_by import refresh_quietly
from bot.front.wiring import counter_over
from bot.journal import Threads, open_journal
from bot.processes import Places, Running, start, train
from bot.replies import Outcome
from knowledge.encoder import Form
from knowledge.encoder.onnx_form import OnnxEncoder
from knowledge.evaluation import GoldenQuestion, read_golden
from scraper.reindex import publish, reindex
from signpost import demonstration

_ROOT = Path(__file__).resolve().parents[1]
_DATA = _ROOT / "training_data"
_PATIENCE = 30.0  # seconds for one answer: here every answer is waited for, so that none is missing from the figures
_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Spent:
    """Processor seconds that each process has used."""

    front: float
    rasa: float
    actions: float

    def since(self, before: "Spent") -> "Spent":
        """What was used between two moments."""
        return Spent(self.front - before.front, self.rasa - before.rasa, self.actions - before.actions)


@dataclass(frozen=True, slots=True)
class Load:
    """A load that was put on: how many chats at once, milliseconds of each answer, seconds in all, what it took."""

    chats: int
    milliseconds: tuple[float, ...]
    seconds: float
    spent: Spent
    unanswered: int


async def put(counter: Counter, questions: Sequence[GoldenQuestion], chats: int, running: Running) -> Load:
    """Put every question once, spread over so many conversations at once."""
    waiting = list(enumerate(questions))
    taken: list[float] = []
    unanswered = 0

    async def person(number: int) -> None:
        nonlocal unanswered
        while waiting:
            _, question = waiting.pop(0)
            asked = time.perf_counter()
            served = await counter.serve(Message("measured", f"{chats}-{number}", question.text, question.area))
            taken.append((time.perf_counter() - asked) * 1000)
            unanswered += served.reply.outcome is Outcome.UNAVAILABLE

    before, began = spent(running), time.perf_counter()
    await asyncio.gather(*(person(number) for number in range(chats)))
    seconds = time.perf_counter() - began
    return Load(chats, tuple(taken), seconds, spent(running).since(before), unanswered)


def spent(running: Running) -> Spent:
    """Processor time up to now: this process is the front, the servers' are read from /proc."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    rasa, actions = (_processor_seconds(server.pid or 0) for server in running.servers)
    return Spent(own.ru_utime + own.ru_stime, rasa, actions)


def _processor_seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:  # no such folder where the system is not Linux
        return float("nan")
    return (int(fields[11]) + int(fields[12])) / _TICK


def figures(loads: Sequence[Load]) -> str:
    """Wall times and processor time a message, by load."""
    rows = []
    for load in loads:
        count = len(load.milliseconds)
        each = (1000 * part / count for part in (load.spent.front, load.spent.rasa, load.spent.actions))
        rows.append(
            [
                f"{load.chats} at once",
                str(count),
                f"{percentile(load.milliseconds, 50):.0f}",
                f"{percentile(load.milliseconds, 95):.0f}",
                f"{count / load.seconds:.1f}",
                *(f"{part:.1f}" for part in each),
                str(load.unanswered),
            ]
        )
    headings = ["Chats", "messages", "p50 ms", "p95 ms", "messages/s", "front", "Rasa", "actions", "unanswered"]
    return f"{table(headings, rows)}\nfront, Rasa, actions: milliseconds of processor time a message"


def _indexed(home: Path, encoder: Path) -> None:
    named = demonstration.sources(_DATA / "manual")
    full = OnnxEncoder(encoder, Form.FP32)
    publish(home, reindex(home, named, full, lambda: datetime.now(UTC), lambda _: None).generation)


async def _measure(home: Path, running: Running, questions: Sequence[GoldenQuestion], chats: int) -> list[Load]:
    refresh_quietly(home, (), lambda: datetime.now(UTC))
    known, journal = LastKnownFile(home / FILE), open_journal(f"sqlite:///{home / 'journal.sqlite'}")
    async with Understanding(running.rasa, budget=_PATIENCE) as understanding:
        counter = counter_over(
            understanding,
            journal,
            senders=kept_senders(home / "sender.key"),
            last_known=known,
            clock=lambda: datetime.now(UTC),
            screen=guard(known),
            threads=Threads(running.tracker),
            answer_within=_PATIENCE,
        )
        await put(counter, questions[:20], 1, running)  # everything is loaded and warm
        loads = [await put(counter, questions, one, running) for one in (1, chats)]
    journal.close()
    return loads


def main(words: Sequence[str]) -> int:
    """Measure and print. Returns the exit status."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.whole_path", description=__doc__)
    arguments.add_argument("--chats", type=int, default=24, help="conversations at once (24)", metavar="N")
    arguments.add_argument("--passes", type=int, default=2, help="times each question is put (2)", metavar="N")
    given = arguments.parse_args(words)
    questions = read_golden(_DATA / "questions" / "report.jsonl") * given.passes
    encoder = _ROOT / "var" / "encoder"
    model = train(Places(_ROOT / "var", encoder), print)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _indexed(home, encoder)
        places = replace(Places(_ROOT / "var", encoder), home=home)
        with start(places, model, tracker=home / "tracker.sqlite") as running:
            loads = asyncio.run(_measure(home, running, questions, given.chats))
    print(figures(loads))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
