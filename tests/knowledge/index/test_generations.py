"""Generations: whole when they are opened, or refused; what went in comes out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.encoder import Encoder, Form
from knowledge.errors import IndexMismatch, IndexUnreadable
from knowledge.index.contents import Contents
from knowledge.index.files import GENERATIONS, Headings, build, generations, open_generation, verify
from knowledge.index.vectors import VectorCache

CREATED = datetime(2026, 5, 12, 14, 7, tzinfo=UTC)

Library = Callable[..., Contents]
Counting = Callable[..., Encoder]


@pytest.fixture
def built(tmp_path: Path, library: Library, counting: Counting) -> str:
    return build(tmp_path, library(), counting(), created=CREATED)


def folder(root: Path, name: str) -> Path:
    return root / GENERATIONS / name


def test_what_went_in_comes_out(tmp_path: Path, built: str, library: Library, counting: Counting) -> None:
    """Every typed object, date, enumeration and tuple survives the disk exactly."""
    opened = open_generation(tmp_path, built, counting())
    assert opened.contents == library()
    assert opened.manifest.created == CREATED
    assert opened.manifest.counts.passages == 12
    assert opened.passage("manual/chapter/3") == library().passages[3]
    assert opened.passage("manual/chapter/99") is None
    assert opened.definitions[0].long == "Multi-Agency Safeguarding Hub"
    assert opened.words["safeguarding"] == 12


def test_an_empty_library_is_a_generation(tmp_path: Path, counting: Counting) -> None:
    """Nothing indexed is still whole; whether it may be published is for the publish gate to say."""
    name = build(tmp_path, Contents((), (), ()), counting(), created=CREATED)
    assert open_generation(tmp_path, name, counting()).contents.passages == ()


def test_names_sort_by_time_and_follow_the_contents(tmp_path: Path, library: Library, counting: Counting) -> None:
    """The same build twice is one generation; other contents or another time is another; order is by time."""
    first = build(tmp_path, library(), counting(), created=CREATED)
    again = build(tmp_path, library(), counting(), created=CREATED)
    other = build(tmp_path, library("two"), counting(), created=CREATED + timedelta(seconds=1))
    assert first == again
    assert generations(tmp_path) == (first, other)


def test_times_are_named_in_one_zone(tmp_path: Path, library: Library, counting: Counting) -> None:
    """Summer time does not disturb the order of names."""
    summer = timezone(timedelta(hours=1))
    name = build(tmp_path, library(), counting(), created=datetime(2026, 7, 1, 0, 30, tzinfo=summer))
    assert name.startswith("20260630T233000Z-")


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_one_flipped_bit_anywhere_is_refused(
    tmp_path: Path, built: str, counting: Counting, data: st.DataObject
) -> None:
    """Any bit of any file, the manifest included."""
    path = data.draw(st.sampled_from(sorted(folder(tmp_path, built).iterdir())))
    content = path.read_bytes()
    place = data.draw(st.integers(0, len(content) * 8 - 1))
    damaged = bytearray(content)
    damaged[place // 8] ^= 1 << place % 8
    path.write_bytes(bytes(damaged))
    try:
        with pytest.raises(IndexMismatch, match="altered or damaged"):
            open_generation(tmp_path, built, counting())
        with pytest.raises(IndexMismatch):
            verify(tmp_path, built)
    finally:
        path.write_bytes(content)


@pytest.mark.parametrize("harm", ["zeroed", "cut", "emptied", "gone"])
def test_damaged_files_are_refused(tmp_path: Path, built: str, counting: Counting, harm: str) -> None:
    """Zeroed pages, which FAISS loads without a word, and files cut short or missing: each file, each
    refused.
    """
    for path in sorted(folder(tmp_path, built).iterdir()):
        content = path.read_bytes()
        match harm:
            case "zeroed":
                path.write_bytes(content[: len(content) // 2] + bytes(len(content) - len(content) // 2))
            case "cut":
                path.write_bytes(content[:-1])
            case "emptied":
                path.write_bytes(b"")
            case "gone":
                path.unlink()
        with pytest.raises(IndexMismatch, match=built):
            open_generation(tmp_path, built, counting())
        path.write_bytes(content)
    assert open_generation(tmp_path, built, counting())


def test_files_of_two_generations_never_mix(tmp_path: Path, library: Library, counting: Counting) -> None:
    """A file of another generation, whole in itself, is refused where it does not belong."""
    one = build(tmp_path, library("one"), counting(), created=CREATED)
    two = build(tmp_path, library("two"), counting(), created=CREATED)
    for name in ("passages.json", "dense.faiss", "lexical.npz", "manifest.json"):
        ours, theirs = folder(tmp_path, one) / name, folder(tmp_path, two) / name
        kept = ours.read_bytes()
        ours.write_bytes(theirs.read_bytes())
        with pytest.raises(IndexMismatch):
            open_generation(tmp_path, one, counting())
        ours.write_bytes(kept)


def test_another_encoder_is_refused(tmp_path: Path, built: str, counting: Counting) -> None:
    """Other weights, or another length of vector, never search these passages."""
    with pytest.raises(IndexMismatch, match="another encoder"):
        open_generation(tmp_path, built, counting(digest="other"))
    with pytest.raises(IndexMismatch, match="another encoder"):
        open_generation(tmp_path, built, counting(dimensions=32))


def test_forms_mix_only_where_measured(tmp_path: Path, library: Library, counting: Counting) -> None:
    """fp32 passages take int8 questions; int8 passages do not take fp32 questions."""
    fp32 = build(tmp_path, library(), counting(form=Form.FP32), created=CREATED)
    int8 = build(tmp_path, library(), counting(form=Form.INT8), created=CREATED)
    assert open_generation(tmp_path, fp32, counting(form=Form.INT8))
    with pytest.raises(IndexMismatch, match="form"):
        open_generation(tmp_path, int8, counting(form=Form.FP32))


def test_reading_needs_no_encoder(tmp_path: Path, built: str) -> None:
    """Lists of contacts and ladders can be read where no encoder is at hand."""
    assert open_generation(tmp_path, built, None).contents.ladders


@pytest.mark.parametrize("name", ["", "..", "../..", "nonsense", "20260512T140700Z-0123456789abcdef", "a/b"])
def test_no_such_generation(tmp_path: Path, built: str, name: str) -> None:
    """A name that is none, or leads elsewhere, gets one sentence."""
    with pytest.raises(IndexUnreadable, match="There is no generation"):
        open_generation(tmp_path, name, None)


def test_a_renamed_generation_is_refused(tmp_path: Path, built: str) -> None:
    """A folder under another generation's name does not pass for it."""
    other = "20260512T140700Z-0123456789abcdef"
    folder(tmp_path, built).rename(folder(tmp_path, other))
    with pytest.raises(IndexMismatch):
        open_generation(tmp_path, other, None)


