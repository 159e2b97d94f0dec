"""hazards.md's table of bad input, row by row. What other files hold already is named here, and not tested again.

| input | response | held by |
|---|---|---|
| empty, sticker, voice, photo, file, location | text only; nothing is downloaded | test_telegram_front: test_no_text, test_danger_in_a_caption; test_no_words here |
| over 4,096 units, or in parts | joined within 2 s; danger on the whole | test_parts_of_a_long_message, test_danger_across_the_cut; test_parts_that_come_late here |
| an edited message | answered again once, labelled | test_an_edited_message; danger in an edit here |
| a group or channel | private chat only | test_a_group; test_a_channel here |
| the same update twice | ignored, counted | test_the_same_update_twice; counted here |
| an update over 24 h old | "sent while I was unavailable" | test_an_old_update; danger in one here |
| /intent{...} | plain text | test_counter: test_nobody_else_s_slash_means_anything; here, through Telegram |
| an old button | "expired", with fresh options | test_a_button_sends_its_words, test_another_chat_s_button_means_nothing |
| control, right-to-left, zero-width, lone surrogates | cleaned; danger on raw and cleaned | test_counter: test_hidden_characters_hide_nothing; here, through Telegram |
| not English | the 999 card and the limit | test_counter: test_another_script, test_languages; here, through Telegram |
| a flood | one notice; danger still answered | test_a_flood, test_a_backlog_is_no_flood; strangers' floods here |
| blocked (403) | stop, mark, no retry | test_blocked, test_the_person_leaves |
| missing token, unknown setting | refuse to start, name the key | tests/signpost/test_talking, tests/bot/test_settings |
| a clock that jumped | deadlines withheld, logged | tests/bot/front/test_timekeeping; a queue under a jumping clock here |
| unlinked, revoked | refused with the numbers; the 999 card | tests/bot/front/test_access, tests/signpost/test_talking |
"""

import asyncio
import logging
import time

import pytest

from bot import phrases
from bot.front.access import Access
from bot.front.senders import Senders
from bot.front.telegram import front as front_module
from bot.front.telegram import queues
from bot.front.telegram.api import Api
from bot.front.telegram.front import TelegramFront
from tests.bot.front.conftest import KNOWN, NOW, counter_over
from tests.bot.front.telegram.bot_api import TOKEN, too_many
from tests.bot.front.telegram.conftest import QUICK, Bench

DANGER = "dad is hitting the baby right now, what do I do?"


@pytest.mark.parametrize("text", ["", " ", "\u200b\u2060", "\u202e", "/", "\x00"])
async def test_no_words(bench: Bench, text: str) -> None:
    """A text message without a word in it is asked back, and goes no further."""
    async with bench.running():
        bench.server.say(text)
        await bench.until(bench.server.sent)
    assert bench.server.sent() == [phrases.EMPTY] and not bench.understanding.asked


