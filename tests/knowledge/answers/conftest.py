"""A small built shelf of an invented manual, searched with the real encoder."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from knowledge.answers import Answer, Question, Shelf, answer
from knowledge.checklists import Checklist, ChecklistItem, ChecklistKind
from knowledge.encoder import Form
from knowledge.encoder.onnx_form import OnnxEncoder
from knowledge.index.contents import ChapterRecord, Contents
from knowledge.index.files import build, open_generation
from knowledge.ladders import Clock, Exemption, Ladder, Stage, Unit
from knowledge.manual import Manual, Passage, Place
from knowledge.retrieval import Retriever

PassageMaker = Callable[..., Passage]
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)

PAGES: Sequence[tuple[str, str, tuple[str, ...], str]] = (
    (
        "referring",
        "Telling the harbour desk",
        ("When to tell", "First things"),
        "You must ring the harbour desk on the same day if a child may be hurt. You should tell the parents first, unless this would put the child in more danger.\nWrite down what the child said.\nThe harbour desk is open every day. It was opened in 2020 by the mayor.",
    ),
    (
        "referring",
        "Telling the harbour desk",
        ("What happens next",),
        "The harbour desk must reply to the person who referred within 1 working day of receiving the referral. A family assessment must be finished within 40 working days.",
    ),
    (
        "referring",
        "Telling the harbour desk",
        ("SCOPE OF THIS CHAPTER",),
        "How to tell the harbour desk about a child who may be hurt, and what happens next.",
    ),
    (
        "differences",
        "Settling differences",
        ("Step 1",),
        "Speak to the worker who made the decision within 2 working days of the decision. Record the talk on the file.",
    ),
    (
        "differences",
        "Settling differences",
        ("Step 2",),
        "Your manager rings the other manager. Both managers write down what they agree.",
    ),
    (
        "differences",
        "Settling differences",
        ("When it cannot wait",),
        "If the child is at imminent risk, leave out the steps and ring the harbour desk.",
    ),
    (
        "hunger",
        "Hunger and neglect",
        ("Signs",),
        "Asks for food or hides it\nThin and tired in class\nFalls asleep in lessons\nSores in the mouth",
    ),
    (
        "glossary",
        "Glossary",
        ("Short forms",),
        "Short form | Stands for\nHD | Harbour Desk\nFLO | Family Link Officer | The person a family picks to keep the plan\nTAR | Team Around the Road",
    ),
    ("link", "Family link officer", (), "A family link officer is the worker whom the family picks to keep its plan."),
    (
        "link",
        "Family link officer",
        ("Meetings",),
        "The link officer must hold the first meeting within 10 working days of the family agreeing. Later meetings are held every 6 weeks. A meeting that is put off must be held within 5 working days.",
    ),
    (
        "records",
        "Records",
        ("Photographs",),
        "You must not photograph a child's body. A drawing on a body map is enough.",
    ),
    ("pool", "Swimming lessons", ("Supervision",), "At least two adults must watch a swimming lesson at all times."),
)


def _contents(make: PassageMaker) -> Contents:
    passages = [make(text, slug=slug, chapter=chapter, path=path) for slug, chapter, path, text in PAGES]
    one, two = (passage for passage in passages if passage.path[:1] in (("Step 1",), ("Step 2",)))
    hunger = next(passage for passage in passages if passage.slug == "hunger")
    clock = Clock(
        2.0,
        Unit.WORKING_DAYS,
        "Speak to the worker who made the decision within 2 working days of the decision.",
        runs_from="the decision",
    )
    late = next(passage for passage in passages if passage.path == ("When it cannot wait",))
    return Contents(
        manuals=(Manual("manual", "Harbour procedures"),),
        chapters=tuple(
            ChapterRecord("manual", slug, chapter)
            for slug, chapter in dict.fromkeys((page[0], page[1]) for page in PAGES)
        ),
        passages=tuple(passages),
        ladders=(
            Ladder(
                name="Settling differences",
                stages=(_stage("Step 1", 1, one, (clock,)), _stage("Step 2", 2, two)),
                exceptions=(Exemption(late.text, Place(late.path, late.text)),),
                manual="manual",
                slug="differences",
                chapter="Settling differences",
            ),
        ),
        checklists=(
            Checklist(
                "Signs",
                ChecklistKind.SIGNS,
                tuple(ChecklistItem(line, Place(hunger.path, line)) for line in hunger.text.split("\n")),
                Place(hunger.path, hunger.text),
                manual="manual",
                slug="hunger",
                chapter="Hunger and neglect",
            ),
        ),
    )


def _stage(label: str, order: int, passage: Passage, clocks: tuple[Clock, ...] = ()) -> Stage:
    texts = tuple(f"{sentence}." for sentence in passage.text.rstrip(".").split(". "))
    return Stage(label, order, Place(passage.path, passage.text), clocks=clocks, text=texts)


@pytest.fixture(scope="session")
def shelf(passage: PassageMaker, encoder_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """The invented manual, built and opened."""
    root = tmp_path_factory.mktemp("shelf")
    encoder = OnnxEncoder(encoder_folder, Form.INT8)
    contents = _contents(passage)
    generation = open_generation(root, build(root, contents, encoder, created=NOW), encoder)
    return Shelf("harbour", contents, Retriever(generation))


@pytest.fixture(scope="session")
def put(shelf: Shelf) -> Callable[..., Answer]:
    """Asks the shelf a question, on a working day at ten."""

    def ask(text: str, **more: Any) -> Answer:
        return answer(Question(text=text, now=NOW, **more), shelf)

    return ask
