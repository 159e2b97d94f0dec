"""The Telegram front against a Bot API server: hazards.md's table of bad input, row by row, and delivery."""

import asyncio
import base64
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot import phrases
from bot.front.privacy_guard import Unscreened
from bot.front.telegram.api import Api, TokenRefused
from bot.journal import open_journal
from bot.replies import Choice, Outcome, Reply
from tests.bot.front.conftest import QUOTES
from tests.bot.front.telegram.bot_api import Answer, BotApi, error, too_many
from tests.bot.front.telegram.conftest import Bench

DANGER = "dad is hitting the baby right now, what do I do?"


async def test_a_question_is_answered(bench: Bench) -> None:
    """One message in, one out, with its choices as buttons, and no preview of any page."""
    bench.understanding.answers = lambda text: Reply(
        Outcome.ANSWERED, f"answer to: {text}", choices=(Choice("If they still say no", "and if they still say no?"),)
    )
    async with bench.running():
        bench.server.say("who do I call?")
        await bench.until(bench.server.sent)
    message = bench.server.messages()[0]
    assert message["text"] == "answer to: who do I call?"
    assert message["link_preview_options"] == {"is_disabled": True}
    assert list(bench.server.buttons(message)) == ["If they still say no"]
    assert all(len(key.encode()) <= 64 for key in bench.server.buttons(message).values())


async def test_a_button_sends_its_words(bench: Bench) -> None:
    """A tap is a message; the tap is acknowledged; an older reply's button has expired, with fresh options."""
    bench.understanding.answers = lambda text: Reply(Outcome.ANSWERED, text, choices=(Choice("Next", "and then?"),))
    async with bench.running():
        bench.server.say("first")
        await bench.until(bench.server.sent)
        key = bench.server.buttons(bench.server.messages()[0])["Next"]
        bench.server.press(key)
        await bench.until(lambda: len(bench.server.sent()) == 2)
        assert bench.server.sent()[1] == "and then?"
        bench.server.press(key)
        await bench.until(lambda: len(bench.server.sent()) == 3)
        await bench.quiet()
    assert bench.server.sent()[2] == phrases.BUTTON_EXPIRED
    assert bench.server.buttons(bench.server.messages()[2])
    assert ("answerCallbackQuery", {"callback_query_id": "q1"}) in bench.server.calls


async def test_another_chat_s_button_means_nothing(bench: Bench) -> None:
    """A key works only in the conversation that it was made for."""
    bench.understanding.answers = lambda text: Reply(Outcome.ANSWERED, text, choices=(Choice("Next", "and then?"),))
    async with bench.running():
        bench.server.say("first")
        await bench.until(bench.server.sent)
        bench.server.press(bench.server.buttons(bench.server.messages()[0])["Next"], chat=8)
        await bench.until(lambda: bench.server.sent(8))
    assert bench.server.sent(8) == [phrases.BUTTON_EXPIRED]


