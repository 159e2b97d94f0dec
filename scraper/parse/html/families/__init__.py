"""Site families: kinds of site that manuals live on, one module each, that says why the site is odd.

A family only puts right what is peculiar to it, before the page is read in the general way, and says how its
addresses name a chapter. Another family is one more module here, named in `FAMILIES`; the first that fits is
used."""

from scraper.parse.html.families import (
    classic_trix,
    council,
    general,
    govuk,
    new_trix,
    procedures_org_uk,
    word_export,
)
from scraper.parse.html.families.family import Family
from scraper.parse.html.nodes import Node

FAMILIES: tuple[Family, ...] = (
    classic_trix.FAMILY,
    new_trix.FAMILY,
    procedures_org_uk.FAMILY,
    govuk.FAMILY,
    council.FAMILY,
    word_export.FAMILY,
    general.FAMILY,
)


def family_of(url: str, root: Node) -> Family:
    """The family of the page at `url`."""
    return next(family for family in FAMILIES if family.fits(url, root))
