"""Golden dialogues through the whole path: each reply is as a careful colleague would expect it."""

import pytest

from bot.front.counter import Message
from bot.front.rasa import Understanding
from bot.processes import Running
from knowledge.library import Library
from tests.bot.dialogues.conftest import counter_at
from tests.bot.dialogues.playing import Dialogue, dialogues, failures

ALL = tuple(dialogues())


@pytest.mark.rasa
@pytest.mark.parametrize("dialogue", ALL, ids=lambda one: one.name)
async def test_dialogue(dialogue: Dialogue, speaking: Running, library: Library, patience: float) -> None:
    """Every reply of the conversation holds what it must and nothing that it must not."""
    async with Understanding(speaking.rasa, budget=patience) as understanding:
        counter = counter_at(understanding, library)
        wrong = []
        for line in dialogue.lines:
            served = await counter.serve(Message("test", dialogue.name, line.say, dialogue.area))
            wrong += [f"{line.say!r}: {failure}" for failure in failures(line, served.reply)]
    assert not wrong, "\n\n".join(wrong)
