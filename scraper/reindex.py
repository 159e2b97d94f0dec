"""Fetch, keep, read, compare, build: from the sources to a candidate generation that a person can look at.

    sources -> snapshots -> readings -> candidate -> review

Nothing here touches what is published. `publish` moves the one pointer, and refuses what the gate refuses.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from knowledge.contacts import ContactPoint, Register, mismatches
from knowledge.encoder import Encoder
from knowledge.errors import EmptyManual, IndexUnreadable, PublishRefused, SourceError
from knowledge.index import publication
from knowledge.index.checks import note_checks
from knowledge.index.contents import Contents, SourceRecord
from knowledge.index.files import build, open_generation
from knowledge.index.vectors import VectorCache
from knowledge.snapshots import Snapshot, Snapshots
from scraper.changes import amendments, contact_changes, ladder_changes
from scraper.fetch import read_site
from scraper.files import read_path
from scraper.gate import refusals
from scraper.kept_readings import KeptReadings
from scraper.reading import Readings, read
from scraper.report import Counts, Review, render
from scraper.sources import Source
from scraper.version import readers_version

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A generation that was built and not published. `report` is the review as Markdown, kept at `path`."""

    generation: str
    review: Review
    report: str
    path: Path


def reindex(  # noqa: PLR0913, PLR0917  # the wiring hands each part over
    root: Path,
    sources: Sequence[Source],
    encoder: Encoder,
    clock: Callable[[], datetime],
    tell: Tell,
    register: Register | None = None,
) -> Candidate:
    """Read every source and build a candidate below `root`. Raises SourceError where a source cannot be read.

    `register` holds the numbers that a person has checked; the report lists where pages print others.
    A source that fails stops the reindex: a library with one manual silently missing is worse than yesterday's.
    """
    if not sources:
        raise SourceError("There are no sources yet. Add one: signpost sources add NAME ADDRESS")
    created = clock()
    snapshots = Snapshots(root / "snapshots")
    taken = [(source, _snapshot(source, snapshots, clock, tell)) for source in sources]
    kept = KeptReadings(root / "readings", readers_version())
    readings = [(source, snapshot, _read(source, snapshot, snapshots, kept, tell)) for source, snapshot in taken]
    contents = _contents(readings)
    tell("Building the index")
    generation = build(
        root,
        contents,
        encoder,
        created=created,
        vectors=VectorCache(root / "vectors"),
        progress=lambda done, of: tell(f"Embedded {done} of {of} new passages"),
    )
    note_checks(root, contents)
    review = _review(root, generation, contents, readings, created)
    review = replace(review, mismatches=mismatches(register or Register(), _placed(readings)))
    kept.forget_unwanted()
    return _keep(root, generation, review)


def publish(root: Path, generation: str, *, override: str = "", second_person: str = "") -> None:
    """Make a generation the published one. Raises PublishRefused where the gate refused it and nobody overrode that.

    An override needs its reason and a second person's name; both are kept beside the report.
    """
    reasons = _refused(root, generation)
    if reasons and not (override and second_person):
        listed = " ".join(reasons)
        raise PublishRefused(
            f"{generation} was not published. {listed} What was published stays published. "
            'If this is as it should be: signpost publish --override "why" --second-person "who agreed"'
        )
    publication.publish(root, generation)
    if reasons:
        note = {"generation": generation, "why": override, "second_person": second_person, "refusals": reasons}
        (root / "reports" / f"{generation}.override.json").write_text(json.dumps(note, indent=1), encoding="utf-8")


def is_published(root: Path, generation: str) -> bool:
    """Whether people are answered from this generation already, so that publishing it would change nothing."""
    return publication.published(root) == generation


def latest_candidate(root: Path) -> str:
    """The generation built last. Raises PublishRefused where there is none."""
    found = sorted((root / "reports").glob("*.gate.json"), key=lambda path: path.stat().st_mtime_ns)
    if not found:
        raise PublishRefused("There is nothing to publish yet. Run `signpost reindex` first.")
    return found[-1].name.removesuffix(".gate.json")


