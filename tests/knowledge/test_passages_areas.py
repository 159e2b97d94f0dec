"""No passage of one area is given to another: headings, labels, rows and columns that name areas narrow what stands there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.manual import Bullets, Cell, Chapter, Item, Manual, Paragraph, Passage, Section, Table
from knowledge.passages import cut
from knowledge.printed.areas import areas_named, narrowed

AREAS = ("Northmoor", "Eastfold", "Upper Eastfold", "Stoke-on-Wold")
MANUAL = Manual("fold", "Fold Procedures", AREAS)


def passages(*sections: Section, areas: tuple[str, ...] = ()) -> tuple[Passage, ...]:
    return cut(Chapter("p", "P", sections, url="https://m.example/p", areas=areas), MANUAL)


def told(*sections: Section, areas: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    return {passage.text: passage.areas for passage in passages(*sections, areas=areas)}


def row(*texts: str, header: bool = False) -> tuple[Cell, ...]:
    return tuple(Cell((Paragraph(text),) if text else (), header) for text in texts)


@pytest.mark.parametrize(
    ("words", "areas"),
    [
        ("5.2 Northmoor: Independent Scrutineer", ("Northmoor",)),
        ("Final stage - Northmoor", ("Northmoor",)),
        ("Eastfold and Northmoor", ("Northmoor", "Eastfold")),
        ("UPPER EASTFOLD", ("Upper Eastfold",)),
        ("The panel in Stoke on Wold", ("Stoke-on-Wold",)),
        ("All areas except Northmoor", ("Eastfold", "Upper Eastfold", "Stoke-on-Wold")),
        ("Northmoor, Eastfold, Upper Eastfold and Stoke-on-Wold", ()),
        ("Children who move to Northmoor", ()),
        ("Placements outside Eastfold", ()),
        ("Northmoorland visits", ()),
        ("If you do not agree", ()),
    ],
)
def test_areas_that_words_name(words: str, areas: tuple[str, ...]) -> None:
    """Some of the manual's areas, whole names only; all of them or none narrow nothing."""
    assert areas_named(words, AREAS) == areas


@given(st.lists(st.lists(st.sampled_from(AREAS)).map(" and ".join), max_size=4))
def test_narrowing_never_widens_and_never_empties(headings: list[str]) -> None:
    """Whatever headings stand above, what is left is some of the areas and at least one."""
    left = narrowed(AREAS, headings, AREAS)
    assert left
    assert set(left) <= set(AREAS)


def test_a_heading_narrows_all_that_stands_below_it() -> None:
    """A section named for an area, and what is inside it, is for that area; what stands around is for all."""
    inner = Section("Recording", 3, (Paragraph("Use the Northmoor form."),))
    found = told(
        Section(
            "Final stage",
            1,
            (Paragraph("It differs."),),
            (
                Section("Northmoor", 2, (Paragraph("The scrutineer decides."),), (inner,)),
                Section("Eastfold and Upper Eastfold", 2, (Paragraph("A panel meets."),)),
            ),
        )
    )
    assert found["It differs."] == AREAS
    assert found["The scrutineer decides."] == found["Use the Northmoor form."] == ("Northmoor",)
    assert found["A panel meets."] == ("Eastfold", "Upper Eastfold")


def test_a_chapter_of_one_area_stays_its_own() -> None:
    """A heading that names another area does not widen a chapter that is for one."""
    found = told(Section("Differences from Eastfold", 1, (Paragraph("None."),)), areas=("Northmoor",))
    assert found == {"None.": ("Northmoor",)}


