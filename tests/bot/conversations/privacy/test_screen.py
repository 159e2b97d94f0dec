"""What identifies a child or a family is found and left out; everything else passes, and the question stays."""

import json
import re
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from stdnum.gb import nhs

from bot.conversations.privacy import screen
from bot.conversations.privacy.finding import Kind
from tests.bot.conversations.danger.phrase_files import phrases_of
from tests.bot.conversations.privacy.generated import EACH, generated
from tests.bot.conversations.privacy.marked import ALLOWED, Marked, messages

TRAINING_DATA = Path(__file__).parents[4] / "training_data"
FLOORS = {
    "nhs": 0.99,
    "ni": 0.99,
    "email": 0.99,
    "phone": 0.99,
    "postcode": 0.99,
    "birth": 0.97,
    "name": 0.90,
}  # hazards.md, hazard 12; names by context as agreed for them
WRITTEN = ("first", "second", "third", "fourth", "fifth")


@pytest.mark.parametrize("kind", FLOORS)
def test_of_a_made_up_corpus_enough_is_found(kind: str) -> None:
    """Each kind by its floor: 200 messages with a seed, half of the names in no list, a quarter without usable capitals."""
    corpus = generated(kind)
    assert len(corpus) == EACH
    assert _share_found(corpus) >= FLOORS[kind]


@pytest.mark.parametrize("name", WRITTEN)
def test_of_messages_written_by_hand_enough_is_found(name: str) -> None:
    """At least 95 % of all that is marked, and of names alone at least 90 %."""
    written = messages(name)
    assert _share_found(written) >= 0.95, [one.text for one in written if one.left(screen(one.text, ALLOWED).text)]
    assert _share_found([Marked(one.text, _names(one)) for one in written]) >= 0.90


@pytest.mark.parametrize("name", ["passes", "passes_second", "passes_third", "passes_fourth"])
def test_what_identifies_nobody_passes_unchanged(name: str) -> None:
    """Sections, clocks, ages, deadlines, offices, public numbers, laws named after people: at most 3 % are touched."""
    written = messages(name)
    touched = [one.text for one in written if screen(one.text, ALLOWED).text != one.text]
    assert len(touched) <= 0.03 * len(written), touched


def test_ordinary_questions_pass() -> None:
    """At most 3 % of the training examples, the golden questions and the danger phrases lose a word."""
    texts = [*_ordinary_questions(), *phrases_of("must_catch", "wider_first", "procedural_first", "procedural_second")]
    assert len(texts) > 2500
    touched = [text for text in texts if screen(text, ALLOWED).found]
    assert len(touched) <= 0.03 * len(texts), touched


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("child called Jayden not collected, who do i call", "child not collected, who do i call"),
        ("mum (Sarah Jones) refuses to engage, can i escalate", "mum refuses to engage, can i escalate"),
        ("Mrs Patel's son has missed appointments", "someone's son has missed appointments"),
        ("Tyler's mum is drinking, what level is this", "the child's mum is drinking, what level is this"),
        ("dob 3/4/15, what level is this", "dob [date], what level is this"),
        ("goes to St Mary's Primary and is always late", "goes to school and is always late"),
        ("lives at 12 Orchard Close with nan", "lives at [place] with nan"),
    ],
)
def test_the_question_can_still_be_answered(text: str, left: str) -> None:
    """What stands in the place of a secret is neutral, and the rest stays word for word."""
    assert screen(text).text == left


def test_each_kind_is_told_once_in_words_and_never_repeated() -> None:
    """ "a name, a phone number": kinds in the order they stand in, and nothing of what was found."""
    screened = screen("Jayden Smith and Aisha Khan, call 07700 900123 or 07700 900124")
    assert screened.found == ("a name", "a phone number")
    assert not set(Kind) - {Kind(kind) for kind in KINDS_IN_WORDS}


KINDS_IN_WORDS = tuple(str(kind) for kind in Kind)


