"""JSON lines: one out for each one in, in order, whatever comes in."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import phrases
from bot.front.counter import Counter
from bot.front.terminal.converse import converse
from bot.journal import in_memory
from bot.replies import Reply, from_wire
from tests.bot.front.conftest import Remembers, counter_over


async def answers(counter: Counter, *lines: str, explain: bool = False) -> list[dict[str, Any]]:
    async def typed() -> AsyncIterator[str]:
        for line in lines:
            yield line

    out: list[str] = []
    await converse(counter, "converse", typed(), out.append, explain=explain)
    return [json.loads(line) for line in out]


def line(text: str, conversation: str | int = "1", **more: Any) -> str:
    return json.dumps({"conversation": conversation, "text": text, **more})


async def test_the_documented_shape(counter: Counter) -> None:
    """Each line is the Reply's wire form with the conversation in front, and can be read back."""
    (wire,) = await answers(counter, line("who do I call?", area="here"))
    assert next(iter(wire)) == "conversation" and wire.pop("conversation") == "1"
    reply = from_wire(wire)
    assert isinstance(reply, Reply) and reply.message == "answer to: who do I call?"


async def test_order_is_kept_and_conversations_go_side_by_side(counter: Counter, understanding: Remembers) -> None:
    """Sixty lines of twenty conversations: answers in the order of the input, each conversation's own in turn."""
    understanding.wait = 0.01
    lines = [line(f"question {number}", conversation=number % 20) for number in range(60)]
    found = await answers(counter, *lines)
    assert [one["message"] for one in found] == [f"answer to: question {number}" for number in range(60)]
    assert [one["conversation"] for one in found] == [number % 20 for number in range(60)]
    by_sender: dict[str, list[str]] = {}
    for sender, text, _ in understanding.asked:
        by_sender.setdefault(sender, []).append(text)
    assert all(texts == sorted(texts, key=lambda text: int(text.split()[1])) for texts in by_sender.values())


@pytest.mark.parametrize(
    ("bad", "named"),
    [
        ("", "not a JSON object"), ("not json", "not a JSON object"), ("[1]", "not a JSON object"), ('"x"', "not a JSON object"),
        ("{}", "“conversation”"), ('{"conversation": "1"}', "“text”"), ('{"conversation": "1", "text": 5}', "“text”"),
        ('{"conversation": null, "text": "x"}', "“conversation”"), ('{"conversation": "1", "text": "x", "area": 3}', "“area”"),
        ("[" * 100_000, "not a JSON object"), ('{"conversation": true, "text": "x"}', "“conversation”"),
    ],
)  # fmt: skip
async def test_a_bad_line_is_named(counter: Counter, bad: str, named: str) -> None:
    """Its number, what was wrong, how it should look; the next line is answered."""
    first, second, third = await answers(counter, line("one"), bad, line("two"))
    assert second["outcome"] == "unavailable" and "Line 2" in second["message"] and named in second["message"]
    assert (first["message"], third["message"]) == ("answer to: one", "answer to: two")


async def test_an_unknown_area_names_the_known_ones(counter: Counter) -> None:
    """Said in the line's own reply."""
    (wire,) = await answers(counter, line("hello", area="Nowhere"))
    assert wire["outcome"] == "unavailable" and "Nowhere" in wire["message"] and "Here, There" in wire["message"]


async def test_danger_and_explain(counter: Counter, understanding: Remembers) -> None:
    """The card is in the one reply; explain is passed on."""
    (wire,) = await answers(counter, line("dad is hitting the baby right now"), explain=True)
    assert wire["outcome"] == "danger" and wire["danger"] and wire["message"].startswith(phrases.DANGER_CARD)
    assert understanding.asked[0][2]["explain"] is True


async def test_an_export_is_in_the_line(counter: Counter) -> None:
    """Name, type and bytes; the reflection is gone after it."""
    *_, export, after = await answers(counter, line("/reflect neglect"), line("/export md"), line("/export md"))
    assert export["document"]["name"].endswith(".md")
    assert base64.b64decode(export["document"]["base64"]).startswith(b"# Reflection")
    assert after["message"] == phrases.REFLECT_NOT_OPEN


@given(lines=st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60), max_size=8))
def test_anything_in_one_line_out(lines: list[str]) -> None:
    """As many lines out as came in, each of them JSON."""
    journal = in_memory()
    found = asyncio.run(answers(counter_over(Remembers(), journal), *lines))
    journal.close()
    assert len(found) == len(lines)


async def test_surrogates_come_back(counter: Counter) -> None:
    """A conversation named with a lone surrogate, which JSON can carry and UTF-8 cannot."""
    (wire,) = await answers(counter, '{"conversation": "\\ud800", "text": "hello"}')
    assert wire["conversation"] == "\ud800" and wire["message"] == "answer to: hello"
