"""A generation's manifest: what was built, from what, and the sha256 of every file.

A generation is named by the time it was made and by the manifest's own digest, so a manifest that was
altered, or a folder that was renamed, no longer fits its name.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import TypeAdapter, ValidationError

from knowledge.encoder import Form
from knowledge.errors import IndexMismatch
from knowledge.index.contents import SourceRecord

FORMAT = 1
MANIFEST = "manifest.json"
REBUILD = "Run the reindex again to build a new one."
_NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class EncoderRecord:
    """The encoder that made the passages' vectors."""

    digest: str
    form: Form
    dimensions: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a generation holds; `encoded` passages were embedded for it, other vectors were at hand."""

    manuals: int
    chapters: int
    passages: int
    encoded: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """manifest.json. `headings` says where heading paths are indexed with the text: "dense", "lexical",
    both, none.
    """

    format: int
    created: datetime
    parser: str
    encoder: EncoderRecord
    headings: tuple[str, ...]
    counts: Counts
    sources: tuple[SourceRecord, ...]
    files: dict[str, str]


_MANIFEST = TypeAdapter(Manifest)


def dump(manifest: Manifest) -> bytes:
    """The manifest's bytes, readable by people, the same for equal manifests."""
    return (json.dumps(_MANIFEST.dump_python(manifest, mode="json"), indent=2, sort_keys=True) + "\n").encode()


def name(created: datetime, content: bytes) -> str:
    """The name of the generation whose manifest has these bytes. `created` is aware of its time zone."""
    return f"{created.astimezone(UTC):%Y%m%dT%H%M%SZ}-{hashlib.sha256(content).hexdigest()[:16]}"


def is_name(text: str) -> bool:
    """Whether a text could name a generation; anything else never becomes part of a path."""
    return _NAME.fullmatch(text) is not None


def load(content: bytes, generation: str) -> Manifest:
    """The manifest of the generation so named. Raises IndexMismatch where it was altered or is of another
    version.
    """
    if hashlib.sha256(content).hexdigest()[:16] != generation.rpartition("-")[2]:
        raise IndexMismatch(f"The manifest of generation {generation} was altered or damaged. {REBUILD}")
    other = IndexMismatch(f"Generation {generation} was built by another version of Signpost. {REBUILD}")
    try:
        manifest = _MANIFEST.validate_json(content)
    except ValidationError as error:
        raise other from error
    if manifest.format != FORMAT:
        raise other
    return manifest
