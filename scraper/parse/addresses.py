"""What a page's address says: the slug of its chapter."""

import re
from urllib.parse import parse_qsl, unquote, urlsplit

_ENDINGS = re.compile(r"\.(?:html?|xhtml|aspx?|php|jsp|cfm|pdf|docx?|docm|txt|md|text)$", re.IGNORECASE)
_GENERIC = frozenset({"index", "default", "page", "view", "node", "content", "document", "download", "home", "section"})
_UNFIT = re.compile(r"[^a-z0-9_-]+")


def slug_of(url: str) -> str:
    """The name of the chapter at `url`: `p_resolution_disagree`, the part after `/chapter/`, else the file's
    stem.

    A file called `index` or the like takes its folder's name, or what its query names. "chapter" where there
    is nothing to go by."""
    parts = urlsplit(url)
    path = [unquote(part) for part in parts.path.replace("\\", "/").split("/") if part]
    if "chapter" in path[:-1]:
        return _fit(path[path.index("chapter") + 1])
    names = [_fit(_ENDINGS.sub("", part)) for part in path[-2:]]
    stem = names[-1] if names else ""
    if stem in _GENERIC or not stem:
        asked = [
            _fit(value) for name, value in parse_qsl(parts.query) if name.lower() in {"id", "slug", "page", "p", "doc"}
        ]
        stem = "-".join([*names[-1:], *asked]) if asked else (names[0] if len(names) > 1 else stem)
    return stem or _fit(parts.hostname or "") or "chapter"


def _fit(text: str) -> str:
    return _UNFIT.sub("-", text.lower()).strip("-")