class TestBadInput:
    @pytest.mark.parametrize(
        "fields", [{"sticker": {}}, {"photo": [{}]}, {"voice": {}}, {"document": {}}, {"location": {}}, {}]
    )
    async def test_no_text(self, bench: Bench, fields: dict[str, Any]) -> None:
        """Text only; nothing is downloaded."""
        async with bench.running():
            bench.server.put({"message": bench.server.message(7, **fields)})
            await bench.until(bench.server.sent)
        assert bench.server.sent() == [phrases.TEXT_ONLY]
        assert {method for method, _ in bench.server.tried} == {"sendMessage"}

    async def test_danger_in_a_caption(self, bench: Bench) -> None:
        """A picture's words are read for danger, and only for that."""
        async with bench.running():
            bench.server.put({"message": bench.server.message(7, photo=[{}], caption=DANGER)})
            await bench.until(lambda: len(bench.server.sent()) == 2)
        assert bench.server.sent()[0].startswith(phrases.DANGER_CARD)
        assert bench.server.sent()[1] == phrases.TEXT_ONLY

    async def test_parts_of_a_long_message(self, bench: Bench) -> None:
        """Parts that follow at once are one message, answered once; what follows later is another."""
        async with bench.running():
            bench.server.say("a" * 4096)
            bench.server.say("b" * 50)
            await bench.until(bench.server.sent)
            bench.server.say("another")
            await bench.until(lambda: len(bench.understanding.asked) == 2)
            await bench.quiet()
        asked = [text for _, text, _ in bench.understanding.asked]
        assert asked == ["a" * 4096 + "b" * 50, "another"]

    async def test_danger_across_the_cut(self, bench: Bench) -> None:
        """A sentence cut in two by the app is still read as one."""
        async with bench.running():
            bench.server.say("We met again last week. " * 170 + "dad is hitting ")
            bench.server.say("the baby right now")
            await bench.until(lambda: len(bench.server.sent()) >= 2)
        assert bench.server.sent()[0].startswith(phrases.DANGER_CARD)
        assert sum(text.startswith(phrases.DANGER_CARD) for text in bench.server.sent()) == 1

    async def test_an_edited_message(self, bench: Bench) -> None:
        """Answered again once, labelled."""
        async with bench.running():
            message = bench.server.message(7, text="first words")
            bench.server.put({"message": message})
            bench.server.put({"edited_message": {**message, "text": "second words"}})
            bench.server.put({"edited_message": {**message, "text": "third words"}})
            await bench.until(lambda: len(bench.server.sent()) == 2)
            await bench.quiet()
        assert bench.server.sent() == ["answer to: first words", f"{phrases.EDITED}\n\nanswer to: second words"]

    async def test_a_group(self, bench: Bench) -> None:
        """Private chats only, said once; danger gets the card there too."""
        group = {"chat": {"id": -5, "type": "supergroup"}}
        async with bench.running():
            for text in ("hello", "hello again", DANGER):
                bench.server.put({"message": {**bench.server.message(-5, text=text), **group}})
            await bench.until(lambda: len(bench.server.sent()) == 2)
            await bench.quiet()
        assert sorted(text[:10] for text in bench.server.sent()) == sorted(
            [phrases.PRIVATE_ONLY[:10], phrases.DANGER_CARD[:10]]
        )
        assert not bench.understanding.asked

    async def test_the_same_update_twice(self, bench: Bench) -> None:
        """Ignored, also when it comes again after a restart."""
        update = {"message": bench.server.message(7, text="once"), "update_id": 1500}
        async with bench.running():
            bench.server.put(dict(update))
            bench.server.put(dict(update))
            await bench.until(bench.server.sent)
            await bench.quiet()
        bench.server.updates.append(dict(update))
        async with bench.running():
            await bench.quiet(0.3)
        assert bench.server.sent() == ["answer to: once"]

    async def test_an_old_update(self, bench: Bench) -> None:
        """Over a day old: answered, and said so."""
        async with bench.running():
            bench.server.say("are you there", date=int(time.time()) - 90_000)
            await bench.until(bench.server.sent)
        assert bench.server.sent() == [f"{phrases.SENT_LATE}\n\nanswer to: are you there"]

    async def test_a_flood(self, bench: Bench) -> None:
        """Over fifteen a minute: one notice, and danger is still answered."""
        async with bench.running():
            for number in range(25):
                bench.server.say(f"message {number}")
            bench.server.say(DANGER)
            bench.server.say("someone else", chat=8)
            await bench.until(lambda: any(text.startswith(phrases.DANGER_CARD) for text in bench.server.sent(7)))
            await bench.until(lambda: bench.server.sent(8))
            await bench.quiet()
        texts = bench.server.sent(7)
        assert sum(text.startswith("answer to") for text in texts) == 15
        assert texts.count(phrases.FLOOD) == 1
        assert bench.server.sent(8) == ["answer to: someone else"]

    async def test_a_backlog_is_no_flood(self, bench: Bench) -> None:
        """Twenty messages sent over an hour while nobody answered are all answered."""
        began = int(time.time()) - 3600
        for number in range(20):
            bench.server.say(f"message {number}", date=began + number * 180)
        async with bench.running():
            await bench.until(lambda: len(bench.server.sent()) == 20)

    async def test_blocked(self, bench: Bench) -> None:
        """403: nothing more is tried, and what waited is erased; when the person writes again, they are answered."""
        bench.server.fault = lambda method, _: (
            error(403, "Forbidden: bot was blocked by the user") if method == "sendMessage" else None
        )
        async with bench.running():
            bench.server.say("one")
            await bench.until(lambda: bench.server.tried)
            await bench.quiet()
            assert len(bench.server.tried) == 1
            bench.server.fault = None
            bench.server.say("two")
            await bench.until(bench.server.sent)
        assert bench.server.sent() == ["answer to: two"]

    async def test_the_person_leaves(self, bench: Bench) -> None:
        """Being told of a block is enough: what waits is dropped."""
        change = {"chat": {"id": 7, "type": "private"}, "new_chat_member": {"status": "kicked"}}
        async with bench.running():
            bench.server.put({"my_chat_member": change})
            await bench.quiet(0.3)
        assert not bench.server.tried

    async def test_personal_data_is_deleted_from_the_chat(self, bench: Bench) -> None:
        """The message with a name in it is deleted, and its question answered."""
        async with bench.running(screen=lambda text: Unscreened(text.replace("Tom", "[name]"), ("a name",))):
            bench.server.say("Tom is at risk of neglect, which level?")
            await bench.until(lambda: any(method == "deleteMessage" for method, _ in bench.server.calls))
        assert "Tom" not in bench.understanding.asked[0][1] and "a name" in bench.server.sent()[0]

    @pytest.mark.parametrize(
        "update",
        [
            {},
            {"message": "x"},
            {"message": {}},
            {"message": {"chat": {"id": "seven"}, "text": "x"}},
            {"callback_query": {"id": 5}},
            {"callback_query": {"from": {"id": 7}, "data": None}},
            {"poll": {}},
            {"message": {"chat": {"id": 7}, "text": 5, "date": "never"}},
        ],
    )
    async def test_odd_updates(self, bench: Bench, update: dict[str, Any]) -> None:
        """An update of any shape harms nobody: the next one is answered."""
        async with bench.running():
            bench.server.put(update)
            bench.server.say("still there?", chat=9)
            await bench.until(lambda: bench.server.sent(9))


