"""How well the trained model understands: macro F1 and confusions over messages that were written apart."""

import json
import subprocess
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.processes.places import Places
from knowledge.errors import ProceduresError

FALLBACK = "nlu_fallback"


class MeasureFailed(ProceduresError):
    """The messages could not be read or classified: the message says why."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A message, and the intent that the person who wrote it meant."""

    text: str
    intent: str


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of it: the intent, how sure (0 to 1), and what it names, as (kind, value)."""

    meant: Meant
    intent: str
    confidence: float
    entities: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """One intent's precision, recall and F1, and how many messages meant it."""

    intent: str
    precision: float
    recall: float
    f1: float
    messages: int


@dataclass(frozen=True, slots=True)
class Measured:
    """All messages with what was understood. An unsure message counts as missed, never as right."""

    understood: tuple[Understood, ...]

    def scores(self) -> tuple[Score, ...]:
        """A score for each intent that was meant, by name."""
        return tuple(self._score(intent) for intent in sorted({one.meant.intent for one in self.understood}))

    def macro_f1(self) -> float:
        """The mean of the intents' F1, each intent counting alike."""
        scores = self.scores()
        return sum(score.f1 for score in scores) / len(scores)

    def unsure(self) -> float:
        """The share of messages that go to the manual because their intent was not sure."""
        return sum(one.intent == FALLBACK for one in self.understood) / len(self.understood)

    def wrong(self) -> float:
        """The share of messages that were taken for something else."""
        return sum(one.intent not in (FALLBACK, one.meant.intent) for one in self.understood) / len(self.understood)

    def confusions(self) -> tuple[tuple[str, str, int], ...]:
        """(meant, understood, how often), the most frequent first; right ones left out."""
        pairs = Counter((one.meant.intent, one.intent) for one in self.understood if one.intent != one.meant.intent)
        return tuple(
            (meant, taken, count)
            for (meant, taken), count in sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))
        )

    def matrix(self) -> dict[str, dict[str, int]]:
        """Counts by the intent meant and the intent understood; zeros left out."""
        rows: dict[str, Counter[str]] = {}
        for one in self.understood:
            rows.setdefault(one.meant.intent, Counter())[one.intent] += 1
        return {meant: dict(row) for meant, row in sorted(rows.items())}

    def grid(self) -> str:
        """The whole confusion matrix, tab-separated: a row for each intent meant, a column for each understood."""
        rows = self.matrix()
        taken = sorted({intent for row in rows.values() for intent in row} | set(rows))
        lines = ["\t".join(("meant", *taken))]
        lines += ["\t".join((meant, *(str(row.get(intent, 0)) for intent in taken))) for meant, row in rows.items()]
        return "\n".join([*lines, f"macro F1 {self.macro_f1():.3f}"])

    def report(self) -> str:
        """All of it, for people: a line an intent, with what it was taken for."""
        rows = self.matrix()
        lines = [f"{'intent':22} {'n':>3} {'prec':>5} {'rec':>5} {'F1':>5}  taken for"]
        for score in self.scores():
            others = sorted(
                ((taken, count) for taken, count in rows[score.intent].items() if taken != score.intent),
                key=lambda pair: -pair[1],
            )
            taken_for = ", ".join(f"{taken} {count}" for taken, count in others)
            lines.append(
                f"{score.intent:22} {score.messages:3} {score.precision:5.2f} {score.recall:5.2f} {score.f1:5.2f}  {taken_for}"
            )
        lines.append(
            f"\n{len(self.understood)} messages, {len(self.scores())} intents: macro F1 {self.macro_f1():.3f}; "
            f"unsure, to the manual: {self.unsure():.1%}; taken for something else: {self.wrong():.1%}"
        )
        return "\n".join(lines)

    def _score(self, intent: str) -> Score:
        right = sum(one.intent == intent == one.meant.intent for one in self.understood)
        taken = sum(one.intent == intent for one in self.understood)
        meant = sum(one.meant.intent == intent for one in self.understood)
        precision, recall = (right / taken if taken else 0.0), right / meant
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        return Score(intent, precision, recall, f1, meant)


def read_messages(file: Path) -> tuple[Meant, ...]:
    """Messages from JSON lines of {"intent", "text"}. Raises MeasureFailed, naming the line."""
    messages: list[Meant] = []
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise MeasureFailed(f"The messages at {file} cannot be read: {error.strerror}.") from error
    for number, line in enumerate(lines, 1):
        try:
            told = json.loads(line)
            messages.append(Meant(str(told["text"]), str(told["intent"])))
        except (ValueError, KeyError, TypeError) as error:
            raise MeasureFailed(f'Line {number} of {file} is not {{"intent": "...", "text": "..."}}.') from error
    if not messages:
        raise MeasureFailed(f"There are no messages in {file}.")
    return tuple(messages)


def measure(places: Places, model: Path, messages: Sequence[Meant]) -> Measured:
    """What the model understands of the messages (about 12 seconds, most of it Rasa's start). Raises MeasureFailed."""
    ran = subprocess.run(
        [str(places.rasa_python), "-m", "components.classify", str(model)],
        cwd=places.dialogue,
        env=places.rasa_environment(),
        input="".join(json.dumps(one.text) + "\n" for one in messages),
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        last = "\n".join(ran.stderr.splitlines()[-5:])
        raise MeasureFailed(f"The model {model.name} could not be asked. It said:\n{last}")
    answers = [json.loads(line) for line in ran.stdout.splitlines() if line.startswith("{")]
    return Measured(
        tuple(
            Understood(
                meant,
                answer["intent"],
                answer["confidence"],
                tuple((kind, value) for kind, value in answer["entities"]),
            )
            for meant, answer in zip(messages, answers, strict=True)
        )
    )
