"""A question made ready for the search: short forms spelled out, old names joined by current ones, slips
mended.

Nothing typed is thrown away: what is worked out stands beside it.
"""

from knowledge.questions.expansion import Expansion
from knowledge.questions.other_names import is_list_of_words, other_names
from knowledge.questions.preparation import Preparer, Query
from knowledge.questions.spelling import Repair

__all__ = ["Expansion", "Preparer", "Query", "Repair", "is_list_of_words", "other_names"]
