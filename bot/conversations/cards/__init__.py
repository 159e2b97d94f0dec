"""An answer as one card: numbered quotations, and the message that a person sees."""

from bot.conversations.cards.answered import answered
from bot.conversations.cards.calls import as_calls as as_calls
from bot.conversations.cards.calls import calls_block as calls_block
from bot.conversations.cards.numbering import Numbering as Numbering
from bot.conversations.cards.numbering import sources as sources
from bot.conversations.cards.others import ask_back, conflicting, not_found
from bot.conversations.cards.others import unavailable as unavailable
from bot.conversations.cards.stages import stage_title as stage_title
from bot.conversations.cards.undated import undated as undated
from bot.conversations.cards.views import View as View
from bot.replies import Reply
from knowledge.answers import Answer, Answered, AskBack, Conflicting, NotFound, Unavailable


def card(
    answer: Answer, *, area: str, manual_names: dict[str, str], explain: bool = False, view: View = View.BRIEF
) -> Reply:
    """The reply for an answer, its message as long as the view wants it.

    With `explain`, what was found and not used is listed too.
    """
    numbers = Numbering(manual_names)
    match answer:
        case Answered():
            return answered(answer, area, numbers, explain, view)
        case AskBack():
            return ask_back(answer, area, numbers, explain)
        case Conflicting():
            return conflicting(answer, area, numbers, explain)
        case NotFound():
            return not_found(answer, area, numbers, explain)
        case Unavailable():
            return unavailable(area=area, why=answer.why)
