"""Fits the support check's weights on golden questions: two logistic functions, ridge-regularised, each weight of the sign
that its feature's meaning gives it.

The passage model learns from the first hits of each question whether a hit holds the expected words. The reading model
learns from whole questions, of the kinds that typed readings answer, whether the manual answers them. Each floor is set on
scores out of fold, where few enough of the unanswerable come through, and folded into the bias, so that 0.5 is the floor.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np
import numpy.typing as npt

from knowledge.answers import Kind, Shelf
from knowledge.answers.gate import turned_away
from knowledge.answers.kinds import kind_of
from knowledge.answers.support import Judge
from knowledge.answers.support.features import names
from knowledge.answers.support.readings import ReadingFeatures, reading_features
from knowledge.evaluation.golden import GoldenQuestion

Numbers = npt.NDArray[np.float64]

TYPED = (Kind.DISPUTE, Kind.CONTACT, Kind.LEVEL, Kind.SIGNS, Kind.QUESTIONS, Kind.NO_RESPONSE)
_AGAINST = ("unknown", "hinge")  # features that speak against an answer; all others speak for it
_HITS = 5  # of each question
_RIDGE = 3.0  # on standardised features
_FOLDS = 10
_MOST_FALSE = 0.04  # of the unanswerable, out of fold: under the target of 5 %, since the next manual is another one
_OTHER_HIT = 0.3  # weight of a hit that lacks the expected words: it may answer in words of its own
_LOWER_HIT = 0.5  # weight of an unanswerable question's later hits


@dataclass(frozen=True, slots=True)
class Sample:
    """Rows of features, shape (rows, features), what each should give, how much it counts, and its question's number."""

    features: Numbers
    right: Numbers
    counts: Numbers
    question: npt.NDArray[np.int64]
    answerable: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model: its bias with the floor folded in, weights by feature, and what it gives out of fold at the floor."""

    bias: float
    weights: dict[str, float]
    answered: float
    false: float


def calibrate(questions: Sequence[GoldenQuestion], shelf: Shelf) -> dict[str, Fit]:
    """Both models, by name. `questions` must be those kept for calibrating: never those that are reported on."""
    reading_names = tuple(ReadingFeatures.__dataclass_fields__)
    return {
        "passage": fit(passage_sample(questions, shelf), names()),
        "reading": fit(reading_sample(questions, shelf), reading_names),
    }


def passage_sample(questions: Sequence[GoldenQuestion], shelf: Shelf) -> Sample:
    """The first hits of each question that the passages must answer: all but those that a typed reading answers."""
    rows, right, counts, whose, answerable = [], [], [], [], []
    for number, question in enumerate(questions):
        kind = kind_of(question.text)
        if question.answerable and kind in TYPED:
            continue
        found = shelf.search(question.text, area=question.area, said=question.said, learning=kind is Kind.LEARNING)
        judge = Judge.of(question.text, kind, found, shelf)
        for rank, hit in enumerate(found.kept[:_HITS]):
            holds = any(words.casefold() in hit.passage.text.casefold() for words in question.expected.quotes)
            other = _OTHER_HIT if question.answerable else (_LOWER_HIT if rank else 1.0)
            rows.append(judge.features(hit).row())
            right.append(float(holds))
            counts.append(1.0 if holds else other)
            whose.append(number)
            answerable.append(question.answerable)
    return Sample(np.array(rows), np.array(right), np.array(counts), np.array(whose), np.array(answerable))


def reading_sample(questions: Sequence[GoldenQuestion], shelf: Shelf) -> Sample:
    """One row for each question of a kind that typed readings answer."""
    rows, right, whose = [], [], []
    for number, question in enumerate(questions):
        kind = kind_of(question.text)
        if kind in TYPED and not turned_away(question.text, kind):
            learning = kind in (Kind.SIGNS, Kind.QUESTIONS)
            found = shelf.search(question.text, area=question.area, said=question.said, learning=learning)
            text = " ".join((question.text, *question.said))
            rows.append(tuple(asdict(reading_features(text, kind, found, shelf)).values()))
            right.append(float(question.answerable))
            whose.append(number)
    labels = np.array(right)
    return Sample(np.array(rows), labels, np.ones(len(rows)), np.array(whose), labels > 0)


def fit(sample: Sample, feature_names: Sequence[str]) -> Fit:
    """Weights and floor of one model."""
    signs = np.array([-1.0 if name in _AGAINST else 1.0 for name in feature_names])
    floor, answered, false = _floor(sample, _out_of_fold(sample, signs))
    bias, weights = _logistic(sample.features, sample.right, sample.counts, signs)
    kept = {name: round(float(weight), 4) for name, weight in zip(feature_names, weights, strict=True) if weight}
    return Fit(round(bias - floor, 4), kept, answered, false)


def _logistic(features: Numbers, right: Numbers, counts: Numbers, signs: Numbers) -> tuple[float, Numbers]:
    """Ridge logistic regression by Newton's method; features whose weight comes out with the wrong sign are dropped."""
    kept = np.ones(features.shape[1], dtype=bool)
    while True:
        bias, weights = _newton(features[:, kept], right, counts)
        wrong = weights * signs[kept] < 0
        if not wrong.any():
            whole = np.zeros(features.shape[1])
            whole[kept] = weights
            return bias, whole
        kept[np.flatnonzero(kept)[wrong]] = False


def _newton(features: Numbers, right: Numbers, counts: Numbers) -> tuple[float, Numbers]:
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    design = np.column_stack([np.ones(len(features)), (features - mean) / spread])
    ridge = np.diag([1e-6, *[_RIDGE] * features.shape[1]])
    beta = np.zeros(design.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-design @ beta))
        gradient = design.T @ (counts * (right - chance)) - ridge @ beta
        curvature = (design * (counts * chance * (1 - chance))[:, None]).T @ design + ridge
        beta = beta + np.linalg.solve(curvature, gradient)
    weights = beta[1:] / spread
    return float(beta[0] - mean @ weights), weights


def _out_of_fold(sample: Sample, signs: Numbers) -> Numbers:
    """Each row's log-odds from a model that never saw its question; shape (rows,)."""
    order = {
        question: at for at, question in enumerate(np.random.default_rng(0).permutation(np.unique(sample.question)))
    }
    folds = np.array([order[question] % _FOLDS for question in sample.question])
    scores = np.zeros(len(folds))
    for fold in range(_FOLDS):
        seen, held = folds != fold, folds == fold
        bias, weights = _logistic(sample.features[seen], sample.right[seen], sample.counts[seen], signs)
        scores[held] = bias + sample.features[held] @ weights
    return scores


def _floor(sample: Sample, scores: Numbers) -> tuple[float, float, float]:
    """The log-odds from which a question is answered, and the parts of answerable and unanswerable ones from there on."""
    best = {question: scores[sample.question == question].max() for question in np.unique(sample.question)}
    answerable = {question: bool(sample.answerable[sample.question == question][0]) for question in best}
    right = np.array([score for question, score in best.items() if answerable[question]])
    false = np.sort([score for question, score in best.items() if not answerable[question]])[::-1]
    allowed = int(_MOST_FALSE * len(false))
    highest = false[allowed]
    above = right[right > highest]
    floor = float((highest + above.min()) / 2) if len(above) else float(highest)
    return floor, float((right >= floor).mean()), float((false >= floor).mean())
