"""A ladder from its draft: stages, exceptions, the clocks of the whole procedure, and its name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.ladders.clocks import clocks_in
from knowledge.ladders.contents import shared_path
from knowledge.ladders.drafts import Draft
from knowledge.ladders.exceptions import exemptions, is_about_a_conference, is_exemption
from knowledge.ladders.labels import numeral
from knowledge.ladders.ladder import Clock, Ladder, Stage, Unit
from knowledge.ladders.lines import Kind, Line, spoken
from knowledge.ladders.sentences import sentences
from knowledge.ladders.stages import stages_of
from knowledge.ladders.topics import Topic, heading_topic, other_words
from knowledge.manual import Chapter

_OF_THE_WHOLE = re.compile(
    r"\b(?:process|procedure|protocol|stages?|steps?|levels?|escalat\w+|disagreements?|disputes?|dissent\w*|resol\w+|challenges?|differences?|outcomes?|discussions?|records?|recorded|notes?|panel)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?P<first>(?:in)?formal)\b[^.;]{0,25}?\b(?:stages?|steps?|levels?)\s+(?P<low>\w+)(?:\s*(?:-|–|to|and|&)\s*(?P<high>\w+))?|"
    r"\b(?:stages?|steps?|levels?)\s+(?P<low2>\w+)(?:\s*(?:-|–|to|and|&)\s*(?P<high2>\w+))?\s*(?:\(|is|are|being|–|-|:)\s*(?:the\s+)?(?P<last>(?:in)?formal)\b",
    re.IGNORECASE,
)


def ladder_of(draft: Draft, drafts: Sequence[Draft], lines: Sequence[Line], chapter: Chapter) -> Ladder:
    """The ladder of one draft. What stands outside every draft, and under none of the other drafts' headings, is its own."""
    own = [lines[at] for at in _own(draft, drafts, lines)]
    inside = [lines[at] for at in sorted(draft.lines)]
    return Ladder(
        name=_name(draft, drafts, chapter),
        stages=_with_formality(stages_of(draft), own),
        exceptions=exemptions(tuple(spoken([*own, *inside])), routes=not is_about_a_conference(draft.root)),
        clocks=tuple(_whole_clocks(own)),
        manual=chapter.manual,
        chapter=chapter.title,
        slug=chapter.slug,
        url=chapter.url,
        areas=chapter.areas,
        audience=chapter.audience,
        amended=chapter.dates.amended,
    )


def _own(draft: Draft, drafts: Sequence[Draft], lines: Sequence[Line]) -> Iterator[int]:
    """Lines outside all drafts that speak for this one: not under a heading that is another draft's alone, and not
    under one about something else."""
    taken = frozenset(at for one in drafts for at in one.lines)
    others = [one.root for one in drafts if one is not draft and not _leads_to(one.root, draft.root)]
    for at, line in enumerate(lines):
        if at in taken or line.kind in (Kind.HEADING, Kind.FIGURE):
            continue
        if any(root and line.path[: len(root)] == root for root in others):
            continue
        if not any(heading_topic(heading) is Topic.OTHER and heading not in draft.root for heading in line.path):
            yield at


def _leads_to(outer: tuple[str, ...], inner: tuple[str, ...]) -> bool:
    return inner[: len(outer)] == outer


def _whole_clocks(lines: Sequence[Line]) -> Iterator[Clock]:
    seen: set[tuple[float | None, Unit, str]] = set()
    for line in lines:
        for sentence in sentences(line.text):
            if not _OF_THE_WHOLE.search(sentence) or other_words(sentence):
                continue
            for clock in clocks_in(sentence, timescale=False):
                key = (clock.value, clock.unit, clock.text)
                urgent = clock.unit is Unit.IMMEDIATELY and is_exemption(sentence)
                if key not in seen and not urgent:
                    seen.add(key)
                    yield clock


def _with_formality(stages: Sequence[Stage], lines: Sequence[Line]) -> tuple[Stage, ...]:
    """Stages that a sentence such as "Stages 1 and 2 are informal" speaks of; a stage's own word goes first."""
    said: dict[int, bool] = {}
    for line in lines:
        for match in _GROUP.finditer(line.text):
            low = numeral(match["low"] or match["low2"] or "")
            high = numeral(match["high"] or match["high2"] or "") or low
            if low is not None and high is not None:
                formal = (match["first"] or match["last"]).lower() == "formal"
                said.update(dict.fromkeys(range(low, min(high, 12) + 1), formal))
    numbered = {
        stage.order: number
        for stage in stages
        if (number := numeral(re.sub(r"^\D*?(?=\d|\b\w+$)", "", stage.label) or stage.label.split(" ")[-1])) is not None
    }
    return tuple(
        replace(stage, formal=said[numbered[stage.order]])
        if stage.formal is None and numbered.get(stage.order) in said
        else stage
        for stage in stages
    )


def _name(draft: Draft, drafts: Sequence[Draft], chapter: Chapter) -> str:
    """The chapter's title, unless it is about something else or holds several ladders: then the heading that tells."""
    telling = [heading for heading in draft.root if heading_topic(heading) in (Topic.ESCALATION, Topic.BOTH)]
    if len(drafts) > 1:
        shared = drafts[0].root
        for other in drafts[1:]:
            shared = shared_path(shared, other.root)
        particular = draft.root[len(shared) :]
        if particular:
            return (
                particular[0]
                if len(particular) == 1 or not any(heading in telling for heading in particular)
                else next(heading for heading in particular if heading in telling)
            )
    if heading_topic(chapter.title) in (Topic.ESCALATION, Topic.BOTH) or not telling:
        return chapter.title or (draft.root[0] if draft.root else "")
    return telling[-1]
