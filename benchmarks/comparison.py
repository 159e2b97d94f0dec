"""The whole comparison: build each index, put every question in rounds whose order turns, and reckon up.

Every question is put once in each setting: a round takes every n-th of them, so that more rounds spread the same work
more finely over the time that a noisy machine takes, and each round starts every tool afresh.
"""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.contenders import Contender
from benchmarks.running import Built, Put, Runner, Session, ToolFailed
from benchmarks.scoring import Aim, Quality, Speed, aims, different, qualities, speed
from knowledge.evaluation import Benchmark, GradedQuestion

ALONE, SITUATED = "question", "question and situation"
ONCE = "question, each counted once"  # where many questions have the same words, one lucky answer counts many times
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures of one run. `tools` are those measured, Signpost first."""

    tools: tuple[Contender, ...]
    quality: Mapping[str, Mapping[str, Quality]]
    speeds: Mapping[str, Speed]
    aims: tuple[Aim, ...]
    left_out: Mapping[str, str]

    def as_data(self) -> dict[str, object]:
        """The figures as JSON may hold them."""
        return {
            "tools": [asdict(tool) for tool in self.tools],
            "quality": {
                setting: {name: asdict(one) for name, one in found.items()} for setting, found in self.quality.items()
            },
            "speed": {name: asdict(one) for name, one in self.speeds.items()},
            "aims": [asdict(aim) for aim in self.aims],
            "left_out": dict(self.left_out),
        }


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure: a folder of questions, how many rounds of asking, how many builds of each index."""

    folder: Path
    benchmark: Benchmark
    rounds: int
    builds: int


def settings_of(benchmark: Benchmark) -> tuple[str, ...]:
    """The settings that make sense for a folder: with the situation only where a question has one."""
    return (ALONE, SITUATED) if any(one.scenario for one in benchmark.questions) else (ALONE,)


def compare(plan: Plan, tools: Mapping[Contender, Path], runner: Runner, work: Path, tell: Tell) -> Comparison:
    """Measure the tools, each with the Python that runs it, Signpost first; indexes are kept below `work`.

    A tool that fails is left out with its reason and the rest go on. Raises ToolFailed where Signpost itself fails.
    """
    course = _Course(plan, tools, runner, work, tell)
    for number in range(plan.builds):
        course.each(number, course.build)
    for number in range(plan.rounds):
        course.each(number, course.ask)
    return course.reckon()


class _Course:
    """One run: what was measured so far, and which tools could not be measured and why."""

    def __init__(self, plan: Plan, pythons: Mapping[Contender, Path], runner: Runner, work: Path, tell: Tell) -> None:
        self._plan, self._pythons, self._runner, self._work, self._tell = plan, pythons, runner, work, tell
        self._built: dict[str, list[Built]] = {tool.name: [] for tool in pythons}
        self._rounds: dict[str, list[dict[str, Session]]] = {tool.name: [] for tool in pythons}
        self._left_out: dict[str, str] = {}

    def each(self, number: int, step: Callable[[Contender, int], None]) -> None:
        """Do one step with every tool that still goes, beginning one tool further on each round."""
        for tool in turned(list(self._pythons), number):
            if tool.name in self._left_out:
                continue
            try:
                step(tool, number)
            except ToolFailed as failure:
                if tool.is_ours:
                    raise
                self._left_out[tool.name] = f"failed: {failure}"

    def build(self, tool: Contender, _number: int) -> None:
        """Index the corpus afresh."""
        store = self._work / tool.name
        shutil.rmtree(store, ignore_errors=True)
        store.mkdir(parents=True)
        built = self._runner.build(tool, self._pythons[tool], self._plan.folder / "corpus.jsonl", store)
        self._built[tool.name].append(built)
        self._tell(f"  {tool.title}: {built.passages:,} passages indexed in {built.seconds:.1f} s")

    def ask(self, tool: Contender, number: int) -> None:
        """Put a round's questions in each setting, to a fresh process each time."""
        questions = part(self._plan.benchmark.questions, number, self._plan.rounds)
        sessions = {}
        for setting in settings_of(self._plan.benchmark):
            puts = [Put(one.id, one.text, one.scenario if setting == SITUATED else "") for one in questions]
            sessions[setting] = self._runner.answer(tool, self._pythons[tool], self._work / tool.name, puts)
        self._rounds[tool.name].append(sessions)
        self._tell(f"  round {number + 1} of {self._plan.rounds}, {tool.title}: {len(questions)} questions")

    def reckon(self) -> Comparison:
        """The figures of the tools that went all the way."""
        tools = tuple(tool for tool in self._pythons if tool.name not in self._left_out)
        ours, benchmark = tools[0].name, self._plan.benchmark
        quality = {
            setting: qualities(benchmark.questions, {tool.name: self._found(tool, setting) for tool in tools}, ours)
            for setting in settings_of(benchmark)
        }
        once = different(benchmark.questions)
        if len(once) < len(benchmark.questions):
            quality[ONCE] = qualities(once, {tool.name: self._found(tool, ALONE) for tool in tools}, ours)
        speeds = {
            tool.name: speed(self._built[tool.name], self._rounds[tool.name], self._rounds[ours]) for tool in tools
        }
        met = aims(tools, quality, speeds, len(benchmark.documents))
        return Comparison(tools, quality, speeds, met, self._left_out)

    def _found(self, tool: Contender, setting: str) -> dict[str, Sequence[str]]:
        sessions = [one[setting] for one in self._rounds[tool.name]]
        return {answer.id: answer.ranking for session in sessions for answer in session.answers}


def part(questions: Sequence[GradedQuestion], number: int, of: int) -> Sequence[GradedQuestion]:
    """The questions of one round: every `of`-th, beginning with the `number`-th."""
    return questions[number::of]


def turned(tools: Sequence[Contender], number: int) -> Sequence[Contender]:
    """The tools in an order that begins one further on each round."""
    start = number % len(tools)
    return (*tools[start:], *tools[:start])
