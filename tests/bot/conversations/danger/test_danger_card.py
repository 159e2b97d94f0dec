"""The 999 card, and who it is for."""

from dataclasses import replace

import pytest

from bot import phrases
from bot.conversations import answer
from bot.conversations.danger import Writer, danger_reply, tells_of_danger, who_writes
from bot.journal import in_memory
from bot.replies import Outcome, Reply
from knowledge.library import Library
from tests.bot.conversations.conftest import turn
from tests.bot.front.conftest import Remembers, counter_over, message

CHILDREN = [
    "my dad hits me",
    "im 12 and my stepdad is hurting me",
    "i'm 9 years old and mum left me on my own",
    "my mums boyfriend touches me",
    "im in year 8 and i want to die",
    "i am 14 and my uncle raped me",
    "my parents are making me marry someone",
    "i dont want to go home my dad will hit me",
    "MY DAD IS GOING TO KILL MY MUM",
    "im 15 can you help me",
]
PARENTS = [
    "i'm a mum and my partner is hitting my son",
    "my ex is hurting our daughter",
    "my little girl told me her uncle touched her",
    "social services took my kids",
    "i'm scared i'll hurt my baby",
]
DISTRESSED = ["i can't cope with this case anymore", "i want to die", "im burnt out, i keep crying at my desk"]
PRACTITIONERS = [
    "dad hits him",
    "a child told me his dad hits him",
    "im 12 weeks into the job, who do i call",
    "one of my kids in year 8 says her mum hits her",
    "my referral was turned down",
    "i am a health visitor and the baby is not breathing",
    "my pupil says her stepdad touches her",
    "mum says her ex is hurting their daughter",
    "i am 5 days late with my report",
]


@pytest.mark.parametrize("text", CHILDREN)
def test_a_child_who_writes_is_told_apart(text: str) -> None:
    """Plain words of a child about themselves."""
    assert who_writes(text) is Writer.CHILD


@pytest.mark.parametrize("text", PARENTS)
def test_a_parent_who_writes_is_told_apart(text: str) -> None:
    """Plain words of a parent about their own child."""
    assert who_writes(text) is Writer.PARENT


@pytest.mark.parametrize("text", DISTRESSED)
def test_somebody_in_distress_is_told_apart(text: str) -> None:
    """Plain words about the writer's own strength."""
    assert who_writes(text) is Writer.DISTRESSED


@pytest.mark.parametrize("text", PRACTITIONERS)
def test_a_practitioner_is_taken_for_nobody_else(text: str) -> None:
    """What is said of others is not said of oneself."""
    assert who_writes(text) is None


@pytest.mark.parametrize("text", ["my dad hits me", "my mums boyfriend touches me", "MY DAD IS GOING TO KILL MY MUM"])
def test_a_child_who_tells_of_danger_to_themselves_brings_the_card(text: str) -> None:
    """A child's own words are words of danger as well."""
    assert tells_of_danger(text)


@pytest.mark.parametrize(
    ("writer", "words"),
    [
        (Writer.CHILD, phrases.CHILD_CARD),
        (Writer.PARENT, phrases.PARENT_CARD),
        (Writer.DISTRESSED, phrases.DISTRESS_CARD),
    ],
)
def test_the_words_meant_for_the_writer_stand_with_the_card(writer: Writer, words: str) -> None:
    """999 first, then the words for them, then the answer: a wrong guess takes nothing away."""
    alone = danger_reply(writer=writer)
    assert alone.message.startswith(phrases.DANGER_CARD) and words in alone.message
    below = danger_reply(Reply(Outcome.ANSWERED, "the steps"), writer=writer).message
    assert below.index(phrases.DANGER_CARD) < below.index(words) < below.index("the steps")


def test_a_practitioner_s_card_is_as_it_was() -> None:
    """No writer, no other words."""
    reply = danger_reply()
    assert reply.message == phrases.DANGER_CARD and reply.danger and reply.outcome is Outcome.DANGER


async def test_a_child_at_the_counter_gets_the_card_and_the_words_for_children() -> None:
    """One reply in every channel: 999, then Childline, then whatever else is said."""
    counter = counter_over(Remembers(), in_memory())
    reply = (await counter.serve(message("my dad hits me every night"))).reply
    assert reply.message.startswith(phrases.DANGER_CARD) and reply.danger
    assert phrases.CHILD_CARD in reply.message
    card = counter.card_for(message("im 12 and my stepdad is hurting me"))
    assert card and phrases.CHILD_CARD in card.message


async def test_the_words_for_children_are_said_once() -> None:
    """Where the understanding answers with the same words, they are not repeated."""
    understanding = Remembers(answers=lambda _: Reply(Outcome.ANSWERED, phrases.CHILD_CARD))
    reply = (await counter_over(understanding, in_memory()).serve(message("my dad hits me every night"))).reply
    assert reply.message.count(phrases.CHILD_CARD) == 1


def test_the_second_net_puts_the_card_above_the_answer(library: Library) -> None:
    """Danger that only the net has seen: the card first, and below it the answer to what was asked."""
    told = replace(turn("who do i call", "who_do_i_call"), entities={"danger": ("told",)})
    reply, _ = answer(told, library)
    assert (reply.outcome, reply.danger) == (Outcome.DANGER, True)
    assert reply.message.startswith(phrases.DANGER_CARD) and phrases.DANGER_QUESTION in reply.message
    assert reply.contacts


def test_words_for_a_child_are_not_lost_below_the_net(library: Library) -> None:
    """A child who writes gets the words for children, whatever the net says."""
    told = replace(turn("i dont want to go home", "child_writing"), entities={"danger": ("told",)})
    reply, _ = answer(told, library)
    assert phrases.CHILD_CARD in reply.message
