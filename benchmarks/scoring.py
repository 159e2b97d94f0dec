"""What the programs printed, into figures: quality per setting, speed per tool, each beside Signpost's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from benchmarks.contenders import Contender, Kind
from benchmarks.running import Built, Session
from knowledge.evaluation import GradedQuestion, Measures, measure, ndcg_at, recall_at

QUALITY = ("hit@1", "hit@5", "recall@10", "MRR@10", "nDCG@10")
COMPARED = ("hit@1", "nDCG@10")  # columns whose difference to Signpost is given with its limits
RESAMPLES = 2000
_DEPTH = 10
_CHOSEN = 20260512  # the bootstrap's seed: the same answers give the same interval


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference of means, and the limits between which the middle 95 % of resamples lie."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Quality:
    """How well one tool found the right documents, by column, 0 to 1.

    `beside` is, for hit@1 and nDCG@10, its mean less Signpost's on the same questions, with the limits of a paired
    bootstrap's middle 95 % (2,000 resamples of the different questions): where 0 lies between them, these questions do not tell the two apart.
    Empty for Signpost itself.
    """

    columns: Mapping[str, float]
    beside: Mapping[str, Difference]


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast one tool is and what it takes.

    `p50`, `p95`: milliseconds a question by setting, the first question of each process left out (it is the cold
    start's). `slower`: median over rounds of the tool's p50 to Signpost's in the same round and setting.
    `cold_seconds`: median from a fresh process's start to its first answer. `rate`: passages a second, median of the
    builds. `resident_mb` after answering. `busy`: processor seconds to wall seconds.
    """

    p50: Mapping[str, float]
    p95: Mapping[str, float]
    slower: Mapping[str, float]
    cold_seconds: float
    resident_mb: float
    peak_mb: float
    rate: float
    busy: float


@dataclass(frozen=True, slots=True)
class Aim:
    """One aim, whether it was met, and the figures that say so."""

    aim: str
    met: bool
    figures: str


Rankings = Mapping[str, Sequence[str]]  # question id to ranked document ids


def qualities(questions: Sequence[GradedQuestion], found: Mapping[str, Rankings], ours: str) -> dict[str, Quality]:
    """Quality of each tool (by name) over the questions; a question without a ranking counts as missed.

    Questions of the same words are resampled together: with several situations or none, they stand or fall together.
    """
    gains = {name: {column: _gains(questions, one, column) for column in COMPARED} for name, one in found.items()}
    words = [question.text for question in questions]
    return {
        name: Quality(
            _columns(measure([(list(rankings.get(one.id, ())), one.grades) for one in questions])),
            {}
            if name == ours
            else {column: paired_difference(gains[name][column], gains[ours][column], words) for column in COMPARED},
        )
        for name, rankings in found.items()
    }


def different(questions: Sequence[GradedQuestion]) -> tuple[GradedQuestion, ...]:
    """The first of the questions that have the same words and the same right documents."""
    first: dict[tuple[str, frozenset[str]], GradedQuestion] = {}
    for question in questions:
        first.setdefault((question.text, frozenset(question.grades)), question)
    return tuple(first.values())


def paired_difference(one: Sequence[float], other: Sequence[float], groups: Sequence[str]) -> Difference:
    """Mean of `one` less mean of `other`, question by question; whole groups are resampled.

    The same answers give the same limits.
    """
    differences = np.subtract(one, other)
    if not len(differences):
        return Difference(0.0, 0.0, 0.0)
    _, places = np.unique(np.asarray(groups), return_inverse=True)
    sums, sizes = np.bincount(places, weights=differences), np.bincount(places)
    drawn = np.random.default_rng(_CHOSEN).integers(len(sums), size=(RESAMPLES, len(sums)))
    low, high = np.percentile(sums[drawn].sum(axis=1) / sizes[drawn].sum(axis=1), [2.5, 97.5])
    return Difference(float(differences.mean()), float(low), float(high))


