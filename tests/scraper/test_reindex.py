"""A reindex builds a candidate beside what is published, says what changed, and never harms what is live."""

import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from knowledge.contacts import read_register
from knowledge.encoder import Form, Vectors
from knowledge.errors import EmptyManual, FetchFailed, PublishRefused, SourceError
from knowledge.index import publication
from knowledge.index.files import open_generation
from knowledge.manual import Manual
from scraper.lock import ReindexUnderWay, only_one
from scraper.reindex import is_published, latest_candidate, publish, reindex
from scraper.sources import Source
from tests.scraper.manuals import ESCALATION, write_manual
from tests.scraper.site import Served, site


class LengthEncoder:
    """Vectors from the length of a text: enough to build an index, and it remembers what it was given."""

    digest, form, dimensions = "length", Form.FP32, 4

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.encoded.extend(texts)
        rows = np.array([[len(text), text.count("e") + 1, text.count("a") + 1, 1] for text in texts], dtype=np.float32)
        lengths: Vectors = np.linalg.norm(rows, axis=1, keepdims=True)
        return rows / lengths


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that moves on by a second each time it is read."""
    ticks = iter(range(100_000))
    return lambda: datetime(2026, 5, 12, 9, 0, tzinfo=UTC) + timedelta(seconds=next(ticks))


def _source(address: Path | str, name: str = "northshire") -> Source:
    return Source(Manual(name, name.capitalize(), ("Northvale",)), str(address))


def _silent(_: str) -> None:
    """Nothing is told."""


def test_a_folder_becomes_a_candidate_and_nothing_goes_live(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    """The candidate holds what was read; publishing is another step."""
    folder = write_manual(tmp_path / "manual")
    made = reindex(tmp_path / "home", [_source(folder)], LengthEncoder(), clock, _silent)
    contents = open_generation(tmp_path / "home", made.generation, None).contents
    assert {chapter.slug for chapter in contents.chapters} >= {"p_escalation", "p_contacts", "p_topic_0"}
    assert [stage.label for stage in contents.ladders[0].stages] == ["Stage 1", "Stage 2"]
    assert publication.published(tmp_path / "home") is None
    assert latest_candidate(tmp_path / "home") == made.generation


def test_what_changed_is_in_the_report(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    """A changed time limit is shown with the words before and after, and only the changed section is embedded anew."""
    folder, home = write_manual(tmp_path / "manual"), tmp_path / "home"
    publish(home, reindex(home, [_source(folder)], LengthEncoder(), clock, _silent).generation)
    (folder / "p_escalation.html").write_text(ESCALATION.replace("2 working days", "5 working days"), encoding="utf-8")
    encoder = LengthEncoder()
    made = reindex(home, [_source(folder)], encoder, clock, _silent)
    assert "-The practitioner must speak to the other worker within 2 working days." in made.report
    assert "+The practitioner must speak to the other worker within 5 working days." in made.report
    assert "Resolving disagreements: Stage 1" in made.report
    assert len(encoder.encoded) == 1
    assert made.path.read_text(encoding="utf-8") == made.report


def test_most_of_a_manual_gone_is_refused_and_the_old_one_answers(
    tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    """Nine tenths of the pages vanish: the gate says so, what was published stays, and two people can overrule it."""
    folder, home = write_manual(tmp_path / "manual", extra=20), tmp_path / "home"
    first = reindex(home, [_source(folder)], LengthEncoder(), clock, _silent).generation
    publish(home, first)
    for page in sorted(folder.glob("p_topic_*.html"))[2:]:
        page.unlink()
    made = reindex(home, [_source(folder)], LengthEncoder(), clock, _silent)
    with pytest.raises(PublishRefused, match="More than a tenth is gone"):
        publish(home, made.generation)
    with pytest.raises(PublishRefused):
        publish(home, made.generation, override="it moved")
    assert publication.published(home) == first
    publish(home, made.generation, override="the chapters moved", second_person="A. Manager")
    assert publication.published(home) == made.generation
    assert publication.rollback(home) == first


def test_a_ladder_that_is_gone_is_refused(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    """A manual that loses its escalation procedure does not go live unseen."""
    folder, home = write_manual(tmp_path / "manual", extra=20), tmp_path / "home"
    publish(home, reindex(home, [_source(folder)], LengthEncoder(), clock, _silent).generation)
    (folder / "p_escalation.html").write_text(
        "<h1>Resolving disagreements</h1><p>This page has moved.</p>", encoding="utf-8"
    )
    made = reindex(home, [_source(folder)], LengthEncoder(), clock, _silent)
    with pytest.raises(PublishRefused, match="had an escalation ladder and has none now"):
        publish(home, made.generation)


def test_one_error_page_for_all_is_refused(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    """A site that answers every address with one page is not published."""
    folder = write_manual(tmp_path / "manual", extra=20)
    for page in folder.glob("p_topic_*.html"):
        page.write_text("<h1>Sorry</h1><h2>Error</h2><p>Something went wrong on our side.</p>", encoding="utf-8")
    made = reindex(tmp_path / "home", [_source(folder)], LengthEncoder(), clock, _silent)
    with pytest.raises(PublishRefused, match="hold no words of their own"):
        publish(tmp_path / "home", made.generation)


@pytest.mark.parametrize(
    ("prepare", "error", "said"),
    [
        (lambda path: path, SourceError, "no file or folder"),
        (lambda path: path.mkdir() or path, EmptyManual, "no page to read"),
        (lambda path: path.with_suffix(".xlsx"), SourceError, "not a type"),
        (lambda path: path.with_suffix(".html"), SourceError, "is empty"),
    ],
)
def test_a_bad_source_stops_the_reindex_with_one_sentence(
    tmp_path: Path, clock: Callable[[], datetime], prepare: Callable[[Path], Path], error: type[SourceError], said: str
) -> None:
    """Missing, empty, of a wrong type: each names the source and says that what is published stays."""
    address = prepare(tmp_path / "manual")
    if address.suffix:
        address.write_bytes(b"" if address.suffix == ".html" else b"x")
    with pytest.raises(error, match=said) as refused:
        reindex(tmp_path / "home", [_source(address)], LengthEncoder(), clock, _silent)
    assert str(refused.value).startswith('Source "northshire":')
    assert "stays published" in str(refused.value)


def test_a_source_on_loopback_is_read(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    """A site that a person named is read even where it stands on this machine."""
    pages = {
        "/index.html": Served(b'<h1>Contents</h1><a href="p_escalation.html">Escalation</a>'),
        "/p_escalation.html": Served(ESCALATION.encode()),
    }
    with site(pages) as (address, _):
        made = reindex(tmp_path / "home", [_source(f"{address}/index.html")], LengthEncoder(), clock, _silent)
    assert made.review.counts.ladders == 1


def test_a_site_that_does_not_answer_leaves_what_is_published(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    """An unreachable source is an error of one sentence, and the published generation stays."""
    folder, home = write_manual(tmp_path / "manual"), tmp_path / "home"
    first = reindex(home, [_source(folder)], LengthEncoder(), clock, _silent).generation
    publish(home, first)
    with site({}) as (address, _):
        pass
    with pytest.raises(FetchFailed, match="could not be reached"):
        reindex(
            home, [_source(folder), _source(f"{address}/index.html", "southshire")], LengthEncoder(), clock, _silent
        )
    assert publication.published(home) == first


def test_a_second_reindex_at_once_is_refused(tmp_path: Path) -> None:
    """The second is told who started the first, and when."""
    now = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
    refused: list[str] = []

    def second() -> None:
        try:
            with only_one(tmp_path, now):
                refused.append("")
        except ReindexUnderWay as error:
            refused.append(str(error))

    with only_one(tmp_path, now):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
    assert "2026-05-12T09:00" in refused[0]
    with only_one(tmp_path, now):
        assert (tmp_path / "reindex.started.json").exists()


def test_no_sources_is_said(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    """Without sources there is a sentence on how to add one."""
    with pytest.raises(SourceError, match="signpost sources add"):
        reindex(tmp_path, [], LengthEncoder(), clock, _silent)


def test_numbers_that_differ_from_the_register_are_in_the_report(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    """A page that prints another number than the register is reported, and one that prints the same is not."""
    folder = write_manual(tmp_path / "manual")
    row = (
        '[[contact]]\nservice = "Front Door"\ntelephone = "{}"\nsource = "Letter"\n'
        'verified = 2026-05-01\nverified_by = "Procedures team"\n'
    )
    other, same = (read_register(row.format(number)) for number in ("01632 960211", "01632 960210"))
    told = reindex(tmp_path / "home", [_source(folder)], LengthEncoder(), clock, _silent, other)
    assert len(told.review.mismatches) == 1
    assert "## Not as in the register" in told.report
    assert 'prints 01632 960210 for "Front Door"; the register has 01632 960211' in told.report
    assert not reindex(tmp_path / "home", [_source(folder)], LengthEncoder(), clock, _silent, same).review.mismatches


def test_what_is_published_is_known(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    """The newest candidate is told from what people are answered from already."""
    folder, home = write_manual(tmp_path / "manual"), tmp_path / "home"
    first = reindex(home, [_source(folder)], LengthEncoder(), clock, _silent).generation
    assert not is_published(home, first)
    publish(home, first)
    assert is_published(home, latest_candidate(home))
