"""What is broken, hostile or no document gives one clear sentence, in bounded time, and never a crash."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.errors import ParseError
from knowledge.manual import Chapter, block_texts
from scraper.parse import parse

URL = "https://manual.example/p_test.html"


def words(chapter: Chapter) -> str:
    return " ".join(text for _, section in chapter.walk() for block in section.blocks for text in block_texts(block))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"<html><body><script>x</script></body></html>", "no words"),
        (b"<html><body><img src=a.png></body></html>", "no words"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "PNG"),
        (b"{\\rtf1 words}", "RTF"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 50, "DOCX"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"%PDF-1.7 broken", "damaged"),
        (bytes(range(1, 32)) * 20, "not a document"),
    ],
)
def test_what_cannot_be_read(content: bytes, said: str) -> None:
    """A ParseError says what was wrong and names the document."""
    with pytest.raises(ParseError, match=said) as caught:
        parse(content, url=URL)
    assert URL in str(caught.value)


@pytest.mark.parametrize("tags", ["div", "b", "p", "details", "table><tr><td", "ul><li", "blockquote", "dl><dd"])
def test_fifty_thousand_nested_tags(tags: str) -> None:
    """A tower of tags is read within seconds, no word of it lost, and no recursion fails."""
    page = f"<h1>T</h1><p>Words before.</p>{f'<{tags}>' * 50_000}words inside</p><p>Words after.</p>"
    started = time.monotonic()
    told = words(parse(page.encode(), url=URL))
    assert time.monotonic() - started < 20  # under 1 s on an idle machine
    assert all(part in told for part in ("Words before.", "words inside", "Words after."))


def test_a_deep_page_is_reported() -> None:
    """Where tags were taken out, a person is asked to look."""
    chapter = parse(f"<h1>T</h1>{'<div>' * 5000}<p>Deep.</p>".encode(), url=URL)
    assert any("deeper" in warning for warning in chapter.warnings)


def test_an_enormous_table_is_bounded() -> None:
    """Rows beyond the bound are left out, with a warning that names the row."""
    rows = "<tr>" + "<td>a word</td>" * 20 + "</tr>"
    chapter = parse(f"<h1>T</h1><table>{rows * 4000}</table>".encode(), url=URL)
    assert any("larger than Signpost reads" in warning for warning in chapter.warnings)


def test_spans_cannot_blow_a_table_up() -> None:
    """A cell that claims to span a thousand columns and all rows takes bounded room."""
    rows = "<tr>" + "<td colspan=1000 rowspan=65534>c</td>" * 20 + "</tr>"
    chapter = parse(f"<h1>T</h1><p>x</p><table>{rows * 50}</table>".encode(), url=URL)
    assert words(chapter).startswith("x c")


@pytest.mark.parametrize(
    "hostile",
    [
        "<p hidden>a b</p>" * 20_000,
        "<p>" + "word here<br>" * 20_000 + "</p>",
        "<p>" + "<a href=x>Next</a>" * 20_000 + "</p>",
        "<style>" + "/*" * 200_000 + "</style>",
        "<style>" + "a" * 400_000 + "</style>",
        "<style>" + "@media{a{}" * 40_000 + "</style>",
        "<div>" * 3000 + "<a '" * 30_000,
        "<button aria-expanded=false>Stage</button><div hidden>one two three four</div>" * 3000,
        "<p class='" + "nav-" * 50_000 + "'>x</p>",
    ],
    ids=["hidden", "breaks", "moves", "comments", "no-braces", "media", "quotes", "buttons", "class"],
)
def test_time_grows_with_the_page(hostile: str) -> None:
    """Pages made to be slow are read in the time that their length deserves."""
    started = time.monotonic()
    assert words(parse(f"<h1>T</h1><p>First words.</p>{hostile}".encode(), url=URL)).startswith("First words.")
    assert time.monotonic() - started < 20  # each under 2 s on an idle machine


def test_empty_tables_are_ignored() -> None:
    """A table without words gives nothing."""
    page = "<h1>T</h1><p>x</p><table></table><table><tr></tr></table><table><tr><td>&nbsp;</td><td></td></tr></table>"
    assert words(parse(page.encode(), url=URL)) == "x"


def test_a_page_in_welsh_is_reported() -> None:
    """A manual in Welsh is read, and a person is told that Signpost reads English."""
    sentence = "Mae y plentyn yn yr ysgol ac mae ei rhieni wedi bod i weld y gweithiwr am y plentyn. "
    chapter = parse(f"<h1>Plant</h1><p>{sentence * 10}</p>".encode(), url=URL)
    assert any("Welsh" in warning for warning in chapter.warnings)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    """Any bytes give a chapter with words or a ParseError, nothing else."""
    try:
        assert words(parse(content, url=URL))
    except ParseError as error:
        assert str(error)


_MARKUP = st.lists(
    st.sampled_from(
        (
            *(
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<ul>",
                "<li>",
                "</ul>",
                "<ol>",
                "</ol>",
                "<div>",
                "</div>",
                "<br>",
            ),
            *(
                "<table>",
                "<tr>",
                "</tr>",
                "<td>",
                "<th rowspan=2>",
                "</td>",
                "</table>",
                "<caption>",
                "<img>",
            ),
            *(
                "<h2>",
                "</h2>",
                "<h3>",
                "<details>",
                "<summary>",
                "</details>",
                "<dl>",
                "<dt>",
                "<dd>",
                "</dl>",
            ),
            *("<a href=x>", "</a>", "<section>", "</section>", "<blockquote>"),
            *("4.1", "a)", "•", "-", "Stage", "one:", "two.", "Deadline"),
        )
    ),
    max_size=60,
)


@settings(max_examples=200, deadline=None)
@given(_MARKUP)
def test_any_markup(pieces: list[str]) -> None:
    """However tags are mixed, no visible word is lost or doubled."""
    page = f"<h1>T</h1><div>{' '.join(pieces)}</div><p>The last words.</p>"
    try:
        chapter = parse(page.encode(), url=URL, media_type="text/html")
    except ParseError:
        assert {"<h2>", "<h3>"} & set(pieces)  # an unclosed heading took all words to be the page's title
        return
    headings = chapter.title + " ".join(section.heading for _, section in chapter.walk())
    assert "The last words." in f"{words(chapter)} {headings}"
    said = sum(piece == "Deadline" for piece in pieces)
    assert f"{words(chapter)} {headings}".count("Deadline") == said


@pytest.mark.parametrize(
    ("opening", "warned"),
    [
        ('<!DOCTYPE html><html class="a" lang="cy">', True),
        ("<html lang='cy-GB'>", True),
        ('<html xml:lang="cy">', True),
        ('<html lang="en-GB">', False),
        ("<html>", False),
    ],
)
def test_a_page_that_says_it_is_in_welsh_gives_a_warning(opening: str, warned: bool) -> None:
    """However few words it has, the procedures team is told that Signpost reads English only."""
    page = f"{opening}<body><h1>Diogelu plant</h1><p>Ffoniwch y tîm dyletswydd.</p></body></html>"
    warnings = parse(page.encode(), url="https://m.example/p_cy.html").warnings
    assert any("in Welsh; Signpost reads English only" in one for one in warnings) is warned
