"""PDF documents."""

from knowledge.errors import ParseError
from scraper.parse.printed import Reading


def read_pdf(content: bytes, url: str) -> Reading:
    """Read a PDF."""
    raise ParseError(f"{url}: PDF documents cannot be read yet.")
