"""Generations on disk: built whole beside the others, checked file by file when they are opened.

<root>/generations/<generation>/   passages, typed objects, vectors, words, manifest.json
<root>/published.json              which generation is published (see `knowledge.index.publication`)
<root>/vectors/                    the vectors' cache (see `knowledge.index.vectors`)
"""

import hashlib
import secrets
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from knowledge.checklists import Checklist
from knowledge.contacts import ContactPoint
from knowledge.encoder import Encoder, fits
from knowledge.errors import IndexMismatch, IndexUnreadable
from knowledge.index import dense, lexical, manifest
from knowledge.index.contents import ChapterRecord, Contents
from knowledge.index.definitions import Definition, read_definitions
from knowledge.index.disk import sync_directory, write_synced
from knowledge.index.generation import Generation
from knowledge.index.manifest import MANIFEST, REBUILD, Counts, EncoderRecord, Manifest
from knowledge.index.vectors import Embedded, Progress, VectorCache, embed
from knowledge.index.words import stems, words
from knowledge.ladders import Ladder
from knowledge.manual import Manual, Passage
from knowledge.thresholds import LevelScheme

GENERATIONS = "generations"
UNFINISHED = ".building-"

_OBJECTS: dict[str, TypeAdapter[Any]] = {  # the type of each file of typed objects, by the field of Contents
    "manuals": TypeAdapter(tuple[Manual, ...]),
    "chapters": TypeAdapter(tuple[ChapterRecord, ...]),
    "passages": TypeAdapter(tuple[Passage, ...]),
    "ladders": TypeAdapter(tuple[Ladder, ...]),
    "schemes": TypeAdapter(tuple[LevelScheme, ...]),
    "checklists": TypeAdapter(tuple[Checklist, ...]),
    "contacts": TypeAdapter(tuple[ContactPoint, ...]),
}
_DEFINITIONS = TypeAdapter(tuple[Definition, ...])
_WORDS = TypeAdapter(dict[str, int])


@dataclass(frozen=True, slots=True)
class Headings:
    """Whether a passage's chapter title and heading path are indexed with its text.

    Both by default: on 98 questions about the demonstration the right sentence's passage came first for
    .70, with headings in the lexical half only .61, in the dense half only .58, in neither .53; on
    OR-ShARC's development part with the situation .68, .66, .68, .62. A manual with very long titles may do
    better without them in the dense half.
    """

    dense: bool = True
    lexical: bool = True


def headed(passage: Passage) -> str:
    """A passage's text under its chapter title and heading path."""
    return f"{' > '.join((passage.chapter, *passage.path))}\n{passage.text}"


def build(  # noqa: PLR0913  # what a generation is made of; each is named at the call
    root: Path,
    contents: Contents,
    encoder: Encoder,
    *,
    created: datetime,
    vectors: VectorCache | None = None,
    headings: Headings = Headings(),  # frozen
    progress: Progress | None = None,
) -> str:
    """Build a generation and return its name. Nothing is published.

    All files are written and synced in a folder of their own and renamed into place, so a generation is
    there whole or not at all. `created` must know its time zone. `encoder` should run in full precision
    (`Form.FP32`): its vectors fit queries of every form. `vectors` lets unchanged passages keep theirs.

    Raises IndexMismatch where the contents do not fit together: a passage named twice, of an unknown
    manual, or whose digest is not that of its text.
    """
    _check(contents)
    texts = [headed(passage) if headings.dense else passage.text for passage in contents.passages]
    embedded = embed(texts, encoder, vectors, progress)
    files = _files(contents, embedded, encoder, headings)
    content = manifest.dump(
        Manifest(
            format=manifest.FORMAT,
            created=created,
            parser=contents.parser,
            encoder=EncoderRecord(encoder.digest, encoder.form, encoder.dimensions),
            headings=tuple(half for half in ("dense", "lexical") if getattr(headings, half)),
            counts=Counts(len(contents.manuals), len(contents.chapters), len(contents.passages), embedded.encoded),
            sources=contents.sources,
            files={name: hashlib.sha256(written).hexdigest() for name, written in files.items()},
        )
    )
    name = manifest.name(created, content)
    _write(root / GENERATIONS, name, files | {MANIFEST: content})
    return name


def verify(root: Path, generation: str) -> Manifest:
    """Read every file of a generation and compare it with the manifest, without loading the indexes.

    Raises IndexUnreadable where it is missing, IndexMismatch where a file is missing or altered.
    """
    read, _ = _read(root, generation)
    return read


