"""A question and its situation into what the search takes: a text to embed and weighed terms."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.index.definitions import Definition
from knowledge.index.words import folded, stems, words
from knowledge.questions.expansion import Expansion, expand, is_short_form, spelled_out
from knowledge.questions.spelling import Repair, Speller

# What a term counts for beside a word of the question itself. Set by reason, not by search (on 98 questions about the
# demonstration, any values from half to double moved the first hit by one question either way): the meaning of a short
# form stands beside it; people's own way of putting it carries the question, so its meaning weighs more; other areas'
# names for a thing weigh little.
MEANT = 0.5
SAID = 0.75
ALIKE = 0.2
# What was said before steers and must not drown the question, so all its words together weigh as much as the question's
# at most: a short remark counts nearly in full, a long story's words little each. By reason too: 705 public questions
# with their situation do not tell it from half for every word (hit@1 +.010 over 651 passages, -.003 over 1,701).
# A word of the question itself always counts for more.
SITUATION_MOST = 0.9
LONGEST = 1500  # characters of question and situation that are embedded; the encoder cuts at 256 word pieces anyway


@dataclass(frozen=True, slots=True)
class Query:
    """A question made ready. `text` is embedded; `terms` are stems with weights for the lexical half.

    `asked` is the question as typed. `expansions` and `repairs` say what was read into it.
    """

    asked: str
    text: str
    terms: Mapping[str, float]
    expansions: tuple[Expansion, ...] = ()
    repairs: tuple[Repair, ...] = ()


class Preparer:
    """Prepares questions for one manual or several: knows their words, their own short forms, and the other `names` that
    they say their things have."""

    def __init__(
        self,
        counts: Mapping[str, int],
        definitions: Iterable[Definition] = (),
        known: Iterable[str] = (),
        names: Mapping[tuple[str, ...], tuple[str, ...]] | None = None,
    ) -> None:
        self._speller = Speller(counts, known)
        self._names = names or {}
        self._glossary: dict[str, list[str]] = {}
        for definition in definitions:
            meanings = self._glossary.setdefault(folded(definition.short), [])
            if folded(definition.long) not in map(folded, meanings):
                meanings.append(definition.long)

    def prepare(self, question: str, said: Sequence[str] = ()) -> Query:
        """The query for a question after what was `said` before it, oldest first.

        A question without a word in it has no terms, whatever was said before.
        """
        question, *said = (_whole(text) for text in (question, *said))
        if not words(question):
            return Query(question, "", {})
        repairs = self._repairs(question)
        mended = _mended(question, repairs)
        expansions = expand(mended, self._glossary, self._names)
        asked = dict.fromkeys(stems(words(mended)), 1.0)
        before = " ".join(reversed(said))
        heard = [stem for stem in dict.fromkeys(stems(words(before))) if stem not in asked]
        terms: dict[str, float] = {}
        _add(terms, heard, min(SITUATION_MOST, max(len(asked), 1) / max(len(heard), 1)))
        for expansion in expansions:
            _add(terms, _stems(expansion.meant), MEANT if expansion.short else SAID)
            _add(terms, _stems(expansion.alike), ALIKE)
        terms |= asked
        for repair in repairs:  # the typed word too, in case it was right after all
            _add(terms, stems([repair.typed]), MEANT)
        text = " ".join((spelled_out(mended, expansions), before)).strip()[:LONGEST]
        return Query(question, text, terms, expansions, repairs)

    def _repairs(self, question: str) -> tuple[Repair, ...]:
        return self._speller.mend(word for word in words(question) if not is_short_form(word, self._glossary))


def _stems(phrases: Iterable[str]) -> list[str]:
    return stems(word for phrase in phrases for word in words(phrase))


def _add(terms: dict[str, float], found: Iterable[str], weight: float) -> None:
    for stem in found:
        terms[stem] = max(terms.get(stem, 0.0), weight)


def _whole(text: str) -> str:
    """The text without half characters, which no encoder takes."""
    return text.encode("utf-8", "replace").decode()


def _mended(question: str, repairs: Iterable[Repair]) -> str:
    for repair in repairs:
        question = re.sub(rf"(?<!\w){re.escape(repair.typed)}(?!\w)", repair.read_as, question, flags=re.IGNORECASE)
    return question
