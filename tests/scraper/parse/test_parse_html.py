"""Web pages: what is kept, what is left out, and what works as a heading, a list or a table."""

import pytest

from knowledge.manual import Bullets, Chapter, Figure, Paragraph, Section, Table, block_texts
from scraper.parse import parse

URL = "https://manual.example/p_test.html"


def read(body: str | bytes, url: str = URL, media_type: str = "text/html") -> Chapter:
    content = body if isinstance(body, bytes) else body.encode()
    return parse(content, url=url, media_type=media_type)


def words(chapter: Chapter) -> str:
    return " ".join(text for _, section in chapter.walk() for block in section.blocks for text in block_texts(block))


def headings(chapter: Chapter) -> list[tuple[int, str, str]]:
    return [(section.level, section.number, section.heading) for _, section in chapter.walk()]


@pytest.mark.parametrize(
    ("text", "declared", "encoding"),
    [
        ("child’s “voice” – £5", "utf-8", "utf-8"),
        ("child’s “voice” – £5", "", "utf-8"),
        ("child’s “voice” – £5", "iso-8859-1", "cp1252"),
        ("child’s “voice” – £5", "", "cp1252"),
        ("child’s “voice” – £5", "utf-8", "cp1252"),
        ("child’s “voice” – £5", "iso-8859-1", "utf-8"),
        ("child’s “voice” – £5", "", "utf-8-sig"),
        ("child’s “voice” – £5", "", "utf-16"),
        ("child’s “voice” – £5", "nonsense-8", "cp1252"),
    ],
)
def test_encodings(text: str, declared: str, encoding: str) -> None:
    """The same words come out whatever the encoding, declared, undeclared or declared wrongly."""
    meta = f'<meta charset="{declared}">' if declared else ""
    page = f"<html><head>{meta}<title>T</title></head><body><h1>T</h1><p>{text}</p></body></html>"
    assert words(read(page.encode(encoding), media_type="")) == text


def test_header_charset_is_used() -> None:
    """The server's declaration counts where the bytes are no UTF-8."""
    page = "<h1>T</h1><p>Plán dítěte</p>".encode("iso-8859-2")
    assert words(read(page, media_type="text/html; charset=iso-8859-2")) == "Plán dítěte"


def test_white_space_and_invisible_characters() -> None:
    """Hard spaces fold, soft hyphens and zero-width marks go, cp1252 codes given as entities are put right."""
    page = "<h1>T</h1><p>One&nbsp;\n two&shy;fold&#8203; &#150; &amp; &quot;three&quot;&#x202e;</p>"
    assert words(read(page)) == 'One twofold – & "three"'


def test_words_in_adjoining_cells_and_blocks_never_run_together() -> None:
    """A block's edge is a space, an inline element's is not."""
    chapter = read("<h1>T</h1><div>one<div>two</div>three</div><p>fo<b>u</b>r</p>")
    assert words(chapter) == "one two three four"


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><a href=a>Menu one</a></nav>",
        '<div class="breadcrumbs"><a href=/>Menu one</a></div>',
        '<div id="cookieBanner">Menu one</div>',
        '<div class="main-navigation">Menu one</div>',
        '<ul class="govuk-breadcrumbs__list"><li>Menu one</li></ul>',
        '<div class="exit-this-page">Menu one</div>',
        '<p><a href="2">Next</a></p>',
        '<p><a href="2">Next: Menu one</a></p>',
        '<a href="#top">Back to top</a>',
        '<a href="https://weather.example">Quick exit</a>',
        '<div role="search"><label>Menu one</label></div>',
        "<script>Menu one</script><style>Menu one{}</style><noscript>Menu one</noscript>",
        "<p>We use cookies to make this site work. <button>Accept</button> <a href=c>Menu one</a></p>",
    ],
)
def test_furniture_is_left_out(furniture: str) -> None:
    """Menus, banners and links that only move about the site are no part of a chapter."""
    page = f"<body><main><h1>T</h1>{furniture}<p>The worker must act.</p></main></body>"
    assert words(read(page)) == "The worker must act."


