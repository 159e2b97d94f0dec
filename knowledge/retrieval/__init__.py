"""A question and its situation to passages, kept and rejected, with reasons."""

from knowledge.retrieval.outcomes import Found, Hit, Rejected, Situation
from knowledge.retrieval.search import Retriever, Tuning

__all__ = ["Found", "Hit", "Rejected", "Retriever", "Situation", "Tuning"]