def test_contents_that_do_not_fit_are_refused(tmp_path: Path, library: Library, counting: Counting) -> None:
    """A passage named twice, of an unknown manual, or with another text than its digest: nothing is built."""
    whole = library()
    first = whole.passages[0]
    for wrong in (
        replace(whole, passages=(first, first)),
        replace(whole, manuals=()),
        replace(whole, passages=(replace(first, text="Something else."),)),
        replace(whole, passages=(replace(first, text="Half a letter: \ud83d"),)),
        replace(whole, passages=(replace(first, chapter="Half a letter: \ud83d"),)),
    ):
        with pytest.raises(IndexMismatch):
            build(tmp_path, wrong, counting(), created=CREATED)
    assert generations(tmp_path) == ()


def test_an_interrupted_build_leaves_nothing(tmp_path: Path, library: Library, counting: Counting) -> None:
    """An encoder that fails half-way leaves no generation and no folder behind."""

    class Failing:
        digest, form, dimensions = "counting", Form.FP32, 256

        def encode(self, texts: object) -> object:
            raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        build(tmp_path, library(), Failing(), created=CREATED)  # type: ignore[arg-type]
    assert generations(tmp_path) == ()


def test_a_damaged_twin_is_replaced(tmp_path: Path, built: str, library: Library, counting: Counting) -> None:
    """Building the same again heals what was damaged on disk."""
    (folder(tmp_path, built) / "passages.json").write_bytes(b"")
    assert build(tmp_path, library(), counting(), created=CREATED) == built
    assert open_generation(tmp_path, built, counting())
    assert [path.name for path in (tmp_path / GENERATIONS).iterdir()] == [built]


def test_headings_are_recorded(tmp_path: Path, library: Library, counting: Counting) -> None:
    """The manifest says whether heading paths were indexed with the text."""
    name = build(tmp_path, library(), counting(), created=CREATED, headings=Headings(dense=False, lexical=True))
    assert verify(tmp_path, name).headings == ("lexical",)


def test_a_reindex_embeds_only_what_changed(tmp_path: Path, library: Library, counting: Counting) -> None:
    """With the cache, one changed passage costs one encoding; another encoder starts from nothing."""
    cache = VectorCache(tmp_path / "vectors")
    whole = library()
    build(tmp_path, whole, counting(), created=CREATED, vectors=cache)
    encoder = counting()
    changed = replace(whole, passages=(*whole.passages[1:], library("two").passages[0]))
    name = build(tmp_path, changed, encoder, created=CREATED, vectors=cache)
    assert len(encoder.encoded) == 1  # type: ignore[attr-defined]
    assert verify(tmp_path, name).counts.encoded == 1
    other = counting(digest="other")
    build(tmp_path, whole, other, created=CREATED, vectors=cache)
    assert len(other.encoded) == 12  # type: ignore[attr-defined]


def test_cached_vectors_make_the_same_generation(tmp_path: Path, library: Library, counting: Counting) -> None:
    """A vector from the cache is the vector that encoding would give."""
    cache = VectorCache(tmp_path / "vectors")
    build(tmp_path, library(), counting(), created=CREATED, vectors=cache)
    cached = build(tmp_path, library(), counting(), created=CREATED, vectors=cache)
    fresh = build(tmp_path, library(), counting(), created=CREATED)
    assert (folder(tmp_path, cached) / "dense.faiss").read_bytes() == (
        folder(tmp_path, fresh) / "dense.faiss"
    ).read_bytes()