@pytest.mark.parametrize(
    "content",
    [
        '<section id="consent"><p>Ask for consent.</p></section>',
        '<section id="information-sharing"><p>Ask for consent.</p></section>',
        '<div class="search-for-missing-child"><p>Ask for consent.</p></div>',
        '<div class="next-steps"><p>Ask for consent.</p></div>',
        "<p>Next, ask for consent.</p>",
        '<p>See <a href="x">Next steps</a>. Ask for consent.</p>',
        '<aside class="contact-box"><p>Ask for consent.</p></aside>',
        '<div class="menu-of-interventions-described"><p>Ask for consent.</p></div>',
    ],
)
def test_content_named_like_furniture_is_kept(content: str) -> None:
    """A chapter about consent or sharing is not taken for a cookie banner or a share button."""
    assert "consent" in words(read(f"<body><h1>T</h1>{content}<p>Then act on it.</p></body>"))


@pytest.mark.parametrize(
    ("footer", "kept"),
    [
        ("<footer><p>Next review: May 2027</p><p>Privacy</p></footer>", "Next review: May 2027"),
        ("<footer><span>Last reviewed 12-05-2026</span></footer>", "Last reviewed 12-05-2026"),
        (
            '<div class="site-footer"><p>Page last updated: 3 June 2026</p></div>',
            "Page last updated: 3 June 2026",
        ),
        ("<nav><p>Version 3, approved 1 May 2026</p><a href=a>A</a></nav>", "Version 3, approved 1 May 2026"),
    ],
)
def test_dates_in_furniture_are_kept(footer: str, kept: str) -> None:
    """When a page was reviewed, and will be, stays though it stands in the footer."""
    told = words(read(f"<body><main><h1>T</h1><p>Act.</p></main>{footer}</body>"))
    assert told == f"Act. {kept}"


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "visibility: hidden",
        "font-size:0",
        "opacity:0",
        "position:absolute;left:-9999px",
        "text-indent:-9999px",
        "position:absolute;clip:rect(0 0 0 0)",
        "color:#fff",
        "color:white;background:#fff",
        "width:1px;height:1px;overflow:hidden",
        "max-height:0;overflow:hidden",
    ],
)
def test_hidden_words_are_left_out(style: str) -> None:
    """Words that nobody sees may have been planted: they are not read."""
    page = f'<h1>T</h1><p>Ring the desk.</p><p style="{style}">Do not refer.</p><div style="{style}">Do not.</div>'
    assert words(read(page)) == "Ring the desk."


def test_words_hidden_by_a_trick_are_reported() -> None:
    """A person is told of words styled so that they cannot be seen."""
    chapter = read('<h1>T</h1><p>Ring us.</p><p style="font-size:0">Never ring anyone.</p>')
    assert any("Never ring anyone." in warning for warning in chapter.warnings)


@pytest.mark.parametrize(
    "accordion",
    [
        "<details><summary>{title}</summary><p>{words}</p></details>",
        "<button aria-controls=x aria-expanded=false>{title}</button><div id=x hidden><p>{words}</p></div>",
        "<button aria-expanded=false>{title}</button><div style='display:none'><p>{words}</p></div>",
        "<h2><button aria-controls=x>{title}</button></h2><div id=x aria-hidden=true><p>{words}</p></div>",
        "<h2>{title} <a href='#x' data-toggle=collapse>Show</a></h2><div id=x class=collapse hidden><p>{words}</p></div>",
        "<a href='#x' data-bs-toggle=collapse>{title}</a><div id=x class=collapse style='display:none'>{words}</div>",
        "<div class=tabs><a role=tab aria-controls=x>{title}</a></div><div role=tabpanel id=x hidden>{words}</div>",
        "<div role=button aria-expanded=false aria-controls=x>{title}</div><section id=x hidden>{words}</section>",
        "<ul class=accordion><li><button aria-controls=x>{title}</button><div id=x hidden>{words}</div></li></ul>",
    ],
)
def test_collapsed_panels_are_content(accordion: str) -> None:
    """What a button opens is read, under the button's words as its heading."""
    page = accordion.format(title="Stage 1", words="Speak to the worker.")
    chapter = read(f"<h1>T</h1><p>Intro words.</p>{page}<h2>Last</h2><p>End.</p>")
    found = {section.heading: section for _, section in chapter.walk()}
    heading = next(name for name in found if name.startswith("Stage 1"))
    assert [text for block in found[heading].blocks for text in block_texts(block)] == ["Speak to the worker."]


