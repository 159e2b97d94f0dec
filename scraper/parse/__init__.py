"""Pages and documents to chapters: HTML of any site family, PDF, DOCX and plain text.

`parse` is the one door. Each format's reader says what it can see (`printed`), and `outline` decides, the
same way for all of them, what is a heading, a list, a numbered paragraph, a table, or only layout."""

from scraper.parse.chapters import parse
from scraper.parse.pages import join_pages, next_page

__all__ = ["join_pages", "next_page", "parse"]