class TestDanger:
    async def test_the_card_is_sent_while_the_answer_is_being_looked_up(self, bench: Bench) -> None:
        """Two messages: the card at once, then the answer alone."""
        bench.understanding.wait = 0.15
        async with bench.running():
            bench.server.say(DANGER)
            await bench.until(bench.server.sent)
            assert bench.server.sent()[0].startswith(phrases.DANGER_CARD)
            await bench.until(lambda: len(bench.server.sent()) == 2)
            await bench.quiet()
        assert "answer to:" in bench.server.sent()[1] and phrases.DANGER_CARD not in bench.server.sent()[1]
        assert len(bench.server.sent()) == 2

    async def test_it_goes_before_what_waits(self, bench: Bench) -> None:
        """A card overtakes replies that are being tried again."""
        refuse = True
        bench.server.fault = lambda method, told: (
            error(500, "x") if refuse and "answer to: hello" in str(told) else None
        )
        async with bench.running():
            bench.server.say("hello")
            await bench.until(lambda: bench.server.tried)
            bench.server.say(DANGER)
            await bench.until(bench.server.sent)
            assert bench.server.sent()[0].startswith(phrases.DANGER_CARD)
            refuse = False
            await bench.until(lambda: len(bench.server.sent()) == 3)

    async def test_with_a_journal_that_cannot_be_written(self, bench: Bench) -> None:
        """The card goes out past the journal, and the update stays with Telegram."""
        async with bench.running():
            await bench.quiet()
            with bench.journal.engine.begin() as connection:
                connection.exec_driver_sql("DROP TABLE inbox")
            bench.server.say(DANGER)
            await bench.until(bench.server.sent)
        assert bench.server.sent()[0].startswith(phrases.DANGER_CARD)
        assert len(bench.server.updates) == 1