def test_words_after_an_accordion_are_not_its_last_panels() -> None:
    """A panel ends with its element: what follows stands outside it, in printed order."""
    page = "<h1>T</h1><h2>Stages</h2><details><summary>Stage 1</summary><p>One.</p></details><p>All stages end.</p>"
    assert [(s.heading, [b.text for b in s.blocks if isinstance(b, Paragraph)]) for _, s in read(page).walk()] == [
        ("Stages", []),
        ("Stage 1", ["One."]),
        ("", ["All stages end."]),
    ]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("<p><strong>Stage 1</strong></p>", "Stage 1"),
        ("<p><b>Stage 1:</b></p>", "Stage 1:"),
        ("<p><span style='font-weight:700'>Stage 1</span></p>", "Stage 1"),
        ("<div><b>Stage 1</b></div>", "Stage 1"),
        ("<p><u>Stage 1</u></p>", "Stage 1"),
        ("<p>STAGE ONE: TALK</p>", "STAGE ONE: TALK"),
        ("<p><font size=5>Stage 1</font></p>", "Stage 1"),
        ("<p style='font-size:20px'>Stage 1</p>", "Stage 1"),
        ("<div role=heading aria-level=3>Stage 1</div>", "Stage 1"),
        ("<p><b>2.1 Stage 1</b></p>", "Stage 1"),
    ],
)
def test_lines_that_work_as_headings(line: str, heading: str) -> None:
    """A whole line in bold, capitals or larger type, with words below it, heads them."""
    chapter = read(f"<h1>T</h1><p>Some words that open the chapter.</p>{line}<p>Speak to the worker first.</p>")
    assert [section.heading for _, section in chapter.walk()] == ["", heading]


@pytest.mark.parametrize(
    "line",
    [
        "<p><b>If a child is in danger call 999</b></p>",
        "<p><b>Ring 01632 960200</b></p>",
        "<p><b>write to desk@millbrook.example</b></p>",
        "<p><b>The worker must record the decision.</b></p>",
        "<p><b>You must:</b></p>",
        "<p><b>MASH</b></p><p><b>Floor two</b></p><p><b>County Hall</b></p>",
        "<ul><li><b>Stage 1</b></li></ul>",
    ],
)
def test_lines_to_be_acted_on_are_never_headings(line: str) -> None:
    """Numbers, instructions and notices in bold stay words, since headings are not quoted."""
    chapter = read(f"<h1>T</h1><p>Some words that open it all.</p>{line}<ul><li>one</li></ul><p>Words to end.</p>")
    assert [section.heading for _, section in chapter.walk() if section.heading] in ([], ["County Hall"])


@pytest.mark.parametrize(
    ("paragraph", "label"),
    [
        ("<b>Stage 1:</b> speak to the worker.", "Stage 1:"),
        ("<b>Stage 1</b>: speak to the worker.", "Stage 1:"),
        ("<b>Stage 1</b> – speak to the worker.", "Stage 1"),
        ("<b>Stage 1</b> The worker speaks.", "Stage 1"),
        ("<strong>Stage 1.</strong> the worker speaks.", "Stage 1."),
        ("<em>Stage 1:</em> speak.", "Stage 1:"),
        ("<b>Stage</b> <b>1:</b> speak.", "Stage 1:"),
        ("<b>All staff</b> must speak.", ""),
        ("Staff <b>must</b> speak.", ""),
    ],
)
def test_run_in_labels(paragraph: str, label: str) -> None:
    """Bold words set off at a paragraph's start are its label, and still the start of its text."""
    block = read(f"<h1>T</h1><p>{paragraph}</p><p>And more words here.</p>").sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    assert block.label == label
    assert block.text.startswith(label)


