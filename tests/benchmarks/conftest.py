"""A tiny folder of questions, and the encoder for the programs that need it."""

import json
from pathlib import Path

import pytest

from knowledge.encoder.folder import whole
from knowledge.encoder.weights import packaged, read_weights

REPOSITORY = Path(__file__).parents[2]
ENCODER = REPOSITORY / "var" / "encoder"  # where the set-up writes it

CORPUS = (
    ("kites", "Kites", "A kite needs a steady wind and a long string."),
    ("bread", "Bread", "Let the dough rest overnight before it is baked."),
    ("boats", "Boats", "A boat must carry a life jacket for everyone aboard."),
)
QUESTIONS = (
    ("one", "How long does dough rest?", "", "bread"),
    ("two", "What must be carried?", "I have a boat.", "boats"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three documents and two questions in BEIR's layout."""
    place = tmp_path / "tiny"
    (place / "qrels").mkdir(parents=True)
    corpus = [json.dumps({"_id": one, "title": title, "text": text}) for one, title, text in CORPUS]
    asked = [
        json.dumps({"_id": one, "text": text, "metadata": {"scenario": situation}})
        for one, text, situation, _ in QUESTIONS
    ]
    judged = [f"{one}\t{right}\t1" for one, _, _, right in QUESTIONS]
    (place / "corpus.jsonl").write_text("\n".join(corpus) + "\n", encoding="utf-8")
    (place / "queries.jsonl").write_text("\n".join(asked) + "\n", encoding="utf-8")
    (place / "qrels" / "test.tsv").write_text(
        "\n".join(["query-id\tcorpus-id\tscore", *judged]) + "\n", encoding="utf-8"
    )
    return place


@pytest.fixture(scope="session")
def encoder_folder() -> Path:
    """An undamaged exported encoder, written once and kept between runs."""
    if not whole(ENCODER, read_weights(packaged()).digest):
        from knowledge.encoder.export import export

        export(ENCODER)
    return ENCODER
