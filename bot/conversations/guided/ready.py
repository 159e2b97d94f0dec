"""What to have ready for a referral: the manual's own list, ticked through, left and taken up again.

The thread keeps which items a person has, as digests of the manual's words. What they wrote down stays with them.
"""

import re
from dataclasses import replace
from hashlib import sha256

from bot import phrases
from bot.conversations.cards import Numbering, calls_block, sources
from bot.conversations.enquiry import enquire, manual_names, question_of
from bot.conversations.guided.ending import area_of, doors, others
from bot.conversations.turns import Thread, Turn
from bot.replies import CheckItem, CheckList, Choice, Outcome, Reply
from knowledge.answers import Answered, Kind, Shelf
from knowledge.answers.looking import Looking
from knowledge.answers.signs import list_signs
from knowledge.checklists import Checklist, ChecklistKind
from knowledge.manual import Citation

_SEND = "referral list"
_NUMBERS = r"(?P<numbers>\d{1,2}(?:\s*(?:,|&|and|to|-|\s)\s*(?:number )?\d{1,2})*)"
_TICK = re.compile(
    r"^\W*(?:ok |yes |and |i |i've |ive |we |also |now )*(?P<verb>tick(?:ed)?|have|got|done|ready|untick|remove|no|not|don'?t have|do not have|haven'?t(?: got)?|without)?"
    rf"\s*(?:off |got )?(?:items? |numbers? |nos?\.? |#)?{_NUMBERS}(?: too| as well| now| done| ready| yes)*\W*$",
    re.I,
)
_ALL = re.compile(
    r"^\W*(?:ok |yes |i |i've |ive |we )*(?:have|got|tick(?:ed)?)(?: got)? (?:all(?: of (?:them|it))?|everything|the lot|them all|it all)\W*$",
    re.I,
)
_NOT = re.compile(r"untick|remove|no|without", re.I)
_RANGE = re.compile(r"(\d{1,2})\s*(?:to|-)\s*(?:number )?(\d{1,2})", re.I)
_AGAIN = re.compile(
    r"^\W*(?:ok(?:ay)? |so |right |lets |let's |can we |please )*(?:go on|carry on|continue|resume|back to (?:it|the list)|where (?:was i|were we)|(?:the )?(?:referral )?(?:check)?list(?: again| please)?|referral ready)\W*$",
    re.I,
)
_MOST_OFFERED = 3


def wants_list(turn: Turn) -> bool:
    """Whether a message goes on with the list that is open: ticks, or asks for it again."""
    if not turn.thread.sheet:
        return False
    return bool(_TICK.match(turn.text) or _ALL.match(turn.text) or _AGAIN.match(turn.text))


