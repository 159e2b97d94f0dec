"""Errors, one tree; each message is fit for the procedures team: what was wrong, where, and what to do.

ProceduresError
+-- SourceError            a source could not be read
|   +-- FetchFailed        its address did not answer
|   +-- ChallengePage      a "prove you are human" page came instead
|   +-- EmptyManual        it was read, and there was (almost) nothing in it
+-- ParseError             a page or document could not be read
+-- IndexUnreadable        a generation is missing or damaged
|   +-- IndexMismatch      its files do not fit each other, the encoder or this version
+-- PublishRefused         a candidate must not go live as it is
+-- UnknownArea            the area asked for is not served
"""


class ProceduresError(Exception):
    """The root: `str(error)` is one or two plain sentences for a person."""


class SourceError(ProceduresError):
    """A source could not be read."""


class FetchFailed(SourceError):
    """An address did not answer, or not with a page."""


class ChallengePage(SourceError):
    """A page that asks whether the reader is a person came instead of the procedures."""


class EmptyManual(SourceError):
    """A source was read and held no procedures: suspicious, never a quiet day."""


class ParseError(ProceduresError):
    """A page or document could not be read at all."""


class IndexUnreadable(ProceduresError):
    """A generation is missing or damaged."""


class IndexMismatch(IndexUnreadable):
    """A generation's files do not fit each other, the encoder, or this version of Signpost."""


class PublishRefused(ProceduresError):
    """A candidate generation must not go live as it is."""


class UnknownArea(ProceduresError):
    """The area asked for is not one that the published manuals serve."""