def _snapshot(source: Source, snapshots: Snapshots, clock: Callable[[], datetime], tell: Tell) -> Snapshot:
    tell(f"Reading {source.manual.name}")
    try:
        if source.is_url:
            pages, skipped = read_site(source.address, clock, tell=tell)
        else:
            pages, skipped = read_path(Path(source.address), clock())
    except SourceError as error:
        raise type(error)(f'Source "{source.id}": {error} What is published stays published.') from error
    if not pages:
        raise EmptyManual(
            f'Source "{source.id}": there is no page to read at {source.address}. What is published stays published.'
        )
    return snapshots.take(source.id, pages, clock(), skipped)


def _read(source: Source, snapshot: Snapshot, snapshots: Snapshots, kept: KeptReadings, tell: Tell) -> Readings:
    readings = read(snapshot, source.manual, lambda page: snapshots.content(snapshot, page), tell, kept)
    if not readings.passages:
        reasons = " ".join(readings.skipped[:3])
        raise EmptyManual(
            f'Source "{source.id}": no procedures could be read from it. {reasons} What is published stays published.'
        )
    return readings


def _contents(readings: Iterable[tuple[Source, Snapshot, Readings]]) -> Contents:
    every = list(readings)
    return Contents(
        manuals=tuple(source.manual for source, _, _ in every),
        chapters=tuple(chapter for _, _, one in every for chapter in one.chapters),
        passages=tuple(passage for _, _, one in every for passage in one.passages),
        ladders=tuple(ladder for _, _, one in every for ladder in one.ladders),
        schemes=tuple(scheme for _, _, one in every for scheme in one.schemes),
        checklists=tuple(checklist for _, _, one in every for checklist in one.checklists),
        contacts=tuple(point for _, _, one in every for point in one.contacts),
        sources=tuple(
            SourceRecord(source.id, source.manual.id, snapshot.moment, snapshot.taken) for source, snapshot, _ in every
        ),
        parser=readers_version(),
    )


def _review(
    root: Path,
    generation: str,
    contents: Contents,
    readings: Sequence[tuple[Source, Snapshot, Readings]],
    created: datetime,
) -> Review:
    published = publication.published(root)
    before = _published_contents(root, published)
    old = before or Contents((), (), ())
    return Review(
        generation=generation,
        published=published or "",
        created=created,
        counts=_counts(contents, sum(len(snapshot.pages) for _, snapshot, _ in readings)),
        before=_counts(before, len(before.chapters)) if before else None,
        amendments=amendments(old.passages, contents.passages) if before else (),
        ladders=ladder_changes(old.ladders, contents.ladders),
        contacts=contact_changes(old.contacts, contents.contacts),
        refusals=refusals(contents, before),
        skipped=tuple(line for _, _, one in readings for line in one.skipped),
        doubts=tuple(line for _, _, one in readings for line in one.doubts),
    )


def _placed(readings: Sequence[tuple[Source, Snapshot, Readings]]) -> tuple[ContactPoint, ...]:
    """The contact points read, each for the areas of its manual where it names none of its own."""
    return tuple(
        replace(point, areas=point.areas or source.manual.areas)
        for source, _, one in readings
        for point in one.contacts
    )


def _published_contents(root: Path, published: str | None) -> Contents | None:
    """What is published, or None where nothing is or it cannot be read: then there is nothing to compare with."""
    try:
        return open_generation(root, published, None).contents if published else None
    except IndexUnreadable:
        return None


def _counts(contents: Contents, pages: int) -> Counts:
    return Counts(
        pages=pages,
        chapters=len(contents.chapters),
        passages=len(contents.passages),
        ladders=len(contents.ladders),
        schemes=len(contents.schemes),
        checklists=len(contents.checklists),
        contacts=len(contents.contacts),
    )


def _keep(root: Path, generation: str, review: Review) -> Candidate:
    reports = root / "reports"
    reports.mkdir(parents=True, exist_ok=True)
    report, path = render(review), reports / f"{generation}.md"
    path.write_text(report, encoding="utf-8")
    (reports / f"{generation}.gate.json").write_text(json.dumps(review.refusals), encoding="utf-8")
    return Candidate(generation, review, report, path)


def _refused(root: Path, generation: str) -> tuple[str, ...]:
    path = root / "reports" / f"{generation}.gate.json"
    try:
        return tuple(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise PublishRefused(
            f"There is no checked candidate called {generation}. Run `signpost reindex` to build one."
        ) from error
