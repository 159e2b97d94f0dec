"""What the finder of names promises on single sentences: each number goes to the name that a person gives it to."""

from pathlib import Path

import pytest

from knowledge.contacts import read_contacts
from knowledge.contacts.choosing import NamedLine, spoken_of
from knowledge.contacts.label_words import reads_as_label
from knowledge.contacts.phrases import phrases_in, post_held
from knowledge.contacts.tokens import tokens_of
from knowledge.manual import Chapter, Paragraph, Section

from .scoring import folded

SENTENCES = Path(__file__).parent / "sentences.txt"
PLACES = {
    "{1}": "01632 960123",
    "{2}": "01632 960456",
    "{3}": "01632 960789",
    "{m1}": "one@north.example",
    "{m2}": "two@north.example",
}
FLOOR = 0.94  # of all numbers in the file, given to whom a person gives them; it only rises


def cases() -> list[tuple[str, list[str]]]:
    """Each sentence with the owners of its numbers in printed order; "" for a number that is nobody's."""
    lines = [line for line in SENTENCES.read_text().splitlines() if line and not line.startswith("#")]
    owners = [[name.replace("-", "") if name == "-" else name for name in line[2:].split("; ")] for line in lines[1::2]]
    return list(zip(lines[::2], owners, strict=True))


def owners_read(sentence: str) -> dict[int, str]:
    """Where each number that is offered stands, and whose it is read as."""
    for sign, printed in PLACES.items():
        sentence = sentence.replace(sign, printed)
    points = read_contacts(
        Chapter(slug="p", title="Procedure", sections=(Section("", 1, (Paragraph(sentence),)),))
    ).contacts
    return {
        sentence.find(way): folded(point.service)
        for point in points
        for way in (*(telephone.printed for telephone in point.telephones), *point.emails)
    }


def test_most_numbers_in_sentences_go_to_their_owner() -> None:
    """Over all sentences the share of numbers with the right owner holds the floor; a number left out counts as nobody's."""
    right = wanted = 0
    for sentence, owners in cases():
        read = [name for _, name in sorted(owners_read(sentence).items())]
        named = [folded(owner) for owner in owners if owner]
        right += sum((read.count(name) and min(read.count(name), named.count(name))) for name in set(named))
        wanted += len(named)
    assert right / wanted >= FLOOR


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("the Gateway to Care team and the LADO", ["Gateway to Care team", "LADO"]),
        ("Ofsted and the Designated Officer", ["Ofsted", "Designated Officer"]),
        ("the Information, Advice and Support Service", ["Information, Advice and Support Service"]),
        ("the duty manager of the Safeguarding Hub", ["duty manager of the Safeguarding Hub"]),
        ("the Trust's Named Doctor, Dr Ann Example", ["Named Doctor", "Dr Ann Example"]),
        ("use Form SC7 or see Section 47", []),
        ("the Coordinator chairs the panel", ["Coordinator"]),
    ],
)
def test_names_end_where_a_person_ends_them(words: str, names: list[str]) -> None:
    """Joins, nouns without capitals, posts and possessives belong to a name; verbs, articles and references do not."""
    assert [phrase.text for phrase in phrases_in(words, tokens_of(words))] == names


def test_a_choice_shows_what_spoke_for_and_against_each_name() -> None:
    """Each candidate comes with its sum and features, so that a wrong owner can be explained."""
    text = "When the Front Door is closed, ring the Duty Desk on 1."
    choice = NamedLine(text, [(len(text) - 2, len(text) - 1)]).owner((len(text) - 2, len(text) - 1))
    assert choice.name == "Duty Desk"
    features = {name: spoke for name, _, spoke in choice.candidates}
    assert "in a condition" in features["Front Door"]
    assert {"governed", "linked"} <= set(features["Duty Desk"])


def test_nobody_is_named_where_no_name_stands() -> None:
    """A number in words that name nobody has no owner, and the reading says so."""
    reading = read_contacts(
        Chapter(slug="p", title="Procedure", sections=(Section("", 1, (Paragraph("Please try 01632 960123 first."),)),))
    )
    assert [point.service for point in reading.contacts] == [""]
    assert any("does not say whose" in doubt.message for doubt in reading.doubts)


def test_a_sentence_without_a_number_tells_who_is_called() -> None:
    """The object of a verb of calling comes before the sentence's subject; people who call are nobody's name."""
    assert spoken_of("You can talk to someone in our Family Contact Team.") == "Family Contact Team"
    assert spoken_of("Parents may worry about this.") == ""


def test_an_order_is_no_label() -> None:
    """A label is a name as it stands; an order or a remark in front of a colon is read as a sentence."""
    assert reads_as_label("Single point of contact")
    assert not reads_as_label("Escalate to the Head of Service")


def test_a_post_is_told_from_the_person_who_holds_it() -> None:
    """A label with a person and a post is the post's; a place beside a post stays."""
    assert post_held("Lindsay Example, Head of Safeguarding") == "Head of Safeguarding"
    assert post_held("Designated Nurse, Harrowby Place") == ""


def test_places_in_a_bracket_are_areas_of_the_service_before_it() -> None:
    """ "the Duty Team (Ashdale 1, Brackenfield 2)" is one service in two areas, and no place is called."""
    text = "Out of hours, ring the Emergency Duty Team (Ashdale 01632 960123, Brackenfield 01632 960456)."
    points = read_contacts(
        Chapter(slug="p", title="Procedure", sections=(Section("", 1, (Paragraph(text),)),))
    ).contacts
    assert [(point.service, point.areas) for point in points] == [
        ("Emergency Duty Team", ("Ashdale",)),
        ("Emergency Duty Team", ("Brackenfield",)),
    ]


def test_a_number_between_two_commas_is_no_aside() -> None:
    """ "tell your lead, and the police on 101, or 999" gives both numbers to the police."""
    text = "Tell your safeguarding lead, and the police on 101, or 999 if a child is in danger now."
    assert set(owners_read(text).values()) == {"police"}


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("Danger today is for 999 and the Tollgate, and never for the ladder.", {"emergency services"}),
        ("In danger: 999", {"emergency services"}),
        ("If a child is hurt call the police on 999.", {"police"}),
        ("When it is not urgent the police are on 101.", {"police"}),
    ],
)
def test_the_emergency_number_is_the_emergency_services(sentence: str, owners: set[str]) -> None:
    """A name beside 999 owns it only where it is the police or another emergency service."""
    assert set(owners_read(sentence).values()) == owners


def test_somebody_without_a_name_does_not_take_a_named_service_number() -> None:
    """ "A coordinator" whom a service lends is nobody to ask for."""
    assert list(owners_read("Ashdale Plan Office will lend a coordinator: {1}.").values()) == ["ashdale plan office"]
