"""Pages and documents to chapters: HTML of any site family, PDF, DOCX and plain text.

`parse` is the one door. Each format's reader says what it can see (`printed`), and `outline` decides, the
same way for all of them, what is a heading, a list, a numbered paragraph, a table, or only layout."""

from scraper.parse.chapters import parse
from scraper.parse.pages import join_pages, next_page

VERSION = "2"
"""Raised with every change that can give other text for the same bytes: a part of the key of what is
re-embedded.
"""

__all__ = ["VERSION", "join_pages", "next_page", "parse"]
