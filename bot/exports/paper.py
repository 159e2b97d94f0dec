"""Pages to write headings, paragraphs and tick boxes on, tagged so that a screen reader finds its way about in them.

fpdf2 tags only pictures and titles by itself, so the tags are set here. The type is Fira Sans, whose letters cover the
languages of Europe; what it has no letter for (emoji, other scripts) is written out by its Unicode name.
"""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache

from fontpkg_fira_sans import ROOT
from fontTools.ttLib import TTFont
from fpdf import FPDF
from fpdf.enums import MethodReturnValue, XPos, YPos
from fpdf.prefs import ViewerPreferences

from bot import phrases

_FONT = "Fira Sans"
_FILES = {"": "FiraSans-Regular.ttf", "B": "FiraSans-Bold.ttf"}
_SIZES = {1: 20.0, 2: 14.0}  # points of a heading by its level
_TEXT, _SMALL = 11.0, 9.0  # points
_LEADING = 1.35
_MARGIN, _INDENT, _BOX = 20.0, 8.0, 3.6  # millimetres
_NEAR_END = 40.0  # millimetres that a heading wants below it, so that it never ends a page
_NEXT = 25.0  # millimetres: room for a closing answer of the longest length
_UNKNOWN = "?"
_JOINERS = ("Cf", "Mn", "Me", "Sk")  # signs that only change the one before them: variation selectors, skin tones


class Paper(FPDF):
    """A4 pages in one column. Text is cut between paragraphs, never within one."""

    def __init__(self, title: str, made: datetime) -> None:
        super().__init__(format="A4")
        for style, file in _FILES.items():
            self.add_font(_FONT, style, ROOT / "files" / file)
        self.set_margins(_MARGIN, _MARGIN)
        self.set_auto_page_break(False, _MARGIN)
        self.set_title(title)
        self.set_author("Signpost")
        self.set_creation_date(made)
        self.set_lang("en-GB")
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_font(_FONT, size=_TEXT)
        self.add_page()

    def heading(self, text: str, level: int) -> None:
        """A heading of level 1 or 2, which also stands in the outline."""
        size = _SIZES[level]
        self._room(_NEAR_END)
        self.ln(4 if level > 1 else 0)
        words = printable(text)
        self.set_font(_FONT, "B", size)
        with self._tagged(f"H{level}"):
            self._write(words, size)
        self.start_section(words, level - 1)
        self.ln(1.5)

    def room_for(self, *paragraphs: str) -> None:
        """Begin a page where indented paragraphs of plain text would not all fit on this one."""
        self.set_font(_FONT, "", _TEXT)
        self._room(sum(self._height(printable(text), _TEXT, indented=True) + 2 for text in paragraphs))

    def paragraph(
        self, text: str, *, small: bool = False, bold: bool = False, indented: bool = False, with_next: bool = False
    ) -> None:
        """A paragraph. `with_next` keeps it on one page with a short one after it."""
        size = _SMALL if small else _TEXT
        words = printable(text)
        self.set_font(_FONT, "B" if bold else "", size)
        self._room(self._height(words, size, indented=indented) + (_NEXT if with_next else 0))
        with self._tagged("P"), self._indented(_INDENT if indented else 0):
            self._write(words, size)
        self.ln(0.8 if with_next else 2)

    def box(self, text: str, *, ticked: bool) -> None:
        """A question after a tick box. The box is drawn for the eye; the paragraph after it says the same in words."""
        words = printable(text)
        self.set_font(_FONT, "", _TEXT)
        self._room(self._height(words, _TEXT, indented=True))
        with self._artifact():
            self._draw_box(self.l_margin, self.y + 0.9, ticked=ticked)
        with self._tagged("P"), self._indented(_INDENT):
            self._write(words, _TEXT)
        self.ln(0.4)

    def bytes(self) -> bytes:
        """The file."""
        return bytes(self.output())

    def footer(self) -> None:
        """The page's number; fpdf2 calls this at each page's end."""
        self.set_y(-_MARGIN + 6)
        self.set_font(_FONT, "", _SMALL)
        with self._artifact():
            self.cell(0, 5, phrases.REFLECT_PAGE.format(page=self.page_no()), align="R")

    # --- how

    def _write(self, words: str, size: float) -> None:
        """Line by line, each with the space that parts it from the next: a reader joins the lines of a paragraph."""
        width = self.w - self.r_margin - self.x
        for line in self._lines(words, size, width):
            self.cell(width, _height_of(size), f"{line} ", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _height(self, words: str, size: float, *, indented: bool) -> float:
        return len(self._lines(words, size, self.epw - (_INDENT if indented else 0))) * _height_of(size)

    def _lines(self, words: str, size: float, width: float) -> list[str]:
        lines = self.multi_cell(width, _height_of(size), words, align="L", dry_run=True, output=MethodReturnValue.LINES)
        assert isinstance(lines, list)
        return lines

    def _room(self, height: float) -> None:
        if self.y + height > self.h - _MARGIN and self.y > _MARGIN:
            self.add_page()

    def _draw_box(self, x: float, y: float, *, ticked: bool) -> None:
        self.set_line_width(0.3)
        self.rect(x, y, _BOX, _BOX)
        if ticked:
            self.set_line_width(0.6)
            self.polyline([(x + 0.7, y + 1.9), (x + 1.5, y + 2.8), (x + 3.0, y + 0.8)])

    @contextmanager
    def _indented(self, by: float) -> Iterator[None]:
        self.set_x(self.l_margin + by)
        margin = self.l_margin
        self.set_left_margin(margin + by)
        yield
        self.set_left_margin(margin)
        self.set_x(margin)

    @contextmanager
    def _tagged(self, tag: str) -> Iterator[None]:
        place = self.struct_builder.next_mcid_for_page(self.page)
        self._add_marked_content(struct_type=f"/{tag}", mcid=place)
        self._out(f"/{tag} <</MCID {place}>> BDC")
        yield
        self._out("EMC")

    @contextmanager
    def _artifact(self) -> Iterator[None]:
        self._out("/Artifact BMC")
        yield
        self._out("EMC")


def printable(words: str) -> str:
    """Words in letters that the type has; a sign that it has not becomes its name in brackets."""
    letters = _letters()
    return "".join(sign if ord(sign) in letters else _named(sign) for sign in unicodedata.normalize("NFC", words))


def _named(sign: str) -> str:
    category = unicodedata.category(sign)
    if category in _JOINERS:
        return ""
    if category.startswith("Z"):
        return " "
    name = unicodedata.name(sign, "")
    return f"[{name.casefold()}]" if name and category.startswith("S") else _UNKNOWN


@cache
def _letters() -> frozenset[int]:
    """The signs that both weights of the type have."""
    found: list[frozenset[int]] = []
    for file in _FILES.values():
        with TTFont(ROOT / "files" / file, lazy=True) as font:
            found.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*found)


def _height_of(size: float) -> float:
    """Millimetres of a line of a size in points."""
    return size * _LEADING * 25.4 / 72
