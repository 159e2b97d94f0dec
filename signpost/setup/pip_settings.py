"""pip's own settings, for uv, which does not read them.

Offices point pip at an index, a proxy or a certificate of their own; whoever has done so should not have to
say it twice. Extra indexes and folders are left out: uv takes the first index that knows a package's name,
so they could hide a version that the lock needs. pip's switch "no-index" is kept, with its folders.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from signpost.setup.machine import Machine

_SETTING = re.compile(r"^(?P<section>\S+?)\.(?P<key>[a-z-]+)='(?P<value>.*)'$", re.MULTILINE)
_SECTIONS = ("global", "install", ":env:")  # each is overruled by those after it, as in pip


def for_uv(python: Path, machine: Machine) -> dict[str, str]:
    """Environment variables that tell uv what `python`'s pip is set to; none where uv was told itself."""
    return variables(read(machine.output([python, "-m", "pip", "config", "list"])), machine.environ)


def read(listing: str) -> dict[str, str]:
    """The settings in what `pip config list` prints, key to value."""
    kept: dict[str, str] = {}
    found = [match.groupdict() for match in _SETTING.finditer(listing)]
    for section in _SECTIONS:
        kept.update({one["key"]: one["value"] for one in found if one["section"] == section})
    return kept


def variables(settings: Mapping[str, str], environ: Mapping[str, str]) -> dict[str, str]:
    """uv's environment variables for pip's `settings`, without those that `environ` holds already."""
    wanted = {
        "UV_DEFAULT_INDEX": settings.get("index-url", ""),
        "SSL_CERT_FILE": settings.get("cert", ""),
        "ALL_PROXY": settings.get("proxy", ""),
    }
    if settings.get("no-index", "").lower() in {"1", "true", "yes", "on"}:
        wanted["UV_NO_INDEX"] = "1"
        wanted["UV_FIND_LINKS"] = ",".join(re.split(r"(?:\s|\\n)+", settings.get("find-links", "")))
    return {key: value for key, value in wanted.items() if value and key not in environ}
