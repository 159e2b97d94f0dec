"""However a call for help is typed, broken up, hidden or buried, it is found."""

import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversations.danger import tells_of_danger
from tests.bot.conversations.danger.phrase_files import phrases_of

MUST_CATCH = phrases_of("must_catch")
TELLING = st.sampled_from(MUST_CATCH)
FILLER = (
    "The core group met on time and everybody brought their notes. The chair asked for the plan to be shared again with "
    "the school and the nurse, and we agreed who would write to the family about the next meeting. "
)
LONGEST = 4000


@given(TELLING, st.sampled_from([str.upper, str.title, str.swapcase]))
def test_capitals_change_nothing(text: str, shape: object) -> None:
    """Shouting is heard."""
    assert callable(shape) and tells_of_danger(shape(text))


@given(TELLING)
def test_line_breaks_change_nothing(text: str) -> None:
    """One word a line, as some people type."""
    assert tells_of_danger(text.replace(" ", "\n"))


@given(TELLING, st.sampled_from("\u200b\u200c\u200d\u2060\ufeff\u00ad\u202e"), st.randoms(use_true_random=False))
def test_hidden_characters_change_nothing(text: str, hidden: str, chance: random.Random) -> None:
    """Zero-width and direction signs within words."""
    assert tells_of_danger("".join(sign + (hidden if chance.random() < 0.3 else "") for sign in text))


@given(TELLING, st.sampled_from(["😭", "🙏🙏", "!!!", "???", "...", "😡 ", " 😱"]))
def test_emoji_and_signs_at_the_end_change_nothing(text: str, end: str) -> None:
    """What people put behind a cry for help."""
    assert tells_of_danger(text + end)


@given(TELLING, st.integers(0, LONGEST))
def test_a_call_for_help_is_found_wherever_it_is_buried(text: str, place: int) -> None:
    """One sentence among 4,000 characters, at any place between two sentences."""
    filler = (FILLER * 40)[:LONGEST]
    at = filler.find(". ", min(place, LONGEST - 300)) + 2
    assert tells_of_danger(f"{filler[:at]}{text}. {filler[at:]}")


def test_the_filler_alone_is_no_danger() -> None:
    """Else the test above would prove nothing."""
    assert not tells_of_danger(FILLER * 20)


@pytest.mark.parametrize(
    "word", ["knife", "strangling", "suicidal", "unconscious", "bleeding", "overdose", "kidnapped", "drowning"]
)
@pytest.mark.parametrize("between", [" ", ".", "-", "*", "  ", "_", "/"])
def test_letters_written_one_by_one_are_read_as_the_word(word: str, between: str) -> None:
    """ "k n i f e" is a knife."""
    assert tells_of_danger(f"he has {between.join(word)} her in school")


@pytest.mark.parametrize(
    "word",
    ["strangling", "suicidal", "unconscious", "bleeding", "overdosed", "kidnapped", "drowning", "stabbed", "choking"],
)
def test_one_slip_in_a_word_is_forgiven_nine_times_in_ten(word: str) -> None:
    """Each letter left out, doubled, swapped with the next or changed: at least nine in ten are still found."""
    slips = list(dict.fromkeys(_slips(word)))
    found = [slip for slip in slips if tells_of_danger(f"the child is {slip} please")]
    assert len(found) >= 0.9 * len(slips), sorted(set(slips) - set(found))


def _slips(word: str) -> list[str]:
    chance = random.Random(word)
    slips = []
    for at in range(1, len(word)):
        slips.append(word[:at] + word[at + 1 :])
        slips.append(word[: at + 1] + word[at:])
        slips.append(word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :])
        slips.append(word[:at] + chance.choice(string.ascii_lowercase) + word[at + 1 :])
    return [slip for slip in slips if slip != word]