class TestDelivery:
    @pytest.mark.parametrize(
        "fault",
        [
            error(500, "Internal"),
            error(502, "Bad Gateway"),
            too_many(0.05),
            Answer(200, b"<html>"),
            Answer(200, b""),
            "drop",
        ],
    )
    async def test_a_fault_is_tried_again(self, bench: Bench, fault: Any) -> None:
        """Whatever fails for a while, the reply arrives."""
        faults = [fault, fault]
        bench.server.fault = lambda method, _: faults.pop() if faults and method == "sendMessage" else None
        async with bench.running():
            bench.server.say("hello")
            await bench.until(lambda: not faults and bench.server.sent())
            await bench.quiet()
        assert "answer to: hello" in bench.server.sent()

    async def test_retry_after_is_obeyed(self, bench: Bench) -> None:
        """Not earlier than Telegram said."""
        faults: list[Answer] = [too_many(1)]
        bench.server.fault = lambda method, _: faults.pop() if faults and method == "sendMessage" else None
        async with bench.running():
            bench.server.say("hello")
            await bench.until(lambda: not faults)
            began = time.monotonic()
            await bench.until(bench.server.sent)
        assert time.monotonic() - began > 0.9

    async def test_entities_that_are_refused_are_left_out(self, bench: Bench) -> None:
        """400: the words go out plain."""
        bench.understanding.answers = lambda _: Reply(Outcome.ANSWERED, f"{phrases.NEXT}\nring them")
        bench.server.fault = lambda method, told: (
            error(400, "Bad Request: can't parse entities") if told.get("entities") else None
        )
        async with bench.running():
            bench.server.say("hello")
            await bench.until(bench.server.sent)
        assert bench.server.sent() == [f"{phrases.NEXT}\nring them"]

    async def test_attempts_are_bounded(self, bench: Bench) -> None:
        """A call that can never succeed ends, and the next one is not held up for ever."""
        bench.server.fault = lambda _, told: error(500, "x") if "hello" in str(told) else None
        async with bench.running():
            bench.server.say("hello")
            bench.server.say("next")
            await bench.until(lambda: "answer to: next" in bench.server.sent())
        assert len([1 for _, told in bench.server.tried if "hello" in str(told)]) == 12

    async def test_order_within_and_across_chats(self, bench: Bench) -> None:
        """Sixty chats with five messages each, one call in eleven failing: all answered, none out of order."""
        count = 0

        def fault(method: str, _: dict[str, Any]) -> Answer | None:
            nonlocal count
            count += 1
            return [error(500, "x"), too_many(0.02), error(502, "y")][count % 3] if count % 11 == 0 else None

        bench.server.fault = fault
        async with bench.running():
            for number in range(5):
                for chat in range(1, 61):
                    bench.server.say(f"message {number}", chat=chat)
            await bench.until(lambda: len(bench.server.sent()) >= 300, within=25)
        for chat, texts in bench.server.by_chat().items():
            assert texts == [f"answer to: message {number}" for number in range(5)], chat

    async def test_one_slow_chat_holds_up_nobody(self, bench: Bench) -> None:
        """A chat whose replies fail does not delay another."""
        bench.server.fault = lambda _, told: error(500, "x") if told.get("chat_id") == 7 else None
        async with bench.running():
            bench.server.say("hello", chat=7)
            bench.server.say("hello", chat=8)
            await bench.until(lambda: bench.server.sent(8), within=1)

    async def test_polls_fail_and_recover(self, bench: Bench) -> None:
        """A poll that fails is asked again, and what was sent meanwhile is answered."""
        faults: list[Any] = [Answer(200, b"not json"), error(502, "x")]
        bench.server.fault = lambda method, _: faults.pop() if faults and method == "getUpdates" else None
        async with bench.running():
            bench.server.say("hello")
            await bench.until(bench.server.sent, within=8)

    async def test_the_offset_moves_only_after_the_commit(self, bench: Bench) -> None:
        """Telegram is told to forget an update only when it is in the journal."""
        async with bench.running():
            number = bench.server.say("hello")
            await bench.until(lambda: number + 1 in bench.server.offsets)
            with bench.journal.engine.connect() as connection:
                rows = connection.exec_driver_sql("SELECT update_id FROM inbox").all()
        assert (number,) in [tuple(row) for row in rows]

    async def test_what_a_former_run_left_is_taken_up(self, bench: Bench) -> None:
        """Updates kept and never answered are answered at the next start; a reply that may have arrived is marked."""
        bench.understanding.wait = 30
        async with bench.running(answer_within=30):
            bench.server.say("left in the inbox")
            await bench.until(lambda: bench.understanding.asked)
        bench.understanding.wait = 0
        bench.server.fault = lambda method, _: "hang" if method == "sendMessage" else None
        async with bench.running():
            await bench.until(lambda: bench.server.tried)
        bench.server.fault = None
        async with bench.running():
            await bench.until(bench.server.sent)
        assert bench.server.sent() == [f"{phrases.SENT_AGAIN}\nanswer to: left in the inbox"]

    async def test_nothing_that_was_said_stays(self, bench: Bench, kept: Path) -> None:
        """Once it is answered and delivered, no file of the journal holds a word of it."""
        async with bench.running():
            bench.server.say("canary-in-the-question")
            await bench.until(bench.server.sent)
            await bench.quiet()
        bench.journal.close()
        for file in kept.parent.iterdir():
            assert b"canary" not in file.read_bytes(), file.name


