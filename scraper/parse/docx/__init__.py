from knowledge.errors import ParseError
from scraper.parse.printed import Reading


def read_docx(content: bytes, url: str) -> Reading:
    raise ParseError(f"{url}: Word documents cannot be read yet.")
