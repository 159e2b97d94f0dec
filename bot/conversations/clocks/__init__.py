"""Escalation clocks: which may be started at a stage, what is said of those that run, and what a reminder says. Pure."""

from bot.conversations.clocks.cards import ended as ended
from bot.conversations.clocks.cards import listed as listed
from bot.conversations.clocks.cards import put_off as put_off
from bot.conversations.clocks.cards import said as said
from bot.conversations.clocks.cards import started as started
from bot.conversations.clocks.cards import which as which
from bot.conversations.clocks.counting import BY_THE_HOUR as BY_THE_HOUR
from bot.conversations.clocks.counting import counted_anew as counted_anew
from bot.conversations.clocks.counting import kept_clock as kept_clock
from bot.conversations.clocks.counting import next_reminder as next_reminder
from bot.conversations.clocks.offering import start_clock as start_clock
from bot.conversations.clocks.references import code_in as code_in
from bot.conversations.clocks.reminding import ahead_of as ahead_of
from bot.conversations.clocks.reminding import reminder as reminder
from bot.conversations.clocks.since import When as When
from bot.conversations.clocks.since import since_in as since_in
