"""Questions made ready: short forms spelled out, slips mended, nothing typed thrown away."""

import random
import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.index.definitions import Definition
from knowledge.index.words import terms, words
from knowledge.questions import Preparer
from knowledge.questions.expansion import expand
from knowledge.questions.language import language

MANUAL = """
Practitioners who disagree with a decision of the front door should escalate it within two working days. The
safeguarding lead raises the concern with the team manager, and records the outcome in the chronology.
Neglect, bruising and cancelled visits are discussed in supervision. A strategy discussion decides whether a
section 47 enquiry begins. Referrals are acknowledged within one working day. Information sharing does not
always need consent. Threshold
"""
KNOWN = ("worried", "house", "yesterday", "friend", "refused", "should", "still", "next", "what")


@pytest.fixture(scope="module")
def preparer() -> Preparer:
    own = Definition("IFD", "Integrated Front Door", "p", "Integrated Front Door (IFD)")
    return Preparer(Counter(words(MANUAL)), [own], KNOWN)


@pytest.mark.parametrize(
    ("typed", "stems"),
    [
        ("mash nfa'd my referral", "multi agency safeguarding hub no further action"),
        ("who is the LADO", "local authority designated officer"),
        ("s47 or s.17?", "child protection enquiry child in need"),
        ("the HV and the EWO", "health visitor education welfare officer"),
        ("IROs", "independent reviewing officer"),
        ("she DNA'd twice", "did not attend was not brought"),
        ("cin to cp", "child in need child protection"),
        ("ICPC by when", "initial child protection conference"),
        ("call EDT", "emergency duty team"),
        ("our SEND child", "special educational needs and disabilities"),
    ],
)
def test_short_forms_are_spelled_out(preparer: Preparer, typed: str, stems: str) -> None:
    """In any case, as a verb or in the plural; the words typed stay."""
    query = preparer.prepare(typed)
    assert set(terms(stems)) <= query.terms.keys()
    assert set(terms(typed)) <= query.terms.keys()


@pytest.mark.parametrize("typed", ["send me the form", "can i ask", "do not sit there", "I care, at any pace"])
def test_ordinary_words_are_not_short_forms(typed: str) -> None:
    """Short forms that are words in small letters count only in capitals."""
    assert expand(typed, {}) == ()


def test_the_manuals_own_short_form_comes_first(preparer: Preparer) -> None:
    """What the manual explains is what a short form means, and is understood under other local names too."""
    (expansion,) = preparer.prepare("ring the IFD").expansions
    assert expansion.own
    assert expansion.meant == ("Integrated Front Door",)
    own = Definition("SW", "Shared Working", "p", "Shared Working (SW)")
    query = Preparer({}, [own]).prepare("SW")
    assert "share" in query.terms
    assert "social" not in query.terms


@pytest.mark.parametrize(
    ("typed", "joined"),
    [
        ("CAF", "early help assessment"),
        ("a TAC meeting", "team around the family"),
        ("the LSCB", "safeguarding children partnership"),
        ("on the child protection register", "child protection plan"),
        ("MASH knocked back my referral", "not accepted"),
        ("I don't agree", "disagree"),
    ],
)
def test_old_names_and_peoples_words_are_joined(preparer: Preparer, typed: str, joined: str) -> None:
    """Current names and the procedures' own words come as alternatives, weighing less; what was typed stays
    whole.
    """
    query = preparer.prepare(typed)
    assert set(terms(joined)) <= query.terms.keys()
    assert all(query.terms[stem] == 1.0 for stem in terms(typed))
    assert all(query.terms[stem] < 1.0 for stem in set(terms(joined)) - set(terms(typed)))


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("eskalate", "escalate"),
        ("reffered to the frunt door", None),
        ("disagre with the desicion", "decision"),
        ("chronolgy", "chronology"),
        ("safegaurding lead", "safeguarding"),
        ("thresold", "threshold"),
        ("infomation sharing", "information"),
        ("neglct", "neglect"),
    ],
)
def test_slips_are_mended(preparer: Preparer, typed: str, read_as: str | None) -> None:
    """A slip becomes the manual's word; the word typed still counts, for less."""
    query = preparer.prepare(typed)
    if read_as:
        assert read_as in [repair.read_as for repair in query.repairs]
        assert read_as in query.text
        for repair in query.repairs:
            assert query.terms.keys() >= set(terms(repair.typed))