@pytest.mark.parametrize(
    ("text", "number", "kept"),
    [
        ("4.1 The worker acts.", "4.1", "The worker acts."),
        ("2.1.2 The worker acts.", "2.1.2", "The worker acts."),
        ("3. The worker acts.", "3", "The worker acts."),
        ("4.1. The worker acts.", "4.1", "The worker acts."),
        ("10 working days are allowed.", "", "10 working days are allowed."),
        ("4.30 pm is the latest time.", "", "4.30 pm is the latest time."),
        ("1.5 hours are allowed.", "", "1.5 hours are allowed."),
        ("12.05.26 was the date.", "", "12.05.26 was the date."),
        ("01632 960200 is the number.", "", "01632 960200 is the number."),
        ("999 is for danger.", "", "999 is for danger."),
        ("9.00 - 17.00 on weekdays", "", "9.00 - 17.00 on weekdays"),
    ],
)
def test_paragraph_numbers(text: str, number: str, kept: str) -> None:
    """A printed number is told apart from the words; times, dates and telephone numbers are words."""
    block = read(f"<h1>T</h1><p>{text}</p>").sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    assert (block.number, block.text) == (number, kept)


@pytest.mark.parametrize(
    ("listing", "markers"),
    [
        ("<ol><li>x<li>y</ol>", ["1.", "2."]),
        ("<ol start=3><li>x<li>y</ol>", ["3.", "4."]),
        ("<ol type=a start=2><li>x<li>y</ol>", ["b.", "c."]),
        ("<ol type=I><li>x<li>y</ol>", ["I.", "II."]),
        ("<ol reversed><li>x<li>y</ol>", ["2.", "1."]),
        ("<ol><li>x<li value=7>y</ol>", ["1.", "7."]),
        ("<ol style='list-style-type:lower-roman'><li>x<li>y</ol>", ["i.", "ii."]),
        ("<ul><li>x<li>y</ul>", ["", ""]),
        ("<ul><li>a) x<li>b) y</ul>", ["a)", "b)"]),
        ("<p>(i) x</p><p>(ii) y</p>", ["(i)", "(ii)"]),
    ],
)
def test_list_markers(listing: str, markers: list[str]) -> None:
    """Items carry the marker that a browser prints, which stands nowhere in the text."""
    block = read(f"<h1>T</h1><p>The worker must:</p>{listing}").sections[0].blocks[1]
    assert isinstance(block, Bullets)
    assert [(item.marker, item.text) for item in block.items] == list(zip(markers, ["x", "y"], strict=True))


@pytest.mark.parametrize("sign", ["·", "•", "-", "–", "*", "▪", "\uf0b7"])
def test_faked_bullets(sign: str) -> None:
    """Lines that begin with a bullet sign are a list, by breaks or by paragraphs."""
    by_breaks = read(f"<h1>T</h1><p>Look for:<br>{sign} hunger<br>{sign} cold</p>").sections[0].blocks[1]
    by_paragraphs = read(f"<h1>T</h1><p>Look for:</p><p>{sign} hunger</p><p>{sign} cold</p>").sections[0].blocks[1]
    for block in (by_breaks, by_paragraphs):
        assert isinstance(block, Bullets)
        assert [item.text for item in block.items] == ["hunger", "cold"]


def test_a_dash_alone_is_no_list() -> None:
    """One line with a dash, or a sentence with one, stays a paragraph."""
    blocks = read("<h1>T</h1><p>One thing.</p><p>– an aside</p><p>Another thing.</p>").sections[0].blocks
    assert all(isinstance(block, Paragraph) for block in blocks)


