"""A great many made-up messages through cleaning and rendering: no exception, and nothing to click but the sources' own.

The oracle for what Telegram makes a link of by itself is written apart from the code that guards against it.
"""

import os
import random
import re
from collections.abc import Callable, Iterator

import pytest

from bot import phrases
from bot.front.cleaning import cleaned, is_another_script, without_slash
from bot.front.commands import command_in
from bot.front.links import allowed
from bot.front.telegram.calls import again, call_in, plain, send
from bot.front.telegram.rendering import Sheet, keyboard, labels, sheets
from bot.front.telegram.units import MOST, length
from bot.front.terminal.page import page
from bot.replies import Choice, Outcome, Quote, Reply

MESSAGES = int(os.environ.get("SIGNPOST_TEST_FUZZ", "2000"))  # the full figure: `make proofs`
HOSTS = ("manual.example", "procedures.manual.example")
WORDS = (
    "MASH",
    "said no",
    "the baby",
    "what next?",
    "“quoted words”",
    "2.3",
    "p.m.",
    "e.g.",
    "(see below)",
    "—",
    "£5",
    "50%",
    "a/b",
)
MARKUP = (
    "*bold*",
    "_x_",
    "`code`",
    "[t](https://evil.example)",
    "<a href='https://evil.example'>x</a>",
    "||s||",
    "~~~",
    "&lt;",
    "\\",
    "{{7*7}}",
)
LINKS = (
    "https://manual.example/p.html#4", "http://procedures.manual.example/a?b=c", "https://evil.example/", "www.evil.example",
    "evil.example/path", "EVIL.EXAMPLE", "https://xn--mnual-5cd.example/x", "https://mаnual.example/", "t.me/joinchat", "tg://resolve?domain=x",
    "@somebody", "/start", "#tag", "$ABC", "javascript:alert(1)", "https://manual.example@evil.example/", "https://manual.example.evil.example/",
    "HTTPS://EVIL.EXAMPLE", "evil.example:8080/x", "mash@ambleford.example", "ftp://evil.example", "https://evil.example。com/", "sub.evil.co.uk",
)  # fmt: skip
ODD = (
    "\u200b",
    "\u202e",
    "\u202c",
    "\u200d",
    "\ufeff",
    "\u00ad",
    "\x00",
    "\x1b[31m",
    "\r\n",
    "\t",
    "\ud800",
    "\udfff",
    "\U000e0041",
    "\u2028",
)
EMOJI = ("🔴", "👩‍👩‍👧‍👦", "🇬🇧", "é", "e\u0301", "ﷺ", "Ꙭ", "𝕏", "你好", "עברית", "ا")
LINES = (phrases.NEXT, phrases.SOURCES, phrases.CALL, phrases.WHEN, phrases.DANGER_LINE, "[1][2] Manual > Chapter > 4.2 https://manual.example/p.html#4",
         "[3] Manual > Chapter https://evil.example/x", "1. “Ring them.” [1] MUST", "- Front Door (Here): 01632 960111")  # fmt: skip

# What a Telegram app makes clickable by itself, as far as one can see in use: addresses, names with a known ending,
# mentions, commands, hashtags, cashtags.
AUTOMATIC = re.compile(
    r"\b(?:https?|ftp|tg)://[^\s<>“”\"']+"
    r"|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:example|com|org|net|uk|me|io|ru)(?![\w-])"
    r"|(?<![\w@/.#$])@[a-z]\w{3,}|(?<![\w/<@.#$:])/[a-z]\w*|(?<![\w#&@/$])#[a-z]\w*|(?<![\w$#@/])\$[A-Z]{3,8}(?!\w)",
    re.IGNORECASE,
)


