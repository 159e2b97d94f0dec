"""The search: who may be answered from what, what is kept, and why the rest was left out."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.errors import IndexMismatch, UnknownArea
from knowledge.manual import Audience, Manual, Passage
from knowledge.retrieval import Retriever, Situation

Make = Callable[..., Passage]
Opening = Callable[..., Retriever]

AREAS = [f"Area {number}" for number in range(12)]
SECTIONS = [
    "Escalation: if the front door does not accept a referral, raise it with the team manager in {} working days.",
    "Contact the multi-agency safeguarding hub of {} before five o'clock.",
    "Levels of need in {}: universal, early help, targeted, statutory.",
    "Chronologies are kept by the lead professional in {}.",
]


@pytest.fixture
def twins(passage: Make, retriever: Opening) -> Retriever:
    """Twelve areas with all but the same chapters; some manuals serve one area, one serves three of its
    own.
    """
    manuals = [Manual(f"m{n}", f"Manual {n}", areas=(area,)) for n, area in enumerate(AREAS[:9])]
    manuals.append(Manual("regional", "Regional manual", areas=tuple(AREAS[9:])))
    passages = [
        passage(text.format(area), manual=f"m{n}", slug=f"c{ordinal}", areas=() if n % 2 else (area,))
        for n, area in enumerate(AREAS[:9])
        for ordinal, text in enumerate(SECTIONS)
    ]
    passages += [
        passage(text.format(area), manual="regional", slug=f"{area}-{ordinal}", areas=(area,))
        for area in AREAS[9:]
        for ordinal, text in enumerate(SECTIONS)
    ]
    passages.append(passage("For all three: escalation in the region.", manual="regional", slug="all"))
    passages.append(passage("National: ring 999 when a child is in danger.", manual="national"))
    return retriever(passages, [*manuals, Manual("national", "National guidance")])


WORDS = [
    "escalation",
    "referral",
    "front",
    "door",
    "team",
    "manager",
    "mash",
    "contact",
    "levels",
    "need",
    "chronology",
    "Area",
    "3",
    "7",
    "11",
    "worried",
]


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    asked=st.lists(st.sampled_from([*WORDS, *AREAS]), min_size=1, max_size=8).map(" ".join),
    said=st.lists(st.sampled_from(AREAS), max_size=2),
    area=st.sampled_from(AREAS),
    limit=st.integers(1, 20),
)
def test_never_another_areas_passage(twins: Retriever, asked: str, said: list[str], area: str, limit: int) -> None:
    """Near-identical chapters of twelve areas, another area's name in the question or said before it: never
    one kept.
    """
    found = twins.search(asked, Situation(area=area, said=tuple(said)), limit=limit)
    for hit in found.kept:
        served = hit.passage.areas or next(
            manual.areas for manual in twins.generation.contents.manuals if manual.id == hit.passage.manual
        )
        assert area in served or not served
    for rejected in found.rejected:
        assert rejected.why


def test_left_out_for_its_area_says_so(twins: Retriever) -> None:
    """A person who tests the manual sees the twin and why it was left out."""
    found = twins.search("escalation front door referral", Situation(area="area 3"))
    assert found.kept[0].passage.manual == "m3"
    assert any(one.why.startswith("it is for Area") and one.why.endswith("only") for one in found.rejected)


def test_a_manuals_chapter_for_all_its_areas_and_national_pages_are_kept(twins: Retriever) -> None:
    """What serves the area too is kept: the region's common chapter, and pages for everywhere."""
    found = twins.search("escalation in the region, danger", Situation(area="Area 10"), limit=20)
    assert {"regional", "national"} == {hit.passage.manual for hit in found.kept}


def test_an_unknown_area_is_refused(passage: Make, retriever: Opening) -> None:
    """Nobody is answered from a manual that does not serve them; the sentence names those that are served."""
    searching = retriever([passage("Escalation.")], [Manual("manual", "Manual", areas=("Northshire",))])
    with pytest.raises(UnknownArea, match="Northshire"):
        searching.search("escalation", Situation(area="Southshire"))
    assert searching.search("escalation", Situation(area=" NORTHSHIRE ")).kept
    assert searching.areas == ("Northshire",)


@pytest.mark.parametrize(
    ("asking", "answered"),
    [
        (Audience.PRACTITIONERS, {Audience.PRACTITIONERS, Audience.PUBLIC}),
        (Audience.SOCIAL_CARE, {Audience.SOCIAL_CARE, Audience.PRACTITIONERS, Audience.PUBLIC}),
        (Audience.PARENTS, {Audience.PARENTS, Audience.PUBLIC}),
        (Audience.CHILDREN, {Audience.CHILDREN, Audience.PUBLIC}),
    ],
)
def test_pages_answer_those_they_address(
    passage: Make, retriever: Opening, asking: Audience, answered: set[Audience]
) -> None:
    """A practitioner is not answered from the internal procedure or a page for parents; both are named as
    left out.
    """
    searching = retriever(
        [
            passage(f"Escalation of a disagreement, written for {audience}.", slug=audience.name, audience=audience)
            for audience in Audience
        ]
    )
    found = searching.search("how is a disagreement escalated", Situation(audience=asking))
    assert {hit.passage.audience for hit in found.kept} == answered
    left = {one.passage.audience: one.why for one in found.rejected}
    assert left.keys() == set(Audience) - answered
    assert all(why == f"it is written for {audience}" for audience, why in left.items())


