"""The counter: danger before everything, an answer to everything, order within a conversation."""

import asyncio
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import phrases
from bot.conversations.cards import unavailable
from bot.conversations.danger import danger_reply
from bot.front.counter import Counter
from bot.front.messages import Served
from bot.front.privacy_guard import Unscreened
from bot.journal import Journal, in_memory
from bot.replies import Outcome, Reply
from tests.bot.front.conftest import DOOR, KNOWN, NIGHT, SILENCES, THERE, Remembers, counter_over, message

DANGER = "dad is hitting the baby right now, what do I do?"


async def say(counter: Counter, text: str, **where: str) -> Reply:
    return (await counter.serve(message(text, **where))).reply


async def test_an_answer_comes_from_the_understanding(counter: Counter, understanding: Remembers) -> None:
    """A question is relayed with the conversation's hash, its area and the time, and its answer handed out."""
    reply = await say(counter, "who do I call?", area="here")
    assert reply.message == "answer to: who do I call?"
    sender, text, told = understanding.asked[0]
    assert text == "who do I call?"
    assert told == {"area": "Here", "now": "2026-11-23T10:00:00+00:00", "explain": False}
    assert len(sender) == 32 and sender != "1"


class TestDanger:
    async def test_the_card_comes_first_and_the_answer_below(self, counter: Counter) -> None:
        """One reply: the 999 card, the front doors, then what was asked."""
        reply = await say(counter, DANGER, area="Here")
        assert reply.outcome is Outcome.DANGER and reply.danger
        card, below = reply.message.split(phrases.DANGER_QUESTION)
        assert card.startswith(phrases.DANGER_CARD)
        assert "01632 960111" in card and "01632 960222" in card
        assert "answer to:" in below

    async def test_a_channel_that_can_send_twice_gets_the_card_before_anything_is_asked(
        self, counter: Counter, understanding: Remembers
    ) -> None:
        """The card is out while the understanding has not even been asked."""
        cards: list[Reply] = []

        async def at_once(card: Reply) -> None:
            assert not understanding.asked
            cards.append(card)

        served = await counter.serve(message(DANGER, area="Here"), at_once)
        assert [card.message.startswith(phrases.DANGER_CARD) for card in cards] == [True]
        assert cards[0].contacts == (DOOR, NIGHT)
        assert phrases.DANGER_CARD not in served.reply.message
        assert "answer to:" in served.reply.message

    async def test_one_card_although_the_understanding_adds_its_own(
        self, counter: Counter, understanding: Remembers
    ) -> None:
        """Where the actions see the danger too, the person still reads one card, with children's services first."""
        understanding.answers = lambda _: danger_reply(Reply(Outcome.ANSWERED, "the answer", contacts=(THERE,)))
        one = await say(counter, DANGER, area="Here")
        assert one.message.count(phrases.DANGER_CARD) == 1 and one.message.endswith(
            f"{phrases.DANGER_QUESTION}\nthe answer"
        )
        assert one.contacts == (DOOR, NIGHT, THERE)
        cards: list[Reply] = []

        async def at_once(card: Reply) -> None:
            cards.append(card)

        served = await counter.serve(message(DANGER, area="Here"), at_once)
        assert len(cards) == 1 and served.reply.message == f"{phrases.DANGER_QUESTION}\nthe answer"
        understanding.answers = lambda _: danger_reply(None)
        assert (await counter.serve(message(DANGER, area="Here"), at_once)).reply.message == ""
        assert (await say(counter, DANGER, area="Here")).message.count(phrases.DANGER_CARD) == 1

    async def test_the_card_does_not_wait_for_the_conversation_s_turn(
        self, counter: Counter, understanding: Remembers
    ) -> None:
        """A message that is still being answered does not hold the card up."""
        understanding.wait = 0.15
        seen: list[str] = []

        async def at_once(_: Reply) -> None:
            seen.append("card")

        async def slow() -> None:
            await say(counter, "first question")
            seen.append("first")

        await asyncio.gather(slow(), counter.serve(message(DANGER), at_once))
        assert seen == ["card", "first"]

    @pytest.mark.parametrize(
        "text", ["/tick 1 " + DANGER, "/help " + DANGER, "/reflect " + DANGER, "/intent{} " + DANGER]
    )
    async def test_no_command_goes_before_it(self, counter: Counter, text: str) -> None:
        """Danger in the words of a command is danger."""
        assert (await say(counter, text)).message.startswith(phrases.DANGER_CARD)

    @pytest.mark.parametrize(
        "text",
        [
            "dad is hit\u200bting the ba\u00adby right now",
            "\u202edad is hitting the baby right now\u202c",
            "d\ufeffad is hitting the\x00 baby right now\ud800",
        ],
    )
    async def test_hidden_characters_hide_nothing(self, counter: Counter, text: str) -> None:
        """Raw and cleaned text are both read."""
        assert (await say(counter, text)).message.startswith(phrases.DANGER_CARD)

    async def test_buried_in_4000_characters(self, counter: Counter) -> None:
        """One sentence in a long story is found wherever it stands."""
        story = "We have had many meetings about this family and nothing has changed. " * 29
        assert (await say(counter, story + DANGER + " " + story)).message.startswith(phrases.DANGER_CARD)

    async def test_with_everything_down(self, understanding: Remembers, journal: Journal) -> None:
        """No Rasa and no journal: the card, the numbers and the safe card still come."""
        understanding.fails = True
        counter = counter_over(understanding, journal)
        journal.engine.dispose()
        reply = await say(counter, DANGER, area="Here")
        assert reply.message.startswith(phrases.DANGER_CARD)
        assert "01632 960111" in reply.message

    async def test_an_unknown_area_does_not_stand_in_its_way(self, counter: Counter) -> None:
        """The card comes although the area cannot be served."""
        assert (await say(counter, DANGER, area="Nowhere")).message.startswith(phrases.DANGER_CARD)


