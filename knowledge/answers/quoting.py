"""Which sentences of a passage to show for a question: the nearest ones, in printed order, a list or a short passage whole."""

import re

from knowledge.answers.outcomes import CitedStep
from knowledge.answers.sentences import directs, force, whole_steps
from knowledge.answers.shelf import Shelf, cite
from knowledge.answers.support import Judge, Wanted, embedded, holds, units
from knowledge.manual import Citation, Passage

_SHORT = 420  # characters; a passage as short as this is quoted whole
_LONGEST_LIST = 1800  # characters; a longer list is quoted by its nearest items
_MOST_NEAR = 3
_MOST_STEPS = 7
_IN_A_LIST = 3  # lines without a full stop make a passage a list
_ENDS = re.compile(r"[.!?:][\"'”’)\]]*$")


def nearest(passage: Passage, judge: Judge, shelf: Shelf, limit: int = _MOST_NEAR) -> tuple[str, ...]:
    """The units that answer best, in printed order: those that hold the kind of thing asked for come before the others."""
    question = embedded(judge.found.query.text, shelf)
    every = units(passage)
    headings = " ".join((passage.chapter, *passage.path))

    def nearness(unit: str) -> float:
        return judge.covers(unit, beside=headings) + float(question @ embedded(unit, shelf))

    fitting = [unit for unit in every if holds(judge.thing, unit)] or list(every)
    best = sorted(fitting, key=lambda unit: -nearness(unit))[:limit]
    close = [unit for unit in best if nearness(unit) >= 0.6 * nearness(best[0])]
    return tuple(unit for unit in every if unit in close)


def quotes(passage: Passage, judge: Judge, shelf: Shelf) -> tuple[Citation, ...]:
    """What to quote of a passage: all of it where it is short or a list, else its nearest sentences or table rows."""
    if _quoted_whole(passage):
        return (cite(passage, passage.text),)
    chosen = nearest(passage, judge, shelf)
    headed = (*_table_head(passage, chosen), *chosen)
    return tuple(cite(passage, unit) for unit in dict.fromkeys(headed))


def steps(passage: Passage, judge: Judge, shelf: Shelf) -> tuple[CitedStep, ...]:
    """What a passage tells people to do, in printed order; where there is too much of it, the nearest of it."""
    directing = list(dict.fromkeys(whole_steps(passage.text)))
    if len(directing) > _MOST_STEPS:
        question = embedded(judge.found.query.text, shelf)
        kept = sorted(directing, key=lambda one: -judge.covers(one) - float(question @ embedded(one, shelf)))[
            :_MOST_STEPS
        ]
        directing = [step for step in directing if step in kept]
    return tuple(CitedStep(step, force(step), cite(passage, step)) for step in directing)


def wants_steps(judge: Judge) -> bool:
    """Whether a question asks what to do, rather than for one fact."""
    return judge.thing in (Wanted.ANY, Wanted.ACTION, Wanted.RULING)


def is_list(passage: Passage) -> bool:
    """Whether a passage is a list of short things rather than sentences that direct."""
    lines = [line for line in passage.text.split("\n") if " | " not in line]
    bare = [line for line in lines if not _ENDS.search(line) and not directs(line)]
    questions = [line for line in lines if line.endswith("?")]
    return max(len(bare), len(questions)) >= _IN_A_LIST


def _quoted_whole(passage: Passage) -> bool:
    if " | " in passage.text:
        return False
    return len(passage.text) <= _SHORT or (is_list(passage) and len(passage.text) <= _LONGEST_LIST)


def _table_head(passage: Passage, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """The row that heads a table, where rows of it are quoted: figures without their column's name mislead."""
    rows = [line for line in passage.text.split("\n") if " | " in line]
    return (rows[0],) if rows and any(row in chosen for row in rows) else ()
