"""What a person should look at: numbers missing or out of order, two forms of one stage, a procedure only in an image."""

from collections.abc import Iterator, Sequence

from knowledge.ladders.drafts import Draft, Sketch
from knowledge.ladders.lines import Kind, Line
from knowledge.ladders.topics import Topic, escalation_words, heading_topic
from knowledge.manual import Chapter, Doubt


def doubts_of_draft(draft: Draft, drafts: Sequence[Draft], lines: Sequence[Line]) -> tuple[Doubt, ...]:
    """The doubts about one ladder."""
    return tuple(_of_draft(draft, drafts, lines))


def doubts_of_nothing(chapter: Chapter, lines: Sequence[Line]) -> tuple[Doubt, ...]:
    """Why a chapter that is about escalation gave no ladder; nothing where it is about something else."""
    topics = [heading_topic(chapter.title), *(heading_topic(line.text) for line in lines if line.kind is Kind.HEADING)]
    words = escalation_words(" ".join(line.text for line in lines))
    figures = [line for line in lines if line.kind is Kind.FIGURE]
    about = topics[0] in (Topic.ESCALATION, Topic.BOTH) or (Topic.ESCALATION in topics and words > 3)
    if not about:
        return ()
    if figures:
        shown = next((line for line in figures if escalation_words(line.text)), figures[0])
        named = f' ("{shown.text}")' if shown.text else ""
        return (
            Doubt(
                f"The procedure may be shown only in an image{named}. Nothing was read from it: no stages and no timescales.",
                shown.path,
            ),
        )
    if topics[0] is Topic.ESCALATION:
        return (Doubt("The title speaks of escalation or disagreement, but no stages were found in the text.", ()),)
    return ()


def _of_draft(draft: Draft, drafts: Sequence[Draft], lines: Sequence[Line]) -> Iterator[Doubt]:
    path = draft.root
    numbers = [sketch.number for sketch in draft.sketches if sketch.number is not None]
    if numbers != sorted(numbers):
        yield Doubt(f"The stages are not printed in order ({_list(draft.sketches)}). They are shown by number.", path)
    missing = sorted(set(range(min(numbers), max(numbers) + 1)) - _covered(draft.sketches)) if numbers else []
    if missing and not _are_ranges(draft.sketches):
        yield Doubt(
            f"No {draft.word or 'stage'} {' or '.join(map(str, missing))} is printed between {_list(draft.sketches)}.",
            path,
        )
    if numbers and min(numbers) > 1 and draft.sketches[0].number is not None:
        yield Doubt(
            f"The first stage printed is {draft.sketches[0].label}. An earlier one may stand on another page.", path
        )
    for forms in _in_forms(draft.sketches):
        twins = " / ".join(f"{sketch.label} {sketch.name}".strip() for sketch in forms)
        kept = "Both" if len(forms) == 2 else "All"
        yield Doubt(
            f"One stage is printed in {len(forms)} forms ({twins}). {kept} are kept: check which area each is for.",
            path,
        )
    if len(draft.sketches) == 1:
        yield Doubt("Only one stage is on this page. The others may stand on other pages.", path)
    if not draft.word:
        yield Doubt(
            "The stages bear no label. They were told apart by the roles they climb and the words between them.", path
        )
    if draft is drafts[0] and any(line.kind is Kind.FIGURE for line in lines):
        yield Doubt(
            "There is an image on this page. Nothing was read from it.",
            next(line.path for line in lines if line.kind is Kind.FIGURE),
        )


def _in_forms(sketches: Sequence[Sketch]) -> Iterator[list[Sketch]]:
    """The stages that are printed in several forms, each with all of them."""
    groups: dict[tuple[int, str, int], list[Sketch]] = {}
    unnumbered = 0
    for sketch in sketches:
        unnumbered += not sketch.another
        groups.setdefault((*sketch.place, 0 if sketch.number is not None else unnumbered), []).append(sketch)
    yield from (forms for forms in groups.values() if len(forms) > 1)


def _covered(sketches: Sequence[Sketch]) -> set[int]:
    return {sketch.number for sketch in sketches if sketch.number is not None}


def _are_ranges(sketches: Sequence[Sketch]) -> bool:
    return any("and" in sketch.label or "-" in sketch.label or "–" in sketch.label for sketch in sketches)


def _list(sketches: Sequence[Sketch]) -> str:
    return ", ".join(sketch.label or sketch.name or "unlabelled" for sketch in sketches)
