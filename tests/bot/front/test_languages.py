"""Another language than English is told from its commonest words, and English with slips stays English."""

import json
from pathlib import Path

import pytest

from bot.front.counter import Counter
from bot.front.languages import is_another_language
from bot.replies import Outcome
from tests.bot.front.conftest import Remembers, message

_MESSAGES = Path(__file__).parents[1] / "dialogue"


@pytest.mark.parametrize(
    "text",
    [
        "dziecko jest bite w domu, do kogo mam zadzwonić",
        "nie wiem co robić, sąsiad bije dzieci",
        "un copil este bătut acasă, pe cine sun",
        "mae plentyn yn yr ysgol wedi cael ei frifo, pwy ddylwn i ffonio",
        "je suis inquiète pour un enfant, qui dois-je appeler",
        "mi hijo tiene miedo de su padre, a quien llamo",
        "das Kind wird zu Hause geschlagen, wen soll ich anrufen",
        "çocuk evde dövülüyor, kimi aramalıyım",
        "vaikas bijo eiti namo, kam skambinti",
    ],
)
async def test_another_language_gets_the_card_and_the_limit(
    counter: Counter, understanding: Remembers, text: str
) -> None:
    """999 first, that only English is read, whom to call; and nothing is guessed from it."""
    served = await counter.serve(message(text, area="Here"))
    assert (served.reply.outcome, served.reply.danger) == (Outcome.UNAVAILABLE, True)
    assert "999" in served.reply.message and "English" in served.reply.message
    assert served.reply.contacts and understanding.asked == []


@pytest.mark.parametrize(
    "text",
    [
        "mum says je suis désolée all the time, what is that",
        "the family speak polish and romanian, do i need an interpreter",
        "nfa'd agn. dont agree, wot nxt",
        "MARF?",
        "",
        "123",
        "LADO",
        "is der a form",
    ],
)
def test_english_with_a_foreign_word_or_slips_is_english(text: str) -> None:
    """A practitioner is not turned away for a word or a slip."""
    assert not is_another_language(text)


def test_no_message_of_ours_is_taken_for_another_language() -> None:
    """None of the test messages of the understanding."""
    texts = [
        json.loads(line)["text"]
        for file in sorted(_MESSAGES.glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    assert len(texts) > 700 and [text for text in texts if is_another_language(text)] == []
