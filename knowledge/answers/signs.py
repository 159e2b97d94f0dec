"""Checklists that a question is about: warning signs, questions to reflect on, what to have ready for a referral."""

from collections.abc import Iterable, Sequence

from knowledge.answers.outcomes import Answer, Answered, AskBack, CitedItem, Kind, Question
from knowledge.answers.shelf import Shelf
from knowledge.checklists import Checklist, ChecklistKind
from knowledge.retrieval import Found

_ENOUGH_SHARED = 0.34  # of a question's telling words, the part that a checklist's title, lead-in and chapter must hold


def list_signs(question: Question, kind: ChecklistKind, shelf: Shelf) -> Answer | None:
    """The checklist of `kind` that the question is about, item by item; None where no manual here has one."""
    found = shelf.search(question.text, area=question.area, said=question.said, learning=True)
    lists = [
        one
        for one in shelf.contents.checklists
        if one.kind is kind and shelf.serves(one.areas, one.manual, question.area)
    ]
    if lists and not _telling(" ".join((*question.said, question.text)), shelf):
        return AskBack("subject", tuple(dict.fromkeys(one.chapter for one in lists)), rejected=found.rejected)
    ranked = _ranked(" ".join((*question.said, question.text)), lists, found, shelf)
    if not ranked:
        return None
    best = _near_the_best(ranked)
    best = [one for one in best if not shelf.manuals[one.manual].demonstration] or best
    return show(best[0], shelf, found, question)


def _ranked(text: str, lists: Sequence[Checklist], found: Found, shelf: Shelf) -> list[tuple[float, Checklist]]:
    """Lists with how well they fit: words shared with their names, and whether the search found their chapter."""
    telling = _telling(text, shelf)
    scored = []
    for one in lists:
        names = shelf.stems(" ".join((one.chapter, one.title, one.lead_in, *one.place.path, _manual_name(one, shelf))))
        shared = shelf.weight(telling & names) / (shelf.weight(telling) or 1.0)
        found_at = next((rank for rank, hit in enumerate(found.kept) if _holds(hit.passage.text, one)), None)
        score = shared + (0.5 / (1 + found_at) if found_at is not None else 0.0)
        if shared >= _ENOUGH_SHARED or (telling and found_at == 0):
            scored.append((score, one))
    return sorted(scored, key=lambda pair: (-pair[0], shelf.manuals[pair[1].manual].demonstration, pair[1].learning))


def _manual_name(one: Checklist, shelf: Shelf) -> str:
    return shelf.manuals[one.manual].name if one.manual in shelf.manuals else ""


def _holds(text: str, one: Checklist) -> bool:
    return bool(one.items) and one.items[0].text in text


def _telling(text: str, shelf: Shelf) -> frozenset[str]:
    """The words of a question that say what it is about, without those that only ask for a list."""
    asking = shelf.stems(
        "what which are were is the warning signs sign of indicators red flags symptoms look out for "
        "list tell me show case child children should i we do have about when in there any questions "
        "reflective key reflect supervision ready referral need information give"
    )
    return shelf.stems(text) - asking


def _near_the_best(ranked: Sequence[tuple[float, Checklist]]) -> list[Checklist]:
    top = ranked[0][0]
    return [one for score, one in ranked if score >= 0.97 * top]


def show(one: Checklist, shelf: Shelf, found: Found | None = None, question: Question | None = None) -> Answered | None:
    """A checklist as an answer: each item a quotation. None where none of its items can be cited."""
    items = tuple(_cited(one, shelf))
    if not items:
        return None
    return Answered(
        kind=Kind.SIGNS if one.kind is ChecklistKind.SIGNS else Kind.QUESTIONS,
        citations=tuple(dict.fromkeys(item.citation for item in items)),
        checklist=one,
        items=items,
        rejected=found.rejected if found else (),
    )


def _cited(one: Checklist, shelf: Shelf) -> Iterable[CitedItem]:
    for item in one.items:
        citation = shelf.cite(one.manual, one.slug, item.text, item.place.path)
        if citation is not None:
            yield CitedItem(item.text, citation, item.group)
