"""The danger card beside the answer: both in one reply, or the answer alone where the card is out already. Pure."""

from dataclasses import replace

from bot import phrases
from bot.conversations.danger import Writer, danger_reply, tells_of_danger
from bot.front.cleaning import cleaned
from bot.replies import Outcome, Reply


def is_danger(text: str) -> bool:
    """Whether a message tells of danger, as it was typed or as it is once cleaned."""
    return tells_of_danger(text) or tells_of_danger(cleaned(text))


def below(card: Reply, answer: Reply, writer: Writer | None) -> Reply:
    """Card and answer in one. Children's services come first among the numbers, whatever the question was about."""
    others = tuple(
        call for call in answer.contacts if not any(_same(call.telephones, one.telephones) for one in card.contacts)
    )
    words = _without_card(answer)
    if not words:
        return replace(card, area=answer.area or card.area)
    outcome = Outcome.ANSWERED if answer.danger else answer.outcome
    plain = replace(answer, outcome=outcome, danger=False, message=words, contacts=(*card.contacts, *others))
    return replace(danger_reply(plain, writer=writer), area=answer.area or card.area)


def answer_alone(card: Reply, answer: Reply) -> Reply:
    """The answer below a card that is out already; its message is "" where it holds nothing more than the card."""
    words = "" if answer.outcome in (Outcome.NOT_FOUND, Outcome.UNAVAILABLE) else _without_card(answer)
    message = f"{phrases.DANGER_QUESTION}\n{words}" if words else ""
    return replace(answer, outcome=Outcome.DANGER, danger=True, message=message, area=answer.area or card.area)


def _without_card(answer: Reply) -> str:
    """What an answer says, without a danger card or line of its own."""
    message = answer.message
    if message.startswith(phrases.DANGER_CARD):
        _, _, message = message.partition(f"{phrases.DANGER_QUESTION}\n")
    return message.removeprefix(phrases.DANGER_LINE).strip()


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool(one) and {"".join(number.split()) for number in one} == {"".join(number.split()) for number in other}