def open_generation(root: Path, generation: str, encoder: Encoder | None) -> Generation:
    """Open a generation for questions encoded by `encoder` (None: for reading only).

    What is checked is what is loaded: each file is read once. Raises IndexUnreadable where the generation
    is missing, IndexMismatch where a file is missing or altered, the files do not fit each other, or they
    were made with another encoder or by another version of Signpost.
    """
    read, files = _read(root, generation)
    if encoder is not None:
        _check_encoder(generation, read, encoder)
    try:
        objects = {name: adapter.validate_json(files[f"{name}.json"]) for name, adapter in _OBJECTS.items()}
        contents = Contents(**objects, sources=read.sources, parser=read.parser)
        opened = Generation(
            id=generation,
            manifest=read,
            contents=contents,
            definitions=_DEFINITIONS.validate_json(files["definitions.json"]),
            words=_WORDS.validate_json(files["words.json"]),
            dense=dense.load(files["dense.faiss"]),
            lexical=lexical.load(files["lexical.npz"]),
            rows={passage.id: row for row, passage in enumerate(contents.passages)},
            encoder=encoder,
        )
    except (ValidationError, KeyError) as error:
        raise IndexMismatch(f"Generation {generation} was built by another version of Signpost. {REBUILD}") from error
    if not len(contents.passages) == len(opened.rows) == opened.dense.size == opened.lexical.size:
        raise IndexMismatch(f"The passages and indexes of generation {generation} do not fit. {REBUILD}")
    return opened


def generations(root: Path) -> tuple[str, ...]:
    """Names of the finished generations on disk, oldest first."""
    folder = root / GENERATIONS
    if not folder.is_dir():
        return ()
    return tuple(sorted(path.name for path in folder.iterdir() if manifest.is_name(path.name)))


def _check(contents: Contents) -> None:
    manuals = {manual.id for manual in contents.manuals}
    for passage_id, times in Counter(passage.id for passage in contents.passages).items():
        if times > 1:
            raise IndexMismatch(f"The passage {passage_id} was read {times} times; each needs a name of its own.")
    for passage in contents.passages:
        if passage.manual not in manuals:
            raise IndexMismatch(f"The passage {passage.id} belongs to no manual that is being indexed.")
        try:
            headed(passage).encode()
        except UnicodeEncodeError:
            raise IndexMismatch(f"The passage {passage.id} holds half a character (a lone surrogate).") from None
        if hashlib.sha256(passage.text.encode()).hexdigest() != passage.digest:
            raise IndexMismatch(f"The text of passage {passage.id} is not the one its digest names.")


def _check_encoder(generation: str, read: Manifest, encoder: Encoder) -> None:
    made = read.encoder
    if made.digest != encoder.digest or made.dimensions != encoder.dimensions:
        raise IndexMismatch(f"Generation {generation} was built with another encoder than this one. {REBUILD}")
    if not fits(passages=made.form, queries=encoder.form):
        raise IndexMismatch(
            f"Generation {generation} was built with the encoder's {made.form} form, "
            f"which questions in {encoder.form} do not fit. {REBUILD}"
        )


def _files(contents: Contents, embedded: Embedded, encoder: Encoder, headings: Headings) -> dict[str, bytes]:
    try:
        files = {f"{name}.json": adapter.dump_json(getattr(contents, name)) for name, adapter in _OBJECTS.items()}
        files["definitions.json"] = _DEFINITIONS.dump_json(read_definitions(contents.passages))
    except PydanticSerializationError as error:
        raise IndexMismatch(f"Some text holds characters that cannot be stored: {error}") from error
    texts = [words(passage.text) for passage in contents.passages]
    under = [words(" ".join((passage.chapter, *passage.path))) for passage in contents.passages]
    counted = Counter(word for part in (*texts, *under) for word in part)
    documents = [stems([*above, *text] if headings.lexical else text) for above, text in zip(under, texts, strict=True)]
    files["words.json"] = _WORDS.dump_json(dict(sorted(counted.items())))
    files["lexical.npz"] = lexical.dump(lexical.index_terms(documents))
    files["dense.faiss"] = dense.dump(dense.index_vectors(embedded.vectors, encoder.dimensions))
    return files


def _write(folder: Path, name: str, files: dict[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with _unfinished(folder, name) as scratch:
        for file, content in files.items():
            write_synced(scratch / file, content)
        sync_directory(scratch)
        final = folder / name
        if final.exists():  # the same contents at the same time; what is there may be damaged
            final.rename(scratch.with_name(f"{scratch.name}-old"))
        scratch.rename(final)
        sync_directory(folder)


@contextmanager
def _unfinished(folder: Path, name: str) -> Iterator[Path]:
    """A folder that is gone afterwards unless it was renamed."""
    scratch = folder / f"{UNFINISHED}{name}-{secrets.token_hex(4)}"
    scratch.mkdir()
    try:
        yield scratch
    finally:
        for left in (scratch, scratch.with_name(f"{scratch.name}-old")):
            shutil.rmtree(left, ignore_errors=True)


def _read(root: Path, generation: str) -> tuple[Manifest, dict[str, bytes]]:
    folder = root / GENERATIONS / generation
    if not manifest.is_name(generation) or not folder.is_dir():
        raise IndexUnreadable(f"There is no generation {generation!r}. {REBUILD}")
    read = manifest.load(_bytes(folder, MANIFEST, generation), generation)
    files = {}
    for name, digest in read.files.items():
        files[name] = _bytes(folder, Path(name).name, generation)
        if hashlib.sha256(files[name]).hexdigest() != digest:
            raise IndexMismatch(f"The file {name} of generation {generation} was altered or damaged. {REBUILD}")
    return read, files


def _bytes(folder: Path, name: str, generation: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise IndexMismatch(f"The file {name} of generation {generation} cannot be read. {REBUILD}") from error