def made_up(rng: random.Random) -> str:
    """One message: words, markup, addresses, odd signs and whole lines of cards, in any order, sometimes very long."""
    parts = []
    for _ in range(rng.choice((0, 1, 3, 8, 20, 60))):
        kind = rng.choice((WORDS, WORDS, MARKUP, LINKS, ODD, EMOJI, LINES))
        parts.append(rng.choice(kind))
        if rng.random() < 0.1:
            parts.append(
                "".join(
                    chr(rng.choice((rng.randrange(0x80), rng.randrange(0x3000), rng.randrange(0x110000))))
                    for _ in range(rng.randrange(12))
                )
            )
    text = "".join(part + rng.choice(("", " ", " ", "\n", "\n\n")) for part in parts)
    return text * rng.choice((1,) * 30 + (3, 20))


def reply_of(text: str, rng: random.Random) -> Reply:
    url = rng.choice(LINKS)
    quote = Quote(1, text[:50], "Manual", text[:30], (text[-30:],), url, None, None, "p")
    return Reply(Outcome.ANSWERED, text, quotes=(quote,), choices=(Choice(text[:80], text), Choice("x", "x")))


def unintended(sheet: Sheet) -> Iterator[str]:
    """What could be clicked in a message and should not be."""
    marked = sheet.text.encode("utf-16-le")
    covered = []
    for one in sheet.entities:
        assert one.offset >= 0 and one.length > 0 and one.offset + one.length <= length(sheet.text)
        if one.type in ("code", "text_link"):
            covered.append((one.offset, one.offset + one.length))
        if one.type in ("text_link", "url") and not allowed(one.url or "", HOSTS):
            yield f"link to {one.url}"
        if one.type not in ("bold", "text_link", "code", "expandable_blockquote"):
            yield f"a {one.type}"
    assert len(marked) // 2 <= MOST
    for found in AUTOMATIC.finditer(sheet.text):
        start, end = length(sheet.text[: found.start()]), length(sheet.text[: found.end()])
        if _on_our_hosts(found.group()) or _is_e_mail(sheet.text, found):
            continue
        if not any(first < end and start < last for first, last in covered):
            yield f"{found.group()!r} in {sheet.text[max(0, found.start() - 20) : found.end() + 20]!r}"


def _on_our_hosts(address: str) -> bool:
    """Whether whatever opens it, opens one of HOSTS: an address as a browser reads it, or the mere name."""
    name = re.match(r"https?://([a-z0-9.-]+)(?=[/?#]|$)", address, re.IGNORECASE)
    return (name.group(1) if name else address).casefold() in HOSTS


def _is_e_mail(text: str, found: re.Match[str]) -> bool:
    return bool(re.search(r"[\w.+-]@$", text[: found.start()]) or re.match(r"@\w", text[found.end() :]))


@pytest.mark.timeout(120 + MESSAGES // 20)
@pytest.mark.parametrize("seed", range(4))
def test_made_up_messages(seed: int, record_property: Callable[[str, str], None]) -> None:
    """0 exceptions, 0 unintended entities, every part within the limit, every call as JSON and back."""
    rng, parts = random.Random(seed), 0
    for number in range(MESSAGES // 4):
        text = made_up(rng)
        clean = cleaned(text)
        clean.encode("utf-8")
        is_another_script(clean)
        command_in(clean, ("help", "area"))
        assert not without_slash(clean).startswith(("/", "\\"))
        reply = reply_of(text if number % 2 else clean, rng)
        found = sheets(reply.message, HOSTS)
        below = keyboard(list(zip(labels(reply.choices), ("a", "b"), strict=True)), reply, HOSTS)
        for sheet in found:
            parts += 1
            sheet.text.encode("utf-8")
            assert not list(unintended(sheet)), f"seed {seed}, message {number}"
            call = call_in(send(7, sheet, below).written())
            again(call, phrases.SENT_AGAIN)
            plain(call)
        for button in (button for row in (below.inline_keyboard if below else ()) for button in row):
            assert button.text.strip() and (button.url is None or allowed(button.url, HOSTS))
        page(reply, 80, bold=True).encode("utf-8")
    record_property("figures", f"{MESSAGES // 4} made-up messages ({parts} parts): 0 exceptions, 0 unintended entities")
