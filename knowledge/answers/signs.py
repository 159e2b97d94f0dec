"""Checklists that a question is about: warning signs, questions to reflect on, what to have ready for a referral."""

from collections.abc import Iterable, Sequence

from knowledge.answers.looking import Looking
from knowledge.answers.outcomes import Answer, Answered, AskBack, CitedItem, Kind, Question
from knowledge.answers.shelf import Shelf
from knowledge.answers.support import Concept
from knowledge.answers.support.features import part
from knowledge.answers.support.subjects import subject
from knowledge.checklists import Checklist, ChecklistKind
from knowledge.manual import Passage
from knowledge.retrieval import Found

_ENOUGH_NAMED = 0.5  # of a question's subject, the part that a checklist's title, lead-in and chapter must hold
_SOME_NAMED = 0.25  # the part that is enough where the search found the list first
_NEAR_THE_BEST = 0.97  # of the best list's fit
_KINDS = {
    ChecklistKind.SIGNS: Kind.SIGNS,
    ChecklistKind.QUESTIONS: Kind.QUESTIONS,
    ChecklistKind.REFERRAL: Kind.HAVE_READY,
}


def list_signs(looking: Looking, kind: ChecklistKind) -> Answer | None:
    """The checklist of `kind` that the question is about, item by item; None where no manual here has one."""
    question, shelf, found = looking.question, looking.shelf, looking.with_learning
    lists = [one for one in shelf.checklists if one.kind is kind and shelf.serves(one.areas, one.manual, question.area)]
    about = subject(_KINDS.get(kind, Kind.SIGNS), found, shelf)
    if not about and not question.said:
        return _any_of(lists, found, shelf, question)
    ranked = _ranked(about, lists, found, shelf)
    if not ranked:
        return None
    best = [one for score, one in ranked if score >= _NEAR_THE_BEST * ranked[0][0]]
    best = [one for one in best if not shelf.manuals[one.manual].demonstration] or best
    return show(best[0], shelf, found, question)


def _any_of(lists: Sequence[Checklist], found: Found, shelf: Shelf, question: Question) -> Answer | None:
    """Asks which subject is meant; answers where the search itself leads to one list that was made for what was asked."""
    leading = [
        one for hit in found.kept for one in lists if (one.manual, one.slug) == (hit.passage.manual, hit.passage.slug)
    ]
    if leading and (len(lists) == 1 or leading[0].kind is not ChecklistKind.SIGNS):
        return show(leading[0], shelf, found, question)
    chapters = tuple(dict.fromkeys(one.chapter for one in lists))
    return AskBack("subject", chapters, rejected=found.rejected) if chapters else None


def _ranked(
    about: Sequence[Concept], lists: Sequence[Checklist], found: Found, shelf: Shelf
) -> list[tuple[float, Checklist]]:
    """Lists with how well they fit: the subject's words that their names hold, and whether the search found them."""
    scored = []
    for one in lists:
        named = part([word for word in about if word.held_by(_names(one, shelf))], about, shelf)
        items = part([word for word in about if word.held_by(_item_stems(one, shelf))], about, shelf)
        found_at = next((rank for rank, hit in enumerate(found.kept) if _holds(hit.passage, one)), None)
        chapter_at = next((rank for rank, hit in enumerate(found.kept) if hit.passage.slug == one.slug), None)
        score = named + 0.3 * items
        score += 0.5 / (1 + found_at) if found_at is not None else 0.0
        score += 0.2 / (1 + chapter_at) if chapter_at is not None else 0.0
        led_to = chapter_at == 0 and one.kind is not ChecklistKind.SIGNS
        if named >= _ENOUGH_NAMED or led_to or (found_at == 0 and named + items >= _SOME_NAMED):
            scored.append((score, one))
    return sorted(scored, key=lambda pair: (-pair[0], shelf.manuals[pair[1].manual].demonstration, pair[1].learning))


def _names(one: Checklist, shelf: Shelf) -> frozenset[str]:
    manual = shelf.manuals[one.manual].name if one.learning and one.manual in shelf.manuals else ""
    groups = " ".join(dict.fromkeys(item.group for item in one.items))
    return shelf.stems(" ".join((one.chapter, one.title, one.lead_in, *one.place.path, groups, manual)))


def _item_stems(one: Checklist, shelf: Shelf) -> frozenset[str]:
    return shelf.stems(" ".join(item.text for item in one.items))


def _holds(passage: Passage, one: Checklist) -> bool:
    """Whether a passage holds an item of a list; any will do, since a long list is cut into several passages."""
    if (passage.manual, passage.slug) != (one.manual, one.slug):
        return False
    return any(item.text in passage.text for item in one.items)


def show(one: Checklist, shelf: Shelf, found: Found | None = None, question: Question | None = None) -> Answered | None:
    """A checklist as an answer: each item a quotation. None where none of its items can be cited.

    Where its items stand in groups and the question names some of them ("signs in toddlers"), those groups come first.
    """
    items = tuple(_cited(one, shelf))
    if not items:
        return None
    if question is not None and found is not None:
        items = _asked_groups_first(items, found, shelf, one)
    return Answered(
        kind=_KINDS.get(one.kind, Kind.SIGNS),
        citations=tuple(dict.fromkeys(item.citation for item in items)),
        checklist=one,
        items=items,
        rejected=found.rejected if found else (),
    )


def _asked_groups_first(
    items: tuple[CitedItem, ...], found: Found, shelf: Shelf, one: Checklist
) -> tuple[CitedItem, ...]:
    about = subject(_KINDS.get(one.kind, Kind.SIGNS), found, shelf)
    title = shelf.stems(f"{one.title} {one.chapter}")
    own = [word for word in about if not word.held_by(title)]
    asked = {item.group for item in items if any(word.held_by(shelf.stems(item.group)) for word in own)}
    return (*(item for item in items if item.group in asked), *(item for item in items if item.group not in asked))


def _cited(one: Checklist, shelf: Shelf) -> Iterable[CitedItem]:
    for item in one.items:
        citation = shelf.cite(one.manual, one.slug, item.text, item.place.path)
        if citation is not None:
            yield CitedItem(item.text, citation, item.group)