async def test_parts_that_come_late(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """What follows after the time for parts is a message of its own."""
    monkeypatch.setattr(queues, "JOINED_WITHIN", 0.05)
    async with bench.running():
        bench.server.say("a" * 4096)
        await bench.until(bench.server.sent)
        bench.server.say("b" * 10)
        await bench.until(lambda: len(bench.understanding.asked) == 2)
    assert [len(text) for _, text, _ in bench.understanding.asked] == [4096, 10]


async def test_danger_in_an_edit(bench: Bench) -> None:
    """Every edit is read for danger, the third one too, although only the first is answered."""
    async with bench.running():
        message = bench.server.message(7, text="first words")
        bench.server.put({"message": message})
        bench.server.put({"edited_message": {**message, "text": "second words"}})
        bench.server.put({"edited_message": {**message, "text": DANGER}})
        await bench.until(lambda: any(text.startswith(phrases.DANGER_CARD) for text in bench.server.sent()))


async def test_a_channel(bench: Bench) -> None:
    """A post in a channel is no private chat."""
    async with bench.running():
        post = {**bench.server.message(-9, text="hello"), "chat": {"id": -9, "type": "channel"}}
        bench.server.put({"message": post})
        await bench.until(bench.server.sent)
    assert bench.server.sent() == [phrases.PRIVATE_ONLY] and not bench.understanding.asked


async def test_repeats_are_counted(
    bench: Bench, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An update that comes again is answered once, and whoever runs the front can see that it came."""
    monkeypatch.setattr(front_module, "_TIDY_EVERY", 0.05)
    update = {"message": bench.server.message(7, text="canary once"), "update_id": 1500}
    with caplog.at_level(logging.WARNING):
        async with bench.running():
            for _ in range(3):
                bench.server.put(dict(update))
            await bench.until(lambda: "came more than once" in caplog.text)
            await bench.quiet()
    assert len(bench.server.sent()) == 1 and "canary" not in caplog.text


async def test_danger_in_an_old_update(bench: Bench) -> None:
    """However late, the card comes first, and the answer says that it is late."""
    async with bench.running():
        bench.server.say(DANGER, date=int(time.time()) - 90_000)
        await bench.until(lambda: len(bench.server.sent()) == 2)
    card, answer = bench.server.sent()
    assert card.startswith(phrases.DANGER_CARD) and answer.startswith(phrases.SENT_LATE)


@pytest.mark.parametrize("text", ['/intent{"slot": "x"}', "/restart_now", "//start", "/join{}"])
async def test_a_made_up_command_is_plain_text(bench: Bench, text: str) -> None:
    """Rasa sees words, never a command of its own."""
    async with bench.running():
        bench.server.say(text)
        await bench.until(bench.server.sent)
    _, asked, told = bench.understanding.asked[0]
    assert not asked.startswith("/") and "intent" not in told


@pytest.mark.parametrize(
    ("text", "relayed"),
    [
        ("who do I\u202e call\u200b?", "who do I call?"),
        ("who\x07 do I\ud800 call?", "who do I call?"),
        ("wh\u00ado do I call\ufeff?", "who do I call?"),
    ],
)
async def test_hidden_characters(bench: Bench, text: str, relayed: str) -> None:
    """Cleaned before they are passed on, and kept out of what is sent back."""
    async with bench.running():
        bench.server.say(text)
        await bench.until(bench.server.sent)
    assert bench.understanding.asked[0][1] == relayed
    assert bench.server.sent() == [f"answer to: {relayed}"]


async def test_hidden_characters_hide_no_danger(bench: Bench) -> None:
    """The card comes whatever stands between the letters."""
    async with bench.running():
        bench.server.say("dad is hit\u200bting the ba\u00adby ri\ud800ght now")
        await bench.until(bench.server.sent)
    assert bench.server.sent()[0].startswith(phrases.DANGER_CARD)


async def test_another_language(bench: Bench) -> None:
    """The 999 card and what cannot be done."""
    async with bench.running():
        bench.server.say("Ребёнок в опасности, что мне делать?")
        await bench.until(bench.server.sent)
    assert bench.server.sent()[0].startswith(phrases.DANGER_CARD) and phrases.ENGLISH_ONLY in bench.server.sent()[0]


async def test_a_stranger_s_flood(bench: Bench) -> None:
    """Refused, then one notice, then silence; danger is answered all along, and members are not held up."""
    access = Access(bench.journal.people, Senders(b"k" * 32), lambda: NOW)
    async with bench.running(access=access):
        for _ in range(20):
            bench.server.say("let me in")
        bench.server.say(DANGER)
        await bench.until(lambda: any(text.startswith(phrases.DANGER_CARD) for text in bench.server.sent()))
        await bench.quiet()
    texts = bench.server.sent()
    assert sum(phrases.ACCESS_NOBODY in text for text in texts) == 15 and texts.count(phrases.FLOOD) == 1
    assert not bench.understanding.asked


@pytest.mark.parametrize("jump", [86_400.0 * 400, -86_400.0 * 400])
async def test_a_clock_that_jumps_holds_nothing_up(bench: Bench, jump: float) -> None:
    """Forward or back: what was to be tried again is, what may be a part of something is not waited for, all is answered."""
    shift = 0.0
    bench.server.fault = lambda method, _: too_many(2) if method == "sendMessage" and not shift else None
    async with Api(TOKEN, bench.server.url) as api:
        counter = counter_over(bench.understanding, bench.journal)
        front = TelegramFront(
            api, counter, bench.journal, lambda: KNOWN, bench.settings, now=lambda: time.time() + shift, tempo=QUICK, poll_wait=1
        )  # fmt: skip
        work = asyncio.create_task(front.run())
        bench.server.say("before")
        bench.server.say("a long story " * 300, chat=8)
        await bench.until(lambda: bench.server.tried)
        shift = jump
        bench.server.say("after")
        bench.server.say(DANGER, chat=9)
        await bench.until(
            lambda: len(bench.server.sent(7)) == 2 and bench.server.sent(8) and len(bench.server.sent(9)) == 2
        )
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
