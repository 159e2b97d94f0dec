"""Stages told in sentences: the first step, and each sentence that says what is done if it settled nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.ladders.contents import is_general
from knowledge.ladders.drafts import Draft, Piece, Sketch
from knowledge.ladders.lines import Kind, Line
from knowledge.ladders.roles import rank, roles
from knowledge.ladders.sentences import sentences
from knowledge.ladders.turns import FIRST, comes_in_turn, is_transition, tells_to_raise

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence and where it stands: the position of its line, and its own place in that line."""

    text: str
    line: Line
    at: int
    order: int


def prose_draft(lines: Sequence[Line], region: Sequence[int]) -> Draft | None:
    """The stages that the sentences of a region tell, None where they tell fewer than two."""
    said = [
        _Said(sentence, lines[at], at, order)
        for at in region
        if lines[at].kind in (Kind.TEXT, Kind.ITEM)
        for order, sentence in enumerate(sentences(lines[at].text))
    ]
    starts = [place for place, one in enumerate(said) if is_transition(one.text)]
    turns = [place for place, one in enumerate(said) if comes_in_turn(one.text)]
    if len(turns) >= _FEWEST and not starts:
        starts = turns
    elif starts:
        before = [turn for turn in turns if turn < starts[0]]
        if not before or not FIRST.search(said[before[0]].text):
            first = _first_step(said, starts[0])
            before = [] if first is None else [first]
        starts = sorted({*before, *starts, *(turn for turn in turns if turn > starts[0])})
    starts = _without_repeats(said, starts)
    if len(starts) < _FEWEST or len({rank(said[start].text) for start in starts}) < _FEWEST:
        return None
    return _draft(said, starts)


def _first_step(said: Sequence[_Said], before: int) -> int | None:
    """The sentence that tells the first step: one that says so, else the nearest that tells somebody to raise it."""
    near = [place for place in range(max(0, before - 12), before) if tells_to_raise(said[place].text)]
    told = [place for place in near if FIRST.search(said[place].text) and not is_general(said[place].text)]
    if told:
        return told[-1]
    peopled = [place for place in near if roles(said[place].text) or rank(said[place].text)]
    if not peopled:
        return None
    first = peopled[-1]
    while first - 1 in peopled and said[first - 1].at == said[first].at and not is_general(said[first - 1].text):
        first -= 1
    return first


def _without_repeats(said: Sequence[_Said], starts: Sequence[int]) -> list[int]:
    """Leave out a transition that raises the matter no higher within its own line ("if there is no reply, chase it")."""
    kept: list[int] = []
    for start in starts:
        if kept and said[start].at == said[kept[-1]].at and rank(said[start].text) < rank(said[kept[-1]].text):
            continue
        kept.append(start)
    return kept


def _draft(said: Sequence[_Said], starts: Sequence[int]) -> Draft:
    sketches: list[Sketch] = []
    owned: set[int] = set()
    usual = 0
    for position, start in enumerate(starts):
        bound = starts[position + 1] if position + 1 < len(starts) else _last_end(said, start, usual)
        own = said[start:bound]
        usual = max(usual, len({one.at for one in own}) - 1)
        owned.update(one.at for one in own)
        first = own[0]
        pieces = tuple(Piece(one.text, one.line) for one in own)
        sketches.append(Sketch("", "", None, "", replace(first.line), "", pieces))
    lines = sorted(owned)
    return Draft(tuple(sketches), said[starts[0]].line.path, lines[0], lines[-1], "", frozenset(owned))


def _last_end(said: Sequence[_Said], start: int, usual: int) -> int:
    end = start + 1
    while end < len(said) and said[end].line.section == said[start].line.section:
        if said[end].at - said[start].at > usual or is_general(said[end].text):
            break
        end += 1
    return end