def open_list(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """The list of what to have ready, where it was left. Where the manual holds none, what it says about referring."""
    standing = _named(turn.thread.sheet, turn, shelf)
    found = None if standing else list_signs(Looking(question_of(turn, Kind.HAVE_READY), shelf), ChecklistKind.REFERRAL)
    checklist = standing or (found.checklist if isinstance(found, Answered) else None) or _only(turn, shelf)
    if checklist is None:
        reply, thread = enquire(turn, shelf, Kind.HAVE_READY)
        return replace(reply, message=f"{phrases.NO_READY_LIST}\n\n{reply.message}"), thread
    ready = turn.thread.ready if standing else ()
    thread = replace(
        turn.thread, sheet=_key(checklist), ready=ready, topic=Kind.HAVE_READY.value, subject=turn.text, pending=""
    )
    return _shown(replace(turn, thread=thread), shelf, checklist)


def go_through(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """Tick or untick what the message names, and show what is still to find."""
    checklist = _named(turn.thread.sheet, turn, shelf)
    if checklist is None:  # the manual has changed since
        return open_list(replace(turn, thread=replace(turn.thread, sheet="", ready=())), shelf)
    digests = [_digest(item.text) for item in checklist.items]
    ticked = _TICK.match(turn.text)
    named = set(digests) if _ALL.match(turn.text) else set()
    if ticked:
        places = _places(ticked["numbers"])
        if not all(1 <= place <= len(digests) for place in places):
            message = phrases.READY_NO_ITEM.format(last=len(digests))
            return Reply(Outcome.ASK_BACK, message, area=area_of(turn)), turn.thread
        named = {digests[place - 1] for place in places}
    before = set(turn.thread.ready)
    after = before - named if ticked and _NOT.search(ticked["verb"] or "") else before | named
    ready = tuple(digest for digest in digests if digest in after)
    return _shown(replace(turn, thread=replace(turn.thread, ready=ready)), shelf, checklist)


def leave(turn: Turn) -> tuple[Reply, Thread]:
    """Leave the list as it stands."""
    again = (Choice("Referral list", _SEND),)
    return Reply(Outcome.ANSWERED, phrases.READY_LEFT, area=area_of(turn), choices=again), turn.thread


def _shown(turn: Turn, shelf: Shelf, checklist: Checklist) -> tuple[Reply, Thread]:
    numbers = Numbering(manual_names(shelf))
    items = tuple(
        CheckItem(quote.quote, numbers.of(quote), group, _digest(quote.quote) in turn.thread.ready)
        for quote, group in _cited(checklist, shelf)
    )
    missing = [place for place, item in enumerate(items, 1) if not item.ready]
    people = doors(turn, shelf, numbers)
    quotes = numbers.quotes()
    blocks = [
        [phrases.DANGER_LINE],
        [checklist.title, *([f"“{checklist.lead_in}”"] if checklist.lead_in else []), *_lines(items)],
        [f"{phrases.READY_STILL}: {', '.join(map(str, missing))}", phrases.READY_HOW, phrases.READY_NO_WAIT]
        if missing
        else [phrases.READY_DONE],
        calls_block(people),
        [phrases.SOURCES, *sources(quotes)],
    ]
    reply = Reply(
        Outcome.ANSWERED,
        "\n\n".join("\n".join(block) for block in blocks if block),
        area=area_of(turn),
        quotes=quotes,
        contacts=people,
        checklist=CheckList(checklist.title, checklist.kind.value, items, checklist.lead_in),
        choices=(
            *(Choice(f"Have {place}", f"have {place}") for place in missing[:_MOST_OFFERED]),
            *([Choice("Leave it for now", "stop")] if missing else []),
            *others(_SEND),
        ),
    )
    return reply, replace(turn.thread, offered=tuple(choice.send for choice in reply.choices))


def _lines(items: tuple[CheckItem, ...]) -> list[str]:
    lines, group = [], ""
    for place, item in enumerate(items, 1):
        if item.group != group:
            group = item.group
            lines.append(group)
        lines.append(f"[{'x' if item.ready else ' '}] {place}. “{item.text}” [{item.citation}]")
    return lines


def _cited(checklist: Checklist, shelf: Shelf) -> list[tuple[Citation, str]]:
    cited = (
        (shelf.cite(checklist.manual, checklist.slug, item.text, item.place.path), item.group)
        for item in checklist.items
    )
    return [(citation, group) for citation, group in cited if citation]


def _only(turn: Turn, shelf: Shelf) -> Checklist | None:
    """The list, where the area's manual holds just one."""
    lists = [
        one
        for one in shelf.checklists
        if one.kind is ChecklistKind.REFERRAL and shelf.serves(one.areas, one.manual, area_of(turn))
    ]
    return lists[0] if len(lists) == 1 else None


def _named(key: str, turn: Turn, shelf: Shelf) -> Checklist | None:
    fitting = (one for one in shelf.checklists if key and _key(one) == key)
    return next((one for one in fitting if shelf.serves(one.areas, one.manual, area_of(turn))), None)


def _key(checklist: Checklist) -> str:
    return f"{checklist.manual}/{checklist.slug}/{checklist.title}"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]


def _places(numbers: str) -> set[int]:
    """The numbers named, "1 to 3" filled in."""
    places = {int(one) for one in re.findall(r"\d{1,2}", numbers)}
    for first, last in _RANGE.findall(numbers):
        places |= set(range(int(first), int(last) + 1))
    return places