def test_links() -> None:
    """Links are absolute; telephone and e-mail links keep their words; a script's does not count as one."""
    chapter = read(
        "<h1>T</h1><p><a href='../p_a.html#x'>A chapter</a>, <a href='tel:01632 960 200'>01632 960200</a>, "
        "<a href='mailto:desk@a.example'>desk</a>, <a href='javascript:x()'>x</a></p>",
        url="https://manual.example/one/two/p.html",
    )
    block = chapter.sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    assert [(link.text, link.href) for link in block.links] == [
        ("A chapter", "https://manual.example/one/p_a.html#x"),
        ("01632 960200", "tel:01632960200"),
        ("desk", "mailto:desk@a.example"),
    ]


def test_an_address_hidden_from_robots_is_read() -> None:
    """An e-mail address coded by a content network is put back as a browser would show it."""
    key = 0x2A
    coded = bytes([key, *(ord(letter) ^ key for letter in "desk@a.example")]).hex()
    chapter = read(
        f'<h1>T</h1><p>Write to <a class="__cf_email__" data-cfemail="{coded}">[email&#160;protected]</a></p>'
    )
    assert words(chapter) == "Write to desk@a.example"


@pytest.mark.parametrize("tag", ["del", "s", "strike", "span style='text-decoration:line-through'"])
def test_struck_out_words_no_longer_stand(tag: str) -> None:
    """Words with a line drawn through them are left out, and a person is told."""
    chapter = read(f"<h1>T</h1><p>Reply within <{tag}>5</{tag.split(maxsplit=1)[0]}> 2 working days.</p>")
    assert words(chapter) == "Reply within 2 working days."
    assert any("struck out" in warning for warning in chapter.warnings)


def test_pictures_say_that_they_are_there() -> None:
    """A picture gives its alternative text and address; an icon gives nothing."""
    chapter = read("<h1>T</h1><p>Act.</p><img src=route.png alt='Route'><img src=i.png width=16 height=16 alt='x'>")
    figures = [block for block in chapter.sections[0].blocks if isinstance(block, Figure)]
    assert figures == [Figure("Route", "https://manual.example/route.png")]


def test_merged_cells_are_one_cell() -> None:
    """A cell that spans rows or columns is the same object in each place, and every row is as wide."""
    page = (
        "<h1>T</h1><table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td rowspan=2>one</td><td colspan=2>two</td>"
        "</tr><tr><td>three</td></tr></table>"
    )
    table = read(page).sections[0].blocks[0]
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["A", "B", "C"],
        ["one", "two", "two"],
        ["one", "three", ""],
    ]
    assert table.rows[1][0] is table.rows[2][0]
    assert table.rows[1][1] is table.rows[1][2]
    assert list(block_texts(table)) == ["A", "B", "C", "one", "two", "three"]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>1.1</td><td>First.</td></tr><tr><td>1.2</td><td>Second.</td></tr></table>",
        "<table><tr><td>1.1.</td><td><p>First.</p></td></tr></table><table><tr><td>1.2</td><td>Second.</td></tr></table>",
        "<table><tr><td></td><td>1.1</td><td>First.</td></tr><tr><td></td><td>1.2</td><td>Second.</td></tr></table>",
    ],
)
def test_layout_tables_are_numbered_paragraphs(table: str) -> None:
    """A column of nothing but numbers beside words is a manual's way to number paragraphs."""
    blocks = read(f"<h1>T</h1>{table}").sections[0].blocks
    assert [(b.number, b.text) for b in blocks if isinstance(b, Paragraph)] == [
        ("1.1", "First."),
        ("1.2", "Second."),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><th>No</th><th>Step</th></tr><tr><td>1</td><td>Talk</td></tr><tr><td>2</td><td>Write</td></tr></table>",
        "<table><tr><td><b>Level</b></td><td><b>Signs</b></td></tr><tr><td>1</td><td>None</td></tr></table>",
        "<table><tr><td>Eastvale</td><td>01632 960301</td></tr><tr><td>Westvale</td><td>01632 960302</td></tr></table>",
        "<table border=0><tr><td>Stage 1</td><td>Talk</td><td>2 days</td></tr><tr><td>Stage 2</td><td>Write</td>"
        "<td>3 days</td></tr></table>",
    ],
)
def test_data_tables_stay_tables(table: str) -> None:
    """Heading cells, a bold first row, or like things in each column make a table of data."""
    assert isinstance(read(f"<h1>T</h1><p>See below.</p>{table}").sections[0].blocks[1], Table)