class TestAllowed:
    """What an area's own register makes public passes."""

    def test_office_numbers_however_they_are_spaced(self) -> None:
        """The register's number in national and in international form."""
        for written in ("01632 960111", "01632960111", "+44 1632 960111", "01632 960 111"):
            assert screen(f"call {written}", ("01632 960111",)).found == ()
        assert screen("call 01632 960112", ("01632 960111",)).found == ("a phone number",)

    def test_office_addresses_and_their_domains(self) -> None:
        """One address, or all of a domain; never another one."""
        assert screen("mail duty@office.example", ("duty@office.example",)).found == ()
        assert screen("mail anyone@office.example", ("office.example",)).found == ()
        assert screen("mail anyone@other.example", ("office.example",)).found == ("an e-mail address",)

    def test_areas_and_services(self) -> None:
        """An area that looks like a name."""
        assert screen("we work with Jordanstown and Priya House", ("Jordanstown", "Priya House")).found == ()


class TestNumbers:
    """Check digits and public numbers."""

    def test_the_made_up_health_numbers_have_their_check_digit(self) -> None:
        """Else finding them would prove nothing."""
        numbers = [re.sub(r"\D", "", one.secrets[0][0]) for one in generated("nhs")]
        assert all(nhs.is_valid(number) and number.startswith("999") for number in numbers)

    def test_ten_digits_without_the_check_digit_are_no_health_number(self) -> None:
        """A reference of ten digits passes, unless the words call it an NHS number."""
        assert screen("reference 999 000 0019 on the letter").found == ()
        assert screen("nhs number 999 000 0019").found == ("an NHS number",)

    @pytest.mark.parametrize("number", ["999", "101", "111", "0808 800 5000", "0800 028 0285", "0800 1111", "116 123"])
    def test_national_lines_pass(self, number: str) -> None:
        """Numbers that may be shown anywhere."""
        assert screen(f"shall i ring {number} now").found == ()


@given(st.text(max_size=300))
def test_every_text_is_screened(text: str) -> None:
    """Whatever the characters, an answer comes; where nothing is found, the text is as it was."""
    screened = screen(text, ALLOWED)
    assert screened.found or screened.text == text


@given(st.lists(st.sampled_from(messages("first")), min_size=1, max_size=4))
def test_messages_in_a_row_are_screened_as_each_alone(several: list[Marked]) -> None:
    """A secret is found whatever other sentences stand around it."""
    text = ". ".join(one.text for one in several)
    screened = screen(text, ALLOWED).text
    left = [secret for one in several for secret, _ in one.left(screened)]
    assert len(left) <= 0.05 * sum(len(one.secrets) for one in several), left


@pytest.mark.parametrize(
    "text",
    [
        "Kayleigh Smith and " * 210,
        "a-" * 2000,
        "1 " * 2000,
        "a@" * 2000,
        "a." * 2000,
        "dob 1 1 " * 500,
        "goes to st " * 350,
        "lives at mill " * 280,
        "12 " + "abc " * 1000,
        "address is " + "Aa, " * 1000,
        ("x" * 60 + "@") * 64,
        "mum (" * 800,
        "AB1 2C " * 570,
    ],
    ids=lambda text: text[:12],
)
def test_no_text_is_slow(text: str) -> None:
    """4,000 characters made to trouble the patterns take less than 100 ms of the processor's time."""
    screen("warm the lists up")
    assert min(_seconds(text[:4000]) for _ in range(3)) < 0.1


def _seconds(text: str) -> float:
    started = time.thread_time()
    screen(text, ALLOWED)
    return time.thread_time() - started


def _share_found(corpus: list[Marked]) -> float:
    secrets = sum(len(one.secrets) for one in corpus)
    left = sum(len(one.left(screen(one.text, ALLOWED).text)) for one in corpus)
    return 1 - left / secrets


def _names(one: Marked) -> tuple[tuple[str, Kind], ...]:
    return tuple(secret for secret in one.secrets if secret[1] is Kind.NAME)


def _ordinary_questions() -> list[str]:
    asked = [
        json.loads(line)["text"]
        for path in sorted((TRAINING_DATA / "questions").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    examples = [
        line.removeprefix("- ")
        for path in sorted((TRAINING_DATA / "nlu").glob("*.yml"))
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        for line in block.get("examples", "").splitlines()
        if line.strip()
    ]
    return [*asked, *(re.sub(r"\[([^]]+)](\([^)]*\)|\{[^}]*})", r"\1", line) for line in examples)]