def test_learning_is_kept_only_where_asked_for(passage: Make, retriever: Opening) -> None:
    """A review's recommendation is never found in the place of a procedure; asked for, it is found and
    flagged.
    """
    learning = passage("Escalation: the report recommends challenge.", manual="review", learning=True)
    searching = retriever([learning, passage("Escalation: raise it with the manager.")])
    found = searching.search("escalation challenge")
    assert [hit.passage.learning for hit in found.kept] == [False]
    assert [one.passage for one in found.rejected] == [learning]
    assert "recommends" in found.rejected[0].why
    both = searching.search("escalation challenge", include_learning=True)
    assert both.kept[0].passage.learning


def test_only_the_manuals_asked_about(passage: Make, retriever: Opening) -> None:
    """Two procedures of one area can be asked one at a time."""
    searching = retriever([passage("Escalation.", manual="one"), passage("Escalation.", manual="two")])
    found = searching.search("escalation", Situation(manuals=("two",)))
    assert [hit.passage.manual for hit in found.kept] == ["two"]
    assert found.rejected[0].why == "it belongs to another manual than the one asked about"


def test_twin_procedures_of_two_manuals_both_stay(passage: Make, retriever: Opening) -> None:
    """The same words in two manuals are two procedures; within one manual they are told once."""
    searching = retriever(
        [
            passage("Escalation: write to the manager.", manual="one", slug="a"),
            passage("Escalation: write to the manager.", manual="one", slug="b"),
            passage("Escalation: write to the manager.", manual="two", slug="a"),
        ]
    )
    found = searching.search("escalation to the manager")
    assert sorted(hit.passage.manual for hit in found.kept) == ["one", "two"]
    (again,) = found.rejected
    assert again.why.startswith("the same words stand in one/")


def test_too_little_to_do_with_it(passage: Make, retriever: Opening) -> None:
    """A manual of cookery answers nothing about escalation."""
    searching = retriever([passage("Whisk eggs and sugar."), passage("Fold in flour.", slug="b")])
    found = searching.search("does the front door reply within two working days")
    assert found.kept == ()
    assert {one.why for one in found.rejected} == {"it has too little to do with the question"}


def test_no_more_than_the_limit(passage: Make, retriever: Opening) -> None:
    """Those that others outdid say so, the nearest first."""
    passages = [passage(f"Escalation at stage {number}.", slug=str(number)) for number in range(30)]
    found = retriever(passages).search("escalation stage", limit=4)
    assert len(found.kept) == 4
    assert [hit.score for hit in found.kept] == sorted((hit.score for hit in found.kept), reverse=True)
    assert {one.why for one in found.rejected} == {"4 others came nearer"}


def test_scores_between_searches(passage: Make, retriever: Opening) -> None:
    """`dense` is a cosine and `lexical` a share of the question's words: 1 is reached by nothing less than
    all.
    """
    searching = retriever([passage("Strategy discussion"), passage("Something else", slug="b")])
    for asked in ("strategy discussion", "strategy", "strategy discussion about bruising in babies"):
        for hit in searching.search(asked).kept:
            assert -1 <= hit.dense <= 1 + 1e-6
            assert 0 <= hit.lexical <= 1
    whole = searching.search("strategy discussion").kept[0].lexical
    part = searching.search("strategy discussion about bruising in babies").kept[0].lexical
    assert whole > part


@pytest.mark.parametrize("asked", ["", "   ", "?!", "\u202e\x00", "\ud83d\ude00"])
def test_nothing_asked_finds_nothing(passage: Make, retriever: Opening, asked: str) -> None:
    """An empty question is no crash and no answer."""
    assert retriever([passage("Escalation.")]).search(asked).kept == ()


def test_an_empty_library_finds_nothing(retriever: Opening) -> None:
    """No passages: nothing is kept, nothing breaks."""
    assert retriever([]).search("escalation", Situation(area="Anywhere")).kept == ()


def test_words_and_their_weight(passage: Make, retriever: Opening) -> None:
    """Rare words weigh more than common ones; unknown words weigh as the rarest."""
    searching = retriever([passage(f"Escalation {number}", slug=str(number)) for number in range(9)])
    assert searching.stems("Escalating the s47") == {"escal", "s47"}
    assert searching.weight({"escal"}) < searching.weight({"7"}) == searching.weight({"nowhere"})


def test_reading_only_cannot_search(passage: Make, retriever: Opening) -> None:
    """A generation opened without an encoder says what it lacks."""
    opened = replace(retriever([passage("Escalation.")]).generation, encoder=None)
    with pytest.raises(IndexMismatch, match="reading only"):
        Retriever(opened)


def test_real_sentences(passage: Make, retriever: Opening, encoder_folder: Path) -> None:
    """With the real encoder: typed as people type, the right section comes first."""
    from knowledge.encoder.onnx_form import OnnxEncoder

    sections = {
        "disagree": "If practitioners disagree with a decision not to accept a referral, they speak to the team manager "
        "of the multi-agency safeguarding hub within one working day.",
        "cancelled": "Where appointments are cancelled repeatedly, consider an unannounced visit.",
        "share": "Information may be shared without consent where a child may suffer significant harm.",
        "lado": "The designated officer is told of an allegation against a member of staff within one working day.",
        "plan": "The core group meets within ten working days of the conference.",
    }
    searching = retriever(
        [passage(text, slug=slug) for slug, text in sections.items()], encoder=OnnxEncoder(encoder_folder)
    )
    for asked, slug in {
        "mash nfa'd my referral, dont agree. what next": "disagree",
        "mum keeps cancelling on me": "cancelled",
        "can i tell police witout asking mum": "share",
        "teacher accused of hitting a child, LADO?": "lado",
        "when is first core grp after ICPC": "plan",
    }.items():
        assert searching.search(asked).kept[0].passage.slug == slug