class TestFallback:
    @pytest.mark.parametrize("silence", SILENCES)
    async def test_silence_becomes_the_safe_card(
        self, counter: Counter, understanding: Remembers, silence: object
    ) -> None:
        """Whatever Rasa fails with, the person gets 999 and the front door of their area."""
        understanding.answers = lambda _: silence  # type: ignore[assignment, return-value]
        reply = await say(counter, "what next?", area="Here")
        assert reply.outcome is Outcome.UNAVAILABLE
        assert "999" in reply.message and "01632 960111" in reply.message and "20 November 2026" in reply.message
        assert "01632 960333" not in reply.message, "another area's number"

    async def test_a_safe_card_without_numbers_gets_them(self, counter: Counter, understanding: Remembers) -> None:
        """Where the index is gone, the actions say so and know nobody to call: the front does, and keeps the reason."""
        understanding.answers = lambda _: unavailable(area="Here", why="The index is damaged.")
        reply = await say(counter, "what next?", area="Here")
        assert reply.outcome is Outcome.UNAVAILABLE
        assert reply.message.count(phrases.UNAVAILABLE) == 1
        assert "01632 960111" in reply.message and reply.message.endswith("The index is damaged.")
        assert [call.service for call in reply.contacts] == ["Front Door", "Night Team"]

    async def test_late(self, counter: Counter, understanding: Remembers) -> None:
        """An answer after the budget is no answer."""
        understanding.wait = 30
        began = asyncio.get_running_loop().time()
        assert (await say(counter, "what next?")).outcome is Outcome.UNAVAILABLE
        assert asyncio.get_running_loop().time() - began < 1

    async def test_an_exception_says_nothing_of_itself(self, counter: Counter, understanding: Remembers) -> None:
        """A crash is a fallback, and its text stays inside."""
        understanding.fails = True
        reply = await say(counter, "what next?")
        assert reply.outcome is Outcome.UNAVAILABLE and "canary" not in reply.message

    async def test_an_empty_answer(self, counter: Counter, understanding: Remembers) -> None:
        """A reply without words is no answer."""
        understanding.answers = lambda _: Reply(Outcome.ANSWERED, " \n")
        assert (await say(counter, "what next?")).outcome is Outcome.UNAVAILABLE

    async def test_a_broken_journal_is_no_silence(self, understanding: Remembers, journal: Journal) -> None:
        """A journal that fails costs the area, not the reply."""

        class Broken:
            def area(self, _: str) -> str:
                raise OSError("disk")

        counter = counter_over(understanding, journal)
        counter._conversations = Broken()  # type: ignore[assignment]
        assert (await say(counter, "what next?")).message == "answer to: what next?"


