"""The rules, grouped by what they look for. Each group is one page of patterns in the language of `patterns`."""

from bot.conversations.danger.patterns import Pattern
from bot.conversations.danger.rules.alarming import ALARMING
from bot.conversations.danger.rules.alone import ALONE
from bot.conversations.danger.rules.bodies import BODIES
from bot.conversations.danger.rules.carers import CARERS
from bot.conversations.danger.rules.exploited import EXPLOITED
from bot.conversations.danger.rules.life import LIFE
from bot.conversations.danger.rules.scenes import SCENES
from bot.conversations.danger.rules.seen import SEEN
from bot.conversations.danger.rules.self_harm import SELF_HARM
from bot.conversations.danger.rules.stories import STORIES
from bot.conversations.danger.rules.taken import TAKEN
from bot.conversations.danger.rules.told import TOLD
from bot.conversations.danger.rules.violence import VIOLENCE

RULES: tuple[Pattern, ...] = (
    *TOLD,
    *LIFE,
    *VIOLENCE,
    *SELF_HARM,
    *ALONE,
    *TAKEN,
    *EXPLOITED,
    *CARERS,
    *ALARMING,
    *STORIES,
    *SEEN,
    *BODIES,
    *SCENES,
)
