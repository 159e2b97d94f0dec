"""The way in: a chapter's escalation ladders, and what the reader was unsure of.

A chapter becomes a stream of lines (`lines`). Lines that head a stage form sequences (`heads`, `contents`), tables give
theirs (`tables`), and where neither does, climbing roles and sentences may (`unlabelled`). Each sequence is kept only
if it is about resolving disagreement (`topics`); sequences that say the same thing twice become one (`overlaps`).
"""

from collections.abc import Sequence

from knowledge.ladders.contents import draft_of, pieces_of
from knowledge.ladders.doubts import doubts_of_draft, doubts_of_nothing
from knowledge.ladders.drafts import Draft, Piece, Sketch
from knowledge.ladders.heads import find_heads, sequences
from knowledge.ladders.labels import head_label
from knowledge.ladders.ladder import Ladder, LadderReading
from knowledge.ladders.lines import Kind, Line, lines_of
from knowledge.ladders.overlaps import climbs, distinct
from knowledge.ladders.plain_words import pairs, with_informal
from knowledge.ladders.regions import extra_regions, regions, unheaded_regions
from knowledge.ladders.sentences import sentences
from knowledge.ladders.tables import draft_of_table
from knowledge.ladders.topics import (
    Topic,
    escalation_words,
    heading_topic,
    is_about_escalation,
    is_for_families,
    other_words,
    speaks_to_families,
)
from knowledge.ladders.turns import tells_to_raise
from knowledge.ladders.unlabelled import passes_on_each_time, unlabelled_draft
from knowledge.ladders.whole import ladder_of
from knowledge.manual import Chapter, Doubt

_SHORTLY_BEFORE = 60  # lines: about a page


def read_ladders(chapter: Chapter) -> LadderReading:
    """The escalation ladders of a chapter, in printed order; none where it holds none. The same chapter always gives
    the same reading. Nothing is raised for odd input: what cannot be read gives a doubt or nothing."""
    lines = lines_of(chapter)
    drafts = _drafts(chapter, lines)
    if not drafts:
        return LadderReading((), doubts_of_nothing(chapter, lines))
    ladders: list[Ladder] = []
    doubts: list[Doubt] = []
    for draft in drafts:
        ladders.append(ladder_of(draft, drafts, lines, chapter))
        doubts.extend(doubts_of_draft(draft, drafts, lines))
    return LadderReading(tuple(ladders), tuple(dict.fromkeys(doubts)))


def _drafts(chapter: Chapter, lines: Sequence[Line]) -> tuple[Draft, ...]:
    labelled = distinct([draft for draft in _labelled(lines) if _is_ladder(draft, chapter, lines)])
    if labelled:
        taken = frozenset(at for draft in labelled for at in draft.lines)
        more = [draft for region in extra_regions(lines, taken) if (draft := _climb(lines, region))]
        return tuple(sorted([*labelled, *more], key=lambda draft: draft.start))
    found = [draft for region in regions(chapter, lines) if (draft := _climb(lines, region))]
    return tuple(found) or _unheaded(chapter, lines) or _single_page(chapter, lines)


def _unheaded(chapter: Chapter, lines: Sequence[Line]) -> tuple[Draft, ...]:
    """The ladders that only sentences tell, where each step says that it goes further than the last."""
    drafts = (_climb(lines, region) for region in unheaded_regions(chapter, lines))
    found: list[Draft] = []
    for draft in drafts:
        if draft is not None and passes_on_each_time(draft) and not any(draft.lines & one.lines for one in found):
            found.append(draft)
    return tuple(found)


def _labelled(lines: Sequence[Line]) -> list[Draft]:
    found = [draft_of(with_informal(heads, lines), lines) for heads in sequences(find_heads(lines))]
    taken = frozenset(at for draft in found for at in draft.lines)
    found.extend(draft_of(heads, lines) for heads in pairs(lines, taken))
    tables = [draft_of_table(line, at) for at, line in enumerate(lines) if line.table is not None]
    return [*found, *(draft for draft in tables if draft is not None)]


def _is_ladder(draft: Draft, chapter: Chapter, lines: Sequence[Line]) -> bool:
    words = [sketch.words for sketch in draft.sketches]
    return is_about_escalation((chapter.title, *draft.root), draft.names, words, _opening(draft, lines))


def _opening(draft: Draft, lines: Sequence[Line]) -> str | None:
    """What is said shortly before stages that climb; None before others, of which it proves nothing."""
    if not climbs(draft):
        return None
    before = lines[max(0, draft.start - _SHORTLY_BEFORE) : draft.start]
    return " ".join(line.text for line in before if heading_topic(line.text) is not Topic.OTHER)


def _climb(lines: Sequence[Line], region: Sequence[int]) -> Draft | None:
    draft = unlabelled_draft(lines, region)
    return None if draft is None or speaks_to_families(draft.words) else draft


def _raises_between_professionals(word: str, words: str) -> bool:
    """A stage or step on which somebody raises a matter, with no word of the other things that come in stages."""
    told = any(tells_to_raise(sentence) for sentence in sentences(words))
    return word in ("stage", "step") and told and not other_words(words) and not is_for_families([words])


def _single_page(chapter: Chapter, lines: Sequence[Line]) -> tuple[Draft, ...]:
    """A page that is one stage of a procedure, its label in the title."""
    label = head_label(chapter.title)
    words = " ".join(line.text for line in lines)
    if (
        label is None
        or not lines
        or escalation_words(chapter.title + words) < 1
        or not (is_about_escalation((chapter.title,), (), [words]) or _raises_between_professionals(label.word, words))
    ):
        return ()
    pieces: tuple[Piece, ...] = tuple(pieces_of([line for line in lines if line.kind is not Kind.FIGURE]))
    sketch = Sketch(label.printed, label.name, label.number, label.letter, lines[0], chapter.title, pieces)
    return (Draft((sketch,), (), 0, len(lines) - 1, label.word, frozenset(range(len(lines)))),)