def test_labelled_paragraphs_are_cut_apart() -> None:
    """Each labelled paragraph, with its list and what qualifies it, is for its area; the words around for all."""
    found = passages(
        Section(
            "Whom to tell",
            1,
            (
                Paragraph("Local arrangements:"),
                Paragraph("Northmoor: tell the hub.", label="Northmoor:"),
                Paragraph("Unless it is closed."),
                Paragraph("Upper Eastfold - tell:"),
                Bullets((Item("the duty desk"), Item("its manager"))),
                Paragraph("Record it the same day."),
            ),
        )
    )
    assert [(one.areas, one.text) for one in found] == [
        (AREAS, "Local arrangements:"),
        (("Northmoor",), "Northmoor: tell the hub.\nUnless it is closed."),
        (("Upper Eastfold",), "Upper Eastfold - tell:\nthe duty desk\nits manager"),
        (AREAS, "Record it the same day."),
    ]


def test_one_paragraph_for_several_areas_is_parted() -> None:
    """Labels that follow each other in one paragraph give each area its own words, and none is lost."""
    found = told(Section("A", 1, (Paragraph("Northmoor: ring the hub. Eastfold: ring the desk."),)))
    assert found == {"Northmoor: ring the hub.": ("Northmoor",), "Eastfold: ring the desk.": ("Eastfold",)}


def test_labelled_items_and_rows() -> None:
    """A list or table with an entry for each area gives each area its entry; an entry without a label is for all."""
    items = Bullets((Item("Northmoor: the hub"), Item("Eastfold: the desk"), Item("record it")))
    table = Table((row("Area", "Who", header=True), row("Northmoor", "Hub"), row("Eastfold", "Desk")))
    found = passages(Section("A", 1, (items,)), Section("B", 1, (table,)))
    assert [(one.areas, one.text) for one in found] == [
        (("Northmoor",), "Northmoor: the hub"),
        (("Eastfold",), "Eastfold: the desk"),
        (AREAS, "record it"),
        (AREAS, "Area | Who"),
        (("Northmoor",), "Northmoor | Hub"),
        (("Eastfold",), "Eastfold | Desk"),
    ]


def test_columns_for_areas_are_told_apart() -> None:
    """A row with a number for each area is never one line; empty and dash cells keep the columns where they are."""
    table = Table(
        (
            row("", "Northmoor", "Eastfold MASH", "Notes", header=True),
            row("Front door", "621", "622", "9 to 5"),
            row("Nurse", "", "632", ""),
            row("LADO", "641", "-", "ask"),
        ),
        "Numbers",
    )
    found = {one.areas: one.text for one in passages(Section("A", 1, (table,)))}
    assert found == {
        ("Northmoor",): "Numbers\n | Northmoor | Notes\nFront door | 621 | 9 to 5\nNurse\nLADO | 641 | ask",
        ("Eastfold",): "Numbers\n | Eastfold MASH | Notes\nFront door | 622 | 9 to 5\nNurse | 632\nLADO | - | ask",
    }


@given(st.lists(st.lists(st.sampled_from(["", "-", "621", "622"]), min_size=5, max_size=5), max_size=5))
def test_every_cell_of_an_areas_column_is_in_its_passage_alone(cells: list[list[str]]) -> None:
    """Whatever the cells hold, each area is shown its own column, and the words of all columns are kept."""
    marked = [[f"{text}@{at}" if text else "" for at, text in enumerate(line)] for line in cells]
    table = Table((row("", *AREAS, header=True), *(row(*line) for line in marked)))
    for one in passages(Section("A", 1, (table,))):
        (area,) = one.areas
        column = AREAS.index(area) + 1
        wanted = [text for line in marked for at, text in enumerate(line) if text and at in {0, column}]
        assert [word for word in one.text.split() if "@" in word] == wanted


def test_a_table_that_names_no_area_keeps_its_empty_columns() -> None:
    """An empty cell leaves its place, so that what stands behind it is not read under another heading."""
    table = Table((row("Service", "Day", "Night", header=True), row("Desk", "", "631"), row("Hub", "-", "632")))
    (one,) = passages(Section("A", 1, (table,)))
    assert one.text == "Service | Day | Night\nDesk | | 631\nHub | - | 632"
