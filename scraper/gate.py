"""What keeps a half-empty or damaged manual from going live.

The limits are those of the project's hazard list: a fall of a tenth in pages or passages, of three tenths in the usual
length of a passage, a ladder or threshold document that is gone, many pages with one body.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from knowledge.index.contents import Contents

_FALL = 0.9  # of what is published; less is refused
_SHORTER = 0.7
_SAME_BODY = 0.2  # of a manual's chapters, where there are enough of them to tell
_ENOUGH_CHAPTERS = 10


def refusals(candidate: Contents, published: Contents | None) -> tuple[str, ...]:
    """Sentences that say why a candidate must not be published as it is; none where it may be."""
    return (*_empty(candidate), *_repeated(candidate), *(_lost(candidate, published) if published else ()))


def _empty(candidate: Contents) -> Iterator[str]:
    held = {passage.manual for passage in candidate.passages}
    for manual in candidate.manuals:
        if manual.id not in held:
            yield f'Nothing was read from "{manual.name}". An empty manual is never published.'


def _repeated(candidate: Contents) -> Iterator[str]:
    for manual in candidate.manuals:
        bodies = Counter(_bodies(candidate, manual.id))
        total = sum(bodies.values())
        if total >= _ENOUGH_CHAPTERS:
            body, count = bodies.most_common(1)[0]
            if count / total > _SAME_BODY:
                alike = "hold the same words" if body else "hold no words of their own"
                yield (
                    f'{count} of {total} chapters of "{manual.name}" {alike}. '
                    "The site may have shown one error page for all of them."
                )


def _bodies(candidate: Contents, manual: str) -> list[tuple[str, ...]]:
    """Each chapter's passages by digest; none for a chapter whose every word stands on most other pages too."""
    bodies: dict[str, list[str]] = {chapter.slug: [] for chapter in candidate.chapters if chapter.manual == manual}
    for passage in candidate.passages:
        if passage.manual == manual:
            bodies.setdefault(passage.slug, []).append(passage.digest)
    return [tuple(digests) for digests in bodies.values()]


def _lost(candidate: Contents, published: Contents) -> Iterator[str]:
    kept = {manual.id for manual in candidate.manuals}
    for manual in published.manuals:
        if manual.id in kept:
            yield from _fallen(candidate, published, manual.id, manual.name)


def _fallen(candidate: Contents, published: Contents, manual: str, name: str) -> Iterator[str]:
    for what, now, then in (
        ("chapters", _count(candidate.chapters, manual), _count(published.chapters, manual)),
        ("passages", _count(candidate.passages, manual), _count(published.passages, manual)),
    ):
        if now < _FALL * then:
            yield f'"{name}" has {now} {what}; {then} are published. More than a tenth is gone.'
    lengths = [len(one.text) for one in candidate.passages if one.manual == manual]
    before = [len(one.text) for one in published.passages if one.manual == manual]
    if lengths and before and median(lengths) < _SHORTER * median(before):
        yield f'The passages of "{name}" are much shorter than those that are published. The pages may have been read in part.'
    for what, here, there in (
        ("escalation ladder", candidate.ladders, published.ladders),
        ("threshold document", candidate.schemes, published.schemes),
    ):
        if _count(there, manual) and not _count(here, manual):
            yield (
                f'"{name}" had an {what} and has none now.'
                if what[0] == "e"
                else f'"{name}" had a {what} and has none now.'
            )


def _count(things: Sequence[object], manual: str) -> int:
    return sum(getattr(thing, "manual", "") == manual for thing in things)