class TestReflection:
    async def test_ticks_edit_the_one_message(self, bench: Bench) -> None:
        """A tap turns a tick over and edits the message that shows it; nothing new is sent."""
        async with bench.running():
            bench.server.say("/reflect neglect")
            await bench.until(bench.server.sent)
            buttons = bench.server.buttons(bench.server.messages()[-1])
            assert {"☐ 1", "☐ 2", "Export as Word"} <= set(buttons)
            for shown, box in (("☑ 2", "[x] 2."), ("☐ 2", "[ ] 2.")):
                bench.server.calls.clear()
                bench.server.press(buttons["☐ 2"], message=501)
                await bench.until(lambda: any(method == "editMessageText" for method, _ in bench.server.calls))
                edited = next(told for method, told in bench.server.calls if method == "editMessageText")
                assert edited["message_id"] == 501 and box in edited["text"] and shown in bench.server.buttons(edited)
                assert not bench.server.sent()

    async def test_an_export_is_a_file_and_ends_the_reflection(self, bench: Bench) -> None:
        """The file arrives, and then the reflection is gone; its buttons have expired."""
        async with bench.running():
            bench.server.say("/reflect neglect")
            await bench.until(bench.server.sent)
            key = bench.server.buttons(bench.server.messages()[-1])["Export as Markdown"]
            bench.server.say("/tick 1 a note")
            await bench.until(lambda: len(bench.server.sent()) == 2)
            bench.server.press(key)
            await bench.until(lambda: any(method == "sendDocument" for method, _ in bench.server.calls))
            await bench.quiet()
            document = next(told for method, told in bench.server.calls if method == "sendDocument")
            assert (
                b"[x] What did you see?" in document["document"]["content"]
                and b"a note" in document["document"]["content"]
            )
            assert document["caption"] == phrases.REFLECT_EXPORT_DONE
            bench.server.say("/tick 1")
            await bench.until(lambda: phrases.REFLECT_NOT_OPEN in bench.server.sent())

    async def test_a_file_that_cannot_be_sent_costs_nothing(self, bench: Bench) -> None:
        """The person is told, and the reflection is kept."""
        bench.server.fault = lambda method, _: error(500, "x") if method == "sendDocument" else None
        async with bench.running():
            bench.server.say("/reflect neglect")
            bench.server.say("/export md")
            await bench.until(lambda: phrases.FILE_NOT_SENT in bench.server.sent())
            bench.server.fault = None
            bench.server.say("/export docx")
            await bench.until(lambda: any(method == "sendDocument" for method, _ in bench.server.calls))


async def test_a_long_reply_is_cut_between_blocks(bench: Bench) -> None:
    """Each part within Telegram's limit, in order, nothing lost, the buttons below the last."""
    block = "A line of guidance that goes on. " * 20
    whole = "\n\n".join(f"{number} {block}".strip() for number in range(12))
    bench.understanding.answers = lambda _: Reply(Outcome.ANSWERED, whole, quotes=QUOTES)
    async with bench.running():
        bench.server.say("tell me everything")
        await bench.until(lambda: len(bench.server.sent()) >= 2)
        await bench.quiet()
    texts = bench.server.sent()
    assert all(len(text.encode("utf-16-le")) // 2 <= 4096 for text in texts)
    assert "\n\n".join(texts) == whole
    assert [bool(bench.server.buttons(one)) for one in bench.server.messages()] == [False] * (len(texts) - 1) + [True]


async def test_a_refused_token_stops_the_front(bench: Bench) -> None:
    """One sentence that names the setting and not the token."""
    async with Api("1:wrong-token-entirely", bench.server.url) as api:
        with pytest.raises(TokenRefused) as refused:
            await api.updates(None, 0)
    assert "SIGNPOST_TELEGRAM_TOKEN" in str(refused.value) and "wrong-token" not in str(refused.value)


def test_the_address_of_the_journal_is_checked() -> None:
    """A journal that cannot be opened is one sentence."""
    from bot.journal import JournalUnusable

    for place in ("nonsense", "nosuch://x/y"):
        with pytest.raises(JournalUnusable):
            open_journal(place)


def test_faults_are_told_apart() -> None:
    """The server of these tests counts as one of ours: its helpers build what they say."""
    assert replace(too_many(2)).body["parameters"]["retry_after"] == 2
    assert isinstance(BotApi().url, str) and asyncio is not None


async def test_nothing_of_a_reflection_stays_after_its_file_arrived(bench: Bench, kept: Path) -> None:
    """The note is on disk until Telegram has the file; after that no file of the journal holds it, as text or as base64."""
    server, note = bench.server, "canary-Kx93 was mentioned in supervision"
    forms = [note.encode(), *(base64.b64encode(b" " * shift + note.encode())[4:-4] for shift in range(3))]

    def holding() -> list[str]:
        files = (file for file in kept.parent.iterdir() if file.name.startswith(kept.name))
        return [file.name for file in files if any(form in file.read_bytes() for form in forms)]

    async with bench.running():
        server.say("/reflect neglect")
        await bench.quiet()
        server.say(f"/tick 1 {note}")
        await bench.quiet()
        assert holding()
        server.say("/export md")
        await bench.until(lambda: any(method == "sendDocument" for method, _ in server.calls))
        await bench.quiet()
        assert not holding()
