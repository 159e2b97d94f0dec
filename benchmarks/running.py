"""One tool's program at a time: start it, read what it prints, keep its figures."""

import json
import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.contenders import Contender

# One thread for everyone, no network, no telemetry.
_ALONE = {
    **dict.fromkeys(
        ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMEXPR_NUM_THREADS", "RAYON_NUM_THREADS"), "1"
    ),
    "TOKENIZERS_PARALLELISM": "false",
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "ANONYMIZED_TELEMETRY": "False",
    "HAYSTACK_TELEMETRY_ENABLED": "False",
    "PYTHONUNBUFFERED": "1",
    "PYTHONUTF8": "1",
}


class ToolFailed(Exception):
    """A tool's program did not do what it was asked; the message is its own last line."""


@dataclass(frozen=True, slots=True)
class Built:
    """An index was built: how many passages, in how many seconds, the model being loaded already."""

    passages: int
    seconds: float
    resident_mb: float


@dataclass(frozen=True, slots=True)
class Put:
    """A question as it is put to a program. `id` is the program's to hand back."""

    id: str
    question: str
    situation: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The ranking for one question, and how long the tool took inside its own process."""

    id: str
    ranking: tuple[str, ...]
    ms: float


@dataclass(frozen=True, slots=True)
class Session:
    """One fresh process over a built index. `cold_seconds`: from its start to its first answer, read here.

    `busy` is processor time over wall time while answering: above 1, a tool used more than one thread.
    """

    cold_seconds: float
    answers: tuple[Answer, ...]
    resident_mb: float
    peak_mb: float
    busy: float


class Runner:
    """Runs the programs of one checkout; what they say on standard error goes to one file a tool below `logs`."""

    def __init__(self, root: Path, logs: Path, more: Mapping[str, str]) -> None:
        self._root, self._logs = root, logs
        self._environ = {**os.environ, **_ALONE, **more}

    def build(self, tool: Contender, python: Path, corpus: Path, store: Path) -> Built:
        """Index `corpus` into the empty folder `store`. Raises ToolFailed."""
        rows = [row for _, row in self._run(tool, python, ["build", str(corpus), str(store)], "")]
        if len(rows) != 1:
            raise ToolFailed(f"{tool.title} printed {len(rows)} lines where one was expected.")
        return Built(int(rows[0]["passages"]), float(rows[0]["seconds"]), float(rows[0]["resident_mb"]))

    def answer(self, tool: Contender, python: Path, store: Path, questions: Sequence[Put]) -> Session:
        """Open the index in `store` and put the questions, at least one. Raises ToolFailed."""
        lines = "".join(
            json.dumps({"id": put.id, "question": put.question, "situation": put.situation}) + "\n" for put in questions
        )
        rows = list(self._run(tool, python, ["answer", str(store)], lines))
        answers = tuple(Answer(row["id"], tuple(row["ranking"]), float(row["ms"])) for _, row in rows[:-1])
        if [answer.id for answer in answers] != [put.id for put in questions]:
            raise ToolFailed(f"{tool.title} answered {len(answers)} of {len(questions)} questions.")
        last = rows[-1][1]
        return Session(
            cold_seconds=rows[0][0],
            answers=answers,
            resident_mb=float(last["resident_mb"]),
            peak_mb=float(last["peak_mb"]),
            busy=float(last["cpu_seconds"]) / max(float(last["wall_seconds"]), 1e-9),
        )

    def _run(
        self, tool: Contender, python: Path, words: list[str], given: str
    ) -> Iterator[tuple[float, dict[str, Any]]]:
        """Each line that the program prints, and the seconds since its start when it was read."""
        self._logs.mkdir(parents=True, exist_ok=True)
        log = self._logs / f"{tool.name}.log"
        asked = self._logs / f"{tool.name}.questions.jsonl"
        asked.write_text(given, encoding="utf-8")
        command = [str(python), "-m", f"benchmarks.peers.{tool.program}", *words]
        with asked.open("rb") as questions, log.open("wb") as errors:
            began = time.perf_counter()
            with subprocess.Popen(
                command, cwd=self._root, env=self._environ, stdin=questions, stdout=subprocess.PIPE, stderr=errors
            ) as process:
                assert process.stdout is not None
                try:
                    for line in process.stdout:
                        yield time.perf_counter() - began, json.loads(line)
                except BaseException:
                    process.kill()  # whoever stops the benchmark stops what it started, too
                    raise
        if process.returncode != 0:
            raise ToolFailed(_last_line(log) or f"ended with exit status {process.returncode}")


def _last_line(log: Path) -> str:
    lines = [line.strip() for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
    return lines[-1] if lines else ""