class TestOrder:
    async def test_one_conversation_is_answered_one_by_one(self, counter: Counter, understanding: Remembers) -> None:
        """Messages handed in together are asked in their order, never side by side."""
        understanding.wait = 0.01

        async def one(number: int) -> str:
            reply = await say(counter, f"question {number}")
            return reply.message

        replies = await asyncio.gather(*(one(number) for number in range(10)))
        assert replies == [f"answer to: question {number}" for number in range(10)]
        assert [text for _, text, _ in understanding.asked] == [f"question {number}" for number in range(10)]

    async def test_conversations_do_not_wait_for_each_other(self, counter: Counter, understanding: Remembers) -> None:
        """A hundred conversations take about as long as one."""
        understanding.wait = 0.1
        began = asyncio.get_running_loop().time()
        await asyncio.gather(*(say(counter, "hello", conversation=str(number)) for number in range(100)))
        assert asyncio.get_running_loop().time() - began < 2
        assert len({sender for sender, _, _ in understanding.asked}) == 100

    async def test_nothing_is_held_of_idle_conversations(self, counter: Counter) -> None:
        """Turns are let go of, also those that were cancelled."""
        task = asyncio.create_task(say(counter, "hello"))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await say(counter, "hello", conversation="2")
        assert counter._turns.busy == 0


class TestCommands:
    async def test_help_and_start_need_nothing_else(self, counter: Counter, understanding: Remembers) -> None:
        """Both are answered by the front alone."""
        assert (await say(counter, "/help")).message == phrases.HELP
        welcome = await say(counter, "/start")
        assert phrases.WELCOME_DEMONSTRATION in welcome.message and [c.send for c in welcome.choices] == [
            "Here",
            "There",
        ]
        assert not understanding.asked

    @pytest.mark.parametrize(
        ("text", "intent", "words"),
        [
            ("/restart", "begin_again", "start again"),
            ("/stage", "find_stage", "find my stage"),
            ("/reflect", "reflect", "reflect"),
            ("/reflect neglect", "reflect", "reflect on neglect"),
            ("/Reflect@SignpostBot neglect", "reflect", "reflect on neglect"),
            ("/area there", "give_area", "There"),
            ("there", "give_area", "There"),
        ],
    )
    async def test_its_own_commands_are_marked(
        self, counter: Counter, understanding: Remembers, text: str, intent: str, words: str
    ) -> None:
        """Rasa is told what the front's own command means, and never has to guess it."""
        await say(counter, text)
        assert [(asked, told.get("intent")) for _, asked, told in understanding.asked] == [(words, intent)]

    @pytest.mark.parametrize(
        "text",
        ['/intent{"slot": "x"}', "/restart_now", "//session_start", "/ back", "\\/disputed_decision", "/begin_again"],
    )
    async def test_nobody_else_s_slash_means_anything(
        self, counter: Counter, understanding: Remembers, text: str
    ) -> None:
        """A practitioner cannot speak to Rasa past its understanding."""
        await say(counter, text)
        _, asked, told = understanding.asked[0]
        assert not asked.startswith(("/", "\\")) and "intent" not in told

    async def test_an_area_is_kept(self, counter: Counter, understanding: Remembers) -> None:
        """What /area set goes with every later message of that conversation, and no other."""
        await say(counter, "/area HERE")
        await say(counter, "who do I call?")
        await say(counter, "who do I call?", conversation="2")
        assert [told["area"] for _, _, told in understanding.asked] == ["Here", "Here", ""]

    async def test_an_area_is_kept_although_rasa_is_down(self, counter: Counter, understanding: Remembers) -> None:
        """Setting one's area needs no Rasa."""
        understanding.fails = True
        reply = await say(counter, "/area here")
        assert reply.message == "Your area is Here."
        assert "01632 960333" not in (await say(counter, "next?")).message

    async def test_an_unknown_area_names_those_served(self, counter: Counter, understanding: Remembers) -> None:
        """As a command and as a message's own area."""
        for reply in (await say(counter, "/area Nowhere"), await say(counter, "hello", area="Nowhere")):
            assert "Nowhere" in reply.message and "Here, There" in reply.message
            assert [choice.send for choice in reply.choices] == ["Here", "There"]
        assert not understanding.asked

    async def test_a_changed_area_reaches_the_thread(self, counter: Counter, understanding: Remembers) -> None:
        """A thread keeps an area of its own, so a message with another one tells it first."""
        await say(counter, "who do I call?", area="Here")
        await say(counter, "who do I call?", area="There")
        assert [(text, told.get("intent")) for _, text, told in understanding.asked] == [
            ("who do I call?", None),
            ("There", "give_area"),
            ("who do I call?", None),
        ]


