"""The 999 card, alone or above an answer."""

from dataclasses import replace

from bot import phrases
from bot.conversations.danger.writers import Writer
from bot.replies import Call, Outcome, Reply

_MEANT_FOR = {
    Writer.CHILD: phrases.CHILD_CARD,
    Writer.PARENT: phrases.PARENT_CARD,
    Writer.DISTRESSED: phrases.DISTRESS_CARD,
}


def danger_reply(
    answer: Reply | None = None, calls: tuple[Call, ...] = (), area: str = "", writer: Writer | None = None
) -> Reply:
    """The 999 card, with the answer to what was asked below it where there is one.

    A child, a parent or somebody in distress who writes gets the words meant for them between the two.
    """
    reach = "\n".join(_reach(call) for call in (answer.contacts if answer else calls)[:4])
    meant = _MEANT_FOR[writer] if writer else ""
    shown = answer is not None and answer.outcome in (Outcome.ANSWERED, Outcome.CONFLICTING)
    said = answer is not None and shown and bool(meant) and meant in answer.message
    card = phrases.DANGER_CARD if said or not meant else f"{phrases.DANGER_CARD}\n\n{meant}"
    if reach:
        card = f"{card}\n{phrases.DANGER_THEN}\n{reach}"
    if answer is None:
        return Reply(Outcome.DANGER, card, area=area, danger=True, contacts=calls)
    if answer.danger:
        return answer
    if not shown:
        return replace(answer, outcome=Outcome.DANGER, danger=True, message=card)
    below = answer.message.removeprefix(phrases.DANGER_LINE).strip()
    return replace(answer, outcome=Outcome.DANGER, danger=True, message=f"{card}\n\n{phrases.DANGER_QUESTION}\n{below}")


def holds_meant_words(answer: Reply) -> bool:
    """Whether an answer is already the words for a child, a parent or somebody in distress, which name 999 themselves."""
    return any(words in answer.message for words in _MEANT_FOR.values())


def _reach(call: Call) -> str:
    """A service with its areas, since two areas' services may have one name."""
    where = f" ({', '.join(call.areas)})" if call.areas else ""
    return f"- {call.service}{where}: {' or '.join(call.telephones)}"
