"""What a list is for: told by its column, its lead-in, its items and its headings, in that order; None where it is no checklist."""

import re
from collections.abc import Callable

from knowledge.checklists.found import Found
from knowledge.checklists.lists import ChecklistKind
from knowledge.checklists.wording import (
    Cue,
    Neighbour,
    asked_by_others,
    heading_cue,
    is_checklist_by_name,
    is_duty,
    is_group,
    is_learning_action,
    last_cue,
    names_recommendations,
    people_must,
)
from knowledge.outline import sentences

_REACH = re.compile(r"\b(?:0\d[\d ]{8,}|\d{3}\b.{0,20}emergency|[\w.]+@[\w.]+|https?://)", re.IGNORECASE)
_QUESTION = re.compile(r"\?\s*(?:\([^()]*\))?[\s;.,]*(?:and|or)?$")
_ASKS = re.compile(
    r"^(?:what|how|who|when|where|why|which|is|are|was|were|do|does|did|has|have|had|can|could|would|should)\b",
    re.IGNORECASE,
)

# A lead-in that speaks of signs, or of a person who sees them.
_SEEN = re.compile(
    r"\b(?:signs?|indicators?|symptoms?|red flags|risk factors?|notic(?:e|ed|ing)|see|spot|observe|hear|alert|watch|look(?:ing)?(?: out)? for)\b",
    re.I,
)
# A lead-in that stops at the one who does what the items say ("parents who:"), so that no item is an instruction.
_SUBJECT = re.compile(
    r"\b(?:who|they|he|she|child|children|baby|young people|parents?|carers?|adults?)(?: or \w+)?\s*[:…]$", re.I
)
# A sentence that does not end in a colon but still says that a list follows.
_POINTS = re.compile(
    r"\b(?:following|below|as follows)\b|\bthese (?:steps|people|actions|services|things)\b", re.IGNORECASE
)


def kind_of(found: Found, *, learning: bool) -> ChecklistKind | None:
    """The kind of a list, None where it is none. `learning` is true in a review's report, whose actions count."""
    texts = [entry.text for entry in found.entries]
    if not texts or found.links or _share(texts, lambda text: bool(_REACH.search(text))) > 0.5:
        return None
    if len(texts) < 2 and not found.firm:
        return None
    if asked_by_others(found.contexts[0]) or asked_by_others(found.lead):
        return None
    lead = _lead_cue(found)
    cue = found.column or lead or _heading(found)
    if (
        (learning or any(names_recommendations(heading) for heading in found.contexts[:2]))
        and lead is not ChecklistKind.SIGNS
        and _review_action(found)
    ):
        return ChecklistKind.ACTIONS
    asked = _asked(found, cue, texts)
    if asked is not None:
        return asked
    return _told(found, cue, texts)


def _lead_cue(found: Found) -> Cue | None:
    """What the sentence before a list says of it; a lead-in with nothing to say leaves it to the headings."""
    said = sentences(found.lead)
    if not said:
        return None
    cue = last_cue(said[-1])
    if found.lead.rstrip().endswith((":", ": -", "…", "...")) or _POINTS.search(said[-1]):
        return cue or last_cue(found.lead)
    return cue if isinstance(cue, ChecklistKind) else None


def _heading(found: Found) -> Cue | None:
    """The cue of the innermost heading that gives one. A chapter's title counts only over lists with no heading of
    their own, or under one that names a part ("Physical")."""
    *inner, title = found.contexts if len(found.contexts) > 1 else (*found.contexts, "")
    if found.caption and (cue := heading_cue(found.caption)):
        return cue
    for heading in inner:
        cue = heading_cue(heading)
        if cue is not None:
            return cue
        if not is_group(heading) and heading is not inner[-1]:
            return _outer(inner[inner.index(heading) + 1 :])
    own = not any(inner) or all(is_group(heading) for heading in inner)
    return heading_cue(title) if own and title else None


def _outer(headings: list[str]) -> Cue | None:
    return next((cue for heading in headings if (cue := heading_cue(heading)) is not None), None)


def _review_action(found: Found) -> bool:
    last = sentences(found.lead)[-1:] or [""]
    if people_must(last[0]):
        return True
    inner, *outer = found.contexts[:2]
    if is_learning_action(last[0]) or is_learning_action(inner):
        return True
    own = heading_cue(inner)  # a heading of its own kind ("References") is no part of the actions it stands among
    return own in (None, Neighbour.DUTIES) and any(is_learning_action(heading) for heading in outer)


def _asked(found: Found, cue: Cue | None, texts: list[str]) -> ChecklistKind | None:
    """Questions: most items end in a question mark, or the words before call them questions and they read so."""
    if (
        cue in (ChecklistKind.REFERRAL, ChecklistKind.SIGNS)
        and found.firm
        and cue is (found.column or _lead_cue(found))
    ):
        return None
    marks = _share(texts, lambda text: bool(_QUESTION.search(text)))
    if marks >= 0.6 and cue is not ChecklistKind.REFERRAL:
        return ChecklistKind.QUESTIONS
    if cue is ChecklistKind.QUESTIONS and _share(texts, lambda text: bool(_ASKS.match(text))) >= 0.6:
        return ChecklistKind.QUESTIONS
    return None


def _told(found: Found, cue: Cue | None, texts: list[str]) -> ChecklistKind | None:
    if cue is ChecklistKind.QUESTIONS:
        cue = _heading(found)
    if cue is ChecklistKind.SIGNS and _defined(found):
        return None
    duties = 0.0 if _SUBJECT.search(found.lead) else _share(texts, is_duty)
    named = (
        is_checklist_by_name(found.lead)
        or is_checklist_by_name(found.contexts[0])
        or is_checklist_by_name(found.caption)
    )
    if cue is ChecklistKind.SIGNS:
        return ChecklistKind.SIGNS if duties < 0.5 else (ChecklistKind.OTHER if named else None)
    if cue is ChecklistKind.REFERRAL:
        return ChecklistKind.REFERRAL if duties < 0.6 or found.column else None
    if is_checklist_by_name(found.lead) or (named and cue in (None, Neighbour.DUTIES, ChecklistKind.QUESTIONS)):
        return ChecklistKind.OTHER
    return None


def _defined(found: Found) -> bool:
    """A list under a definition's heading says what harm is, not how it shows, unless its lead-in speaks of signs."""
    lead = found.column or _lead_cue(found)
    innermost = heading_cue(found.contexts[0])
    if innermost is not Neighbour.REFERENCE and innermost is not Neighbour.STRENGTHS:
        return False
    if lead is ChecklistKind.SIGNS and _SEEN.search(found.lead):
        return False
    return lead is not found.column or found.column is None


def _share(texts: list[str], holds: Callable[[str], bool]) -> float:
    return sum(bool(holds(text)) for text in texts) / len(texts)
