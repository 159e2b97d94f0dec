"""What the front does by itself on command, a file for each family: opening, area, reflection, own data."""

from bot.front.errands.errand import Errand as Errand
from bot.front.errands.roster import Errands as Errands