def test_headings_nest_by_level_and_keep_numbers_and_anchors() -> None:
    """Levels that skip still nest; numbers are told apart; anchors of every kind are found."""
    page = (
        "<h1>4.3 Escalation</h1><h2 id=a>1. Scope</h2><p>x</p><h4>1.1 Who</h4><p>y</p>"
        "<a name=b></a><h2>2. Stages</h2><div id=c><h3>Stage 1</h3></div><p>z</p>"
    )
    chapter = read(page)
    assert (chapter.title, chapter.number) == ("Escalation", "4.3")
    assert headings(chapter) == [(1, "1", "Scope"), (2, "1.1", "Who"), (1, "2", "Stages"), (2, "", "Stage 1")]
    assert [section.anchor for _, section in chapter.walk()] == ["a", "", "b", "c"]


def test_bare_heading_numbers_need_a_series() -> None:
    """ "1 Introduction", "2 Stages" are numbers; "4 levels of need" or "24 hour contacts" alone are not."""
    series = read("<h1>T</h1><h2>1 Introduction</h2><p>x</p><h2>2 Stages</h2><p>y</p>")
    assert headings(series) == [(1, "1", "Introduction"), (1, "2", "Stages")]
    alone = read("<h1>T</h1><h2>4 Levels of need</h2><p>x</p><h2>Other</h2><p>y</p>")
    assert headings(alone) == [(1, "", "4 Levels of need"), (1, "", "Other")]


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Escalation</title>", "<p>x y</p>", "Escalation"),
        ("<title>Escalation | Harrowdale</title>", "<p>x y</p>", "Escalation"),
        ("<title>Escalation | Harrowdale</title>", "<h1>Harrowdale</h1><p>x y</p>", "Escalation"),
        (
            "<title>Escalation - Harrowdale</title>",
            "<header><h1>Harrowdale</h1></header><h1>Escalation</h1><p>x</p>",
            "Escalation",
        ),
        ("", "<h2>Escalation</h2><p>x y</p>", "Escalation"),
        ("<title>Self-harm - Harrowdale</title>", "<p>x y</p>", "Self-harm"),
    ],
)
def test_titles(head: str, body: str, title: str) -> None:
    """The H1, else <title> without the site's name, else the first heading."""
    assert read(f"<html><head>{head}</head><body>{body}</body></html>").title == title


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://m.example/p_resolution_disagree.html", "p_resolution_disagree"),
        ("https://m.example/chapters/p_resolution_disagree.html#x", "p_resolution_disagree"),
        ("https://m.example/chapter/domestic-abuse/", "domestic-abuse"),
        ("https://m.example/chapter/domestic-abuse/page/2", "domestic-abuse"),
        ("https://m.example/neglect/index.html", "neglect"),
        ("https://m.example/view.aspx?id=12", "view-12"),
        ("docs/Neglect Guide.PDF", "neglect-guide"),
        ("https://m.example/", "m-example"),
    ],
)
def test_slugs(url: str, slug: str) -> None:
    """A chapter's slug comes from its address, so that it survives renumbering and retitling."""
    assert parse(b"<h1>T</h1><p>x y</p>", url=url, media_type="text/html").slug == slug


def test_provenance() -> None:
    """A chapter keeps its address and the digest of the bytes it was read from."""
    chapter = read("<h1>T</h1><p>x</p>")
    assert chapter.url == URL
    assert len(chapter.digest) == 64
    assert read("<h1>T</h1><p>x</p>").digest == chapter.digest
    assert read("<h1>T</h1><p>y</p>").digest != chapter.digest


def test_section_type() -> None:
    """Words before the first heading stand in a section without one."""
    first = read("<h1>T</h1><p>Before.</p><h2>A</h2><p>x</p>").sections[0]
    assert first == Section("", 1, (Paragraph("Before."),))