class TestBadInput:
    @pytest.mark.parametrize("text", ["", "   ", "\n", "\u200b\u202e", "\ud800", "/", "///", "\x00"])
    async def test_no_words(self, counter: Counter, understanding: Remembers, text: str) -> None:
        """A message without words is asked back, and nobody is troubled with it."""
        reply = await say(counter, text)
        assert reply.message == phrases.EMPTY and reply.choices and not understanding.asked

    async def test_another_script(self, counter: Counter) -> None:
        """The card and the limit, not a guess."""
        reply = await say(counter, "Ребёнок в опасности, что мне делать?", area="Here")
        assert reply.message.startswith(phrases.DANGER_CARD) and phrases.ENGLISH_ONLY in reply.message

    async def test_very_long(self, counter: Counter, understanding: Remembers) -> None:
        """What is passed on is bounded, and the person is told."""
        reply = await say(counter, "a long story " * 2_000)
        assert len(understanding.asked[0][1]) == 8_000 and "8000" in reply.message

    async def test_personal_data_is_left_out_and_told(self, understanding: Remembers, journal: Journal) -> None:
        """What the guard takes out reaches neither Rasa nor a command, and the question is still answered."""
        counter = counter_over(
            understanding, journal, screen=lambda text: Unscreened(text.replace("Tom Smith", "[name]"), ("a name",))
        )
        served = await counter.serve(message("Tom Smith missed school, what next?"))
        assert understanding.asked[0][1] == "[name] missed school, what next?"
        assert "a name" in served.reply.message and served.left_out == ("a name",)
        assert "answer to:" in served.reply.message

    @given(text=st.text(alphabet=st.characters(), max_size=200))
    def test_anything_at_all_gets_a_reply(self, text: str) -> None:
        """Any text, surrogates included, is answered without an exception, and what is relayed is clean."""
        understanding, journal = Remembers(), in_memory()
        served: Served = asyncio.run(counter_over(understanding, journal).serve(message(text)))
        journal.close()
        assert served.reply.message.strip()
        for _, asked, _ in understanding.asked:
            asked.encode("utf-8")
            assert not asked.startswith("/")


async def test_a_new_generation_counts_at_once(understanding: Remembers, journal: Journal) -> None:
    """What is known is read anew for each message, so no front has to be restarted for it."""
    known = [KNOWN]
    counter = counter_over(understanding, journal, last_known=lambda: known[0])
    known[0] = replace(KNOWN, areas=("Elsewhere",))
    assert "Elsewhere" in (await say(counter, "hello", area="Here")).message