def speed(
    built: Sequence[Built],
    rounds: Sequence[Mapping[str, Session]],
    ours: Sequence[Mapping[str, Session]],
) -> Speed:
    """Speed of one tool from its builds and its sessions (by setting, a mapping a round), beside Signpost's rounds."""
    sessions = [session for one in rounds for session in one.values()]
    settings = list(rounds[0])
    times = {setting: [ms for one in rounds for ms in _warm(one[setting])] for setting in settings}
    return Speed(
        p50={setting: percentile(times[setting], 50) for setting in settings},
        p95={setting: percentile(times[setting], 95) for setting in settings},
        slower={
            setting: median(
                percentile(_warm(one[setting]), 50) / percentile(_warm(own[setting]), 50)
                for one, own in zip(rounds, ours, strict=True)
            )
            for setting in settings
        },
        cold_seconds=median(session.cold_seconds for session in sessions),
        resident_mb=median(session.resident_mb for session in sessions),
        peak_mb=max(session.peak_mb for session in sessions),
        rate=median(one.passages / one.seconds for one in built),
        busy=median(session.busy for session in sessions),
    )


def percentile(values: Sequence[float], percent: int) -> float:
    """The nearest-rank percentile: a value that was measured, not one between two."""
    ordered = sorted(values)
    return ordered[max(0, -(-percent * len(ordered) // 100) - 1)]


def aims(
    tools: Sequence[Contender],
    quality: Mapping[str, Mapping[str, Quality]],
    speeds: Mapping[str, Speed],
    passages: int,
) -> tuple[Aim, ...]:
    """The aims that Signpost's retriever was given, each met or missed."""
    ours, others = tools[0], [tool for tool in tools[1:] if tool.name in speeds]
    found = []
    for setting, of_tool in quality.items():
        for column in QUALITY:
            best = max(others, key=lambda tool: of_tool[tool.name].columns[column], default=None)
            if best is not None:
                own, theirs = of_tool[ours.name].columns[column], of_tool[best.name].columns[column]
                figures = f"{own:.3f}; best other {theirs:.3f}, {best.title}{_apart(of_tool[best.name], column)}"
                found.append(Aim(f"first on {column}, {setting}", own >= theirs, figures))
    for tool in others:
        if tool.kind is Kind.HYBRID:
            least = min(speeds[tool.name].slower.values())
            found.append(Aim(f"3 times as fast as {tool.title}", least >= 3, f"{least:.1f} times"))
    own_speed = speeds[ours.name]
    slowest = max(own_speed.p95.values())
    found.append(Aim("p95 of a question at most 15 ms", slowest <= 15, f"{slowest:.1f} ms at {passages} passages"))
    cold = own_speed.cold_seconds
    found.append(Aim("cold start at most 2 s", cold <= 2, f"{cold:.1f} s"))
    return tuple(found)


def _apart(theirs: Quality, column: str) -> str:
    """A remark where the questions do not tell a tool from Signpost in a column."""
    beside = theirs.beside.get(column)
    return " (not told apart by these questions)" if beside and beside.low <= 0 <= beside.high else ""


def _warm(session: Session) -> list[float]:
    """Times of all questions but the first; of that one where it is the only one."""
    return [answer.ms for answer in session.answers[1:] or session.answers]


def _columns(measures: Measures) -> dict[str, float]:
    values = (measures.hit[1], measures.hit[5], measures.recall[_DEPTH], measures.mrr, measures.ndcg)
    return dict(zip(QUALITY, values, strict=True))


def _gains(questions: Sequence[GradedQuestion], rankings: Rankings, column: str) -> list[float]:
    depth = int(column.partition("@")[2])
    ranked = [(list(rankings.get(one.id, ())), one.grades) for one in questions]
    if column.startswith("nDCG"):
        return [ndcg_at(ranking, grades, depth) for ranking, grades in ranked]
    return [float(recall_at(ranking, grades, depth) > 0) for ranking, grades in ranked]
