"""Replies as the conversation gives them, laid out by its own cards, for pages that need no Rasa."""

from datetime import UTC, date, datetime

from bot import phrases
from bot.replies import (
    Call,
    CheckItem,
    CheckList,
    Choice,
    Outcome,
    Quote,
    Reply,
    Step,
)
from tests.bot.front.conftest import DOOR, NIGHT

HOST = "https://manual.example"
OPEN = Call("Front Door", ("Here",), ("01632 960111",), ("+441632960111",), ("door@here.example",), "9am to 5pm", False, True, date(2026, 11, 2), 4)  # fmt: skip
SHUT = Call("Night Team", ("Here",), ("01632 960222",), ("+441632960222",), (), "5pm to 9am", True, False, None, 5)


def quote(number: int, text: str, url: str = f"{HOST}/escalation", **more: object) -> Quote:
    """A quotation of the manual of these tests."""
    fetched = datetime(2026, 11, 20, tzinfo=UTC)
    told: dict[str, object] = {"section": "3.1", "version": "May 2026", **more}
    return Quote(number, text, "Here Procedures", "Escalation", ("When they say no",), url, None, fetched, f"p{number}", **told)  # type: ignore[arg-type]  # fmt: skip


QUOTES = (
    quote(1, "The practitioner must speak to the person who decided within 1 working day."),
    quote(2, "You should write down what was said."),
    quote(3, "Keep a copy.", url="https://elsewhere.example/phish"),
    quote(4, "Front Door 01632 960111", url=f"{HOST}/contacts"),
    quote(5, "Night Team 01632 960222", url=f"{HOST}/contacts"),
    quote(6, "If a child may be in danger you must not wait."),
    quote(7, "You need nobody's permission."),
)
STEPS = Reply(
    Outcome.ANSWERED,
    "\n".join(
        (
            phrases.DANGER_LINE,
            "",
            "NEXT: Stage One: Speak to the person who decided",
            f"1. “{QUOTES[0].text}” [1] MUST",
            f"2. “{QUOTES[1].text}” [2] SHOULD",
            phrases.MORE_STEPS.format(count=1),
            "",
            phrases.WHEN,
            "- step 1: if it starts now, by 17:00, Tuesday 24 November 2026",
            "  The working day is taken to end at 17:00.",
            "",
            phrases.UNLESS,
            f"- “{QUOTES[5].text}” [6]",
            phrases.MORE_LIMITS.format(count=1, label=phrases.FULL_STEPS),
            "",
            phrases.CALL,
            "- Front Door (Here): 01632 960111 (open now; 9am to 5pm) [4]",
            "- Night Team (Here): 01632 960222 (out of hours; closed now; 5pm to 9am) [5]",
            "",
            phrases.SOURCES,
            f"[1][2] Escalation (amended May 2026) {HOST}/escalation",
            "[3] Escalation (amended May 2026) https://elsewhere.example/phish",
            "",
            phrases.AUDIT,
            "Consulted Here Procedures, Escalation 3.1, version of May 2026, at 10:00 on 23 November 2026.",
        )
    ),
    area="Here",
    steps=(Step(QUOTES[0].text, "must", 1), Step(QUOTES[1].text, "should", 2), Step(QUOTES[2].text, "none", 3)),
    quotes=QUOTES,
    contacts=(OPEN, SHUT),
    exceptions=(6, 7),
    choices=(
        Choice("Full steps", phrases.FULL_WORDS),
        Choice("Sources", phrases.SOURCES_WORDS),
        Choice("If they still say no", "and if they still say no?"),
    ),
    audit="Consulted Here Procedures, Escalation 3.1, version of May 2026, at 10:00 on 23 November 2026.",
    cut=True,
)
SIGNS = Reply(
    Outcome.ANSWERED,
    f"{phrases.DANGER_LINE}\n\nSigns of neglect\nIn the child\n- “Often hungry” [1]\n- “Often tired” [2]\n{phrases.CHECKLIST_NOTE}",
    area="Here",
    quotes=(quote(1, "Often hungry"), quote(2, "Often tired"), quote(3, "Home is cold")),
    checklist=CheckList(
        "Signs of neglect",
        "warning signs",
        (
            CheckItem("Often hungry", 1, "In the child"),
            CheckItem("Often tired", 2, "In the child"),
            CheckItem("Home is cold", 3, "In the home"),
        ),
    ),
)
LEVELS = Reply(
    Outcome.ANSWERED,
    f"{phrases.LEVELS_LEAD}\nLevel 1: Universal\n  “Needs are met” [1]\nLevel 2: Early Help\n  “Some needs are not met” [2]",
    area="Here",
    quotes=(quote(1, "Needs are met"), quote(2, "Some needs are not met")),
)
READY = Reply(
    Outcome.ANSWERED,
    f"{phrases.DANGER_LINE}\n\nWhat to have ready\n[x] 1. “Who lives there” [1]\n[ ] 2. “What you saw” [2]\n\nSTILL TO FIND: 2\nSay what you have.",
    area="Here",
    quotes=(quote(1, "Who lives there"), quote(2, "What you saw")),
    checklist=CheckList(
        "What to have ready",
        "have ready for a referral",
        (CheckItem("Who lives there", 1, ready=True), CheckItem("What you saw", 2)),
    ),
    choices=(Choice("Have 2", "have 2"), Choice("Leave it for now", "stop")),
)
SILENT = Reply(
    Outcome.NOT_FOUND,
    f"{phrases.DANGER_LINE}\n\n{phrases.NOT_FOUND}\n{phrases.NOT_FOUND_LEAD}\n\n{phrases.CALL}\n- Front Door (Here): 01632 960111 (9 to 5)",
    contacts=(DOOR, NIGHT),
)
HOSTILE_WORDS = "<script>alert(1)</script>\" onmouseover=alert(2) '><img src=x onerror=alert(3)> {{7*7}} javascript:alert(4) \u202e\u200b\x00"
HOSTILE = Reply(
    Outcome.ANSWERED,
    f"{HOSTILE_WORDS}\n\nNEXT: {HOSTILE_WORDS}\n1. “{HOSTILE_WORDS}” [1] MUST\n\n{phrases.CALL}\n- {HOSTILE_WORDS} (Here): 01632 960111 [1]\n\n{phrases.SOURCES}\n[1] {HOSTILE_WORDS} javascript:alert(5)",
    area=HOSTILE_WORDS,
    quotes=(quote(1, HOSTILE_WORDS, url=f'{HOST}/"><script>alert(6)</script>', section=HOSTILE_WORDS, version=HOSTILE_WORDS),),
    contacts=(Call(HOSTILE_WORDS, ("Here",), ("01632 960111",), ('"><script>alert(7)</script>',), (HOSTILE_WORDS,), HOSTILE_WORDS, False, None, None, 1),),
    checklist=CheckList(HOSTILE_WORDS, HOSTILE_WORDS, (CheckItem(HOSTILE_WORDS, 1, HOSTILE_WORDS),), HOSTILE_WORDS),
    choices=(Choice(HOSTILE_WORDS, HOSTILE_WORDS),),
    audit=HOSTILE_WORDS,
)  # fmt: skip


def answer(text: str) -> Reply:
    """The canned reply that a question's words ask for."""
    for word, reply in (
        ("signs", SIGNS),
        ("level", LEVELS),
        ("referral", READY),
        ("have 2", READY),
        ("colour", SILENT),
        ("hostile", HOSTILE),
    ):
        if word in text:
            return reply
    return STEPS