@pytest.mark.parametrize(
    "typed",
    [
        "what should I do next, still worried",
        "friend refused yesterday",
        "escalating the referrals",
        "MARAC and MAPPA and NFA",
        "Northshire",
        "a 5 b2",
        "",
    ],
)
def test_what_is_right_is_left_alone(preparer: Preparer, typed: str) -> None:
    """Words of the manual and other forms of them, common English, short forms, and what resembles nothing."""
    assert preparer.prepare(typed).repairs == ()


def test_the_situation_steers_and_does_not_drown(preparer: Preparer) -> None:
    """What was said before weighs less than the question, the newest first in what is embedded."""
    query = preparer.prepare("how long do they have", said=("It is about neglect.", "I wrote to the team manager."))
    assert query.terms["long"] == 1.0
    assert 0 < query.terms["neglect"] < 1.0
    assert query.text.index("how long") < query.text.index("team manager") < query.text.index("neglect")


@given(st.text(max_size=300), st.lists(st.text(max_size=50), max_size=3))
def test_any_text_can_be_prepared(typed: str, said: list[str]) -> None:
    """No text breaks it, and every weight is above 0 and at most 1."""
    query = Preparer(Counter(words(MANUAL))).prepare(typed, said)
    assert query.asked == typed.encode("utf-8", "replace").decode()
    assert all(0 < weight <= 1 for weight in query.terms.values())


def test_mending_is_quick() -> None:
    """Eight unknown words against a vocabulary of 12,000: under 8 ms each question at the median, 4,000
    letters bounded.
    """
    chance = random.Random(1)
    letters = "abcdefghijklmnopqrstuvwxyz"
    vocabulary = {"".join(chance.choices(letters, k=chance.randint(3, 12))): 1 for _ in range(12_000)}
    preparer = Preparer(vocabulary)

    def seconds(count: int) -> float:
        typed = " ".join("".join(chance.choices(letters, k=9)) for _ in range(count))
        start = time.thread_time()
        preparer.prepare(typed)
        return time.thread_time() - start

    assert sorted(seconds(8) for _ in range(9))[4] < 0.008
    assert seconds(400) < 0.1


def test_the_table_is_sound() -> None:
    """Every short form and phrase can be typed, and none stands for itself."""
    table = language()
    for short, meant in table.short.items():
        assert words(short)
        assert meant
        assert short not in map(str.casefold, meant)
    for phrases in (table.phrases, table.alike):
        for phrase, meant in phrases.items():
            assert phrase
            assert phrase not in [tuple(words(one)) for one in meant]
    assert table.capitals <= table.short.keys() | {
        "can",
        "sit",
        "ice",
        "ace",
        "cop",
        "it",
        "aim",
        "pip",
        "care",
        "ask",
        "pace",
    }


STORY = " ".join(
    f"The {word} came up at the {word}ing meeting." for word in ("rota", "fence", "parcel", "holiday", "bus")
)


@pytest.mark.parametrize("said", [["It is about neglect."], [STORY], [STORY, STORY, "It is about neglect."]])
def test_what_was_said_never_outweighs_the_question(preparer: Preparer, said: list[str]) -> None:
    """All of it together weighs as much as the question's own words at most, each word less than one of those."""
    query = preparer.prepare("how long do they have", said)
    asked = set(terms("how long do they have"))
    heard = {stem: query.terms[stem] for stem in set(terms(" ".join(said))) - asked}
    assert heard
    assert all(0 < weight < 1 for weight in heard.values())
    assert sum(heard.values()) <= len(asked) + 1e-9


def test_a_short_remark_counts_more_than_a_word_of_a_long_story(preparer: Preparer) -> None:
    """The same word steers more where little else was said."""
    short = preparer.prepare("how long do they have", ["neglect"]).terms["neglect"]
    assert short > preparer.prepare("how long do they have", [f"{STORY} neglect"]).terms["neglect"]


def test_a_question_of_little_words_is_carried_by_what_was_said(preparer: Preparer) -> None:
    """ "And then?" has no word that tells anything, so what was said before is searched for."""
    assert preparer.prepare("and then?", ["neglect"]).terms["neglect"] > 0
