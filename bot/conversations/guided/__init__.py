"""Guided help beside "find my stage": compare with the levels, the signs so far, what to have ready, a chronology starter.

Each stands on the manual's own words, scores and decides nothing, can be left and taken up again, and ends in something
to do.
"""

from bot.conversations.guided.chronology import starter as starter
from bot.conversations.guided.chronology import wants_starter as wants_starter
from bot.conversations.guided.ending import NEXT as NEXT
from bot.conversations.guided.levels import compare as compare
from bot.conversations.guided.levels import wants_comparison as wants_comparison
from bot.conversations.guided.ready import go_through as go_through
from bot.conversations.guided.ready import leave as leave
from bot.conversations.guided.ready import open_list as open_list
from bot.conversations.guided.ready import wants_list as wants_list
from bot.conversations.guided.signs import read_back as read_back
