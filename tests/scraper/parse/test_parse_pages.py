"""Chapters spread over several pages: the next link, and the pages joined as one chapter."""

import pytest

from knowledge.manual import Manual
from knowledge.passages import cut
from scraper.parse import join_pages, next_page, parse

URL = "https://council.example/escalation/1.html"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("<a rel=next href=2.html>Stage 2</a>", "https://council.example/escalation/2.html"),
        ("<a href=2.html>Next</a>", "https://council.example/escalation/2.html"),
        ("<a href=2.html>Next »</a>", "https://council.example/escalation/2.html"),
        ("<a href=2.html>Next: Stage 2</a>", "https://council.example/escalation/2.html"),
        ("<a href=2.html aria-label='Next page'>&gt;</a>", "https://council.example/escalation/2.html"),
        ("<a href=/x rel='nofollow next'>on</a>", "https://council.example/x"),
        (
            "<nav><a href=2.html><span>Next</span> <span>: Stage 2</span></a></nav>",
            "https://council.example/escalation/2.html",
        ),
        ("<a href=2.html>Next steps</a>", None),
        ("<a href=0.html>Previous</a>", None),
        ("<a href=https://elsewhere.example/2.html>Next</a>", None),
        ("<a href=1.html#part>Next</a>", None),
        ("<a href='javascript:go()'>Next</a>", None),
    ],
)
def test_next_page(link: str, address: str | None) -> None:
    """The next page is found by its mark or its words, on the same site, and never the page itself."""
    assert next_page(f"<h1>T</h1><p>Words.</p>{link}".encode(), URL) == address


def test_pages_of_their_own_title_become_sections() -> None:
    """Each later page is a section headed by its title, and its citation leads to that page."""
    pages = [
        parse(b"<h1>Overview</h1><p>Use the stages.</p>", url="https://c.example/1.html"),
        parse(
            b"<h1>2. Stage 1</h1><p>Talk.</p><h2 id=r>Record</h2><p>Write.</p>",
            url="https://c.example/2.html",
        ),
    ]
    joined = join_pages(pages)
    assert (joined.title, joined.slug, joined.url) == ("Overview", "1", "https://c.example/1.html")
    assert [(s.level, s.number, s.heading) for _, s in joined.walk()] == [
        (1, "", ""),
        (1, "2", "Stage 1"),
        (2, "", "Record"),
    ]
    passages = cut(joined, Manual("m", "M"))
    assert [(p.path, p.url) for p in passages] == [
        ((), "https://c.example/1.html"),
        (("Stage 1",), "https://c.example/2.html"),
        (("Stage 1", "Record"), "https://c.example/2.html#r"),
    ]


def test_pages_that_repeat_their_title_are_set_one_after_the_other() -> None:
    """Where every page carries the chapter's title, their sections stand side by side."""
    pages = [
        parse(f"<h1>Escalation</h1><h2>Stage {n}</h2><p>Do {n}.</p>".encode(), url=f"https://c.example/{n}")
        for n in (1, 2, 3)
    ]
    joined = join_pages(pages)
    assert [section.heading for section in joined.sections] == ["Stage 1", "Stage 2", "Stage 3"]
    assert len({joined.digest, *(page.digest for page in pages)}) == 4


def test_one_page_is_itself_and_none_is_refused() -> None:
    """Joining one page changes nothing; joining none is a mistake of the caller's."""
    page = parse(b"<h1>T</h1><p>x</p>", url=URL)
    assert join_pages([page]) is page
    with pytest.raises(ValueError, match="at least one"):
        join_pages([])
