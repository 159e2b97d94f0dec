"""A Word paragraph's runs: bold and linked words, breaks, pictures; hidden and struck-out words left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from scraper.parse.docx.names import child, local, number, switched, value
from scraper.parse.docx.styles import Style, Styles
from scraper.parse.printed import Picture, Run
from scraper.parse.words import BREAK

_FIELD_LINK = re.compile(r'HYPERLINK\s+(?:\\l\s+)?"([^"]+)"', re.IGNORECASE)
_WHITE = frozenset({"ffffff", "fefefe"})
_TINY = 4  # half points
_SKIPPED = frozenset({"del", "moveFrom", "instrText", "delText", "rPr", "pPr", "Fallback", "annotationRef"})


@dataclass(slots=True)
class ParagraphReader:
    """Reads the runs of one paragraph. `shaded` says that a ground other than white stands behind it."""

    styles: Styles
    links: dict[str, str]
    shaded: bool
    hidden: list[str]
    runs: list[Run] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)  # text boxes anchored in the paragraph
    _fields: list[str] = field(default_factory=list)  # the links of the fields open here, innermost last
    _telling: list[bool] = field(default_factory=list)  # whether an open field is still in its instruction

    def read(self, holder: Element, style: Style, href: str = "") -> None:
        """Read all that `holder` (a paragraph, link or change) holds."""
        for one in holder:
            match local(one):
                case "r":
                    self._run(one, style, href)
                case "hyperlink":
                    target = self.links.get(value(one, "id"), "")
                    self.read(one, style, target or href)
                case "fldSimple":
                    found = _FIELD_LINK.search(value(one, "instr"))
                    self.read(one, style, found[1] if found else href)
                case name if name in _SKIPPED:
                    continue
                case "ins" | "smartTag" | "sdt" | "sdtContent" | "moveTo" | "customXml" | "dir" | "bdo":
                    self.read(one, style, href)
                case "oMath" | "oMathPara":
                    self.runs.append(Run("".join(one.itertext())))

    def _run(self, run: Element, style: Style, href: str) -> None:
        properties = child(run, "rPr")
        bold, marked, underlined = self._manner(properties, style)
        text = "".join(self._pieces(run))
        if not text or switched(properties, "strike") or switched(properties, "dstrike"):
            return  # words with a line drawn through them no longer stand
        if self._is_unseen(properties):
            if text.strip():
                self.hidden.append(text)
            return
        address = href or next((one for one in reversed(self._fields) if one), "")
        self.runs.append(Run(text, bold, marked, underlined, address))

    def _manner(self, properties: Element | None, style: Style) -> tuple[bool, bool, bool]:
        own = self.styles.get(value(child(properties, "rStyle")))
        bold, italic = switched(properties, "b"), switched(properties, "i")
        underlined = value(child(properties, "u")) not in {"", "none"}
        return (
            style.bold or own.bold if bold is None else bold,
            underlined or bool(style.marked or own.marked if italic is None else italic),
            underlined,
        )

    def _pieces(self, run: Element) -> Iterator[str]:
        for one in run:
            name = local(one)
            if name == "fldChar":
                self._field(value(one, "fldCharType"))
            elif name == "instrText" and self._telling and self._telling[-1]:
                found = _FIELD_LINK.search(one.text or "")
                if found:
                    self._fields[-1] = found[1]
            elif self._telling and self._telling[-1]:
                continue
            else:
                yield from self._piece(one, name)

    def _piece(self, one: Element, name: str) -> Iterator[str]:
        match name:
            case "t":
                yield one.text or ""
            case "tab" | "ptab":
                yield "\t"
            case "br" | "cr":
                yield "" if value(one, "type") in {"page", "column"} else BREAK
            case "noBreakHyphen":
                yield "-"
            case "sym":
                yield "•"
            case "drawing" | "pict" | "object" | "AlternateContent":
                self._drawing(one)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append("")
            self._telling.append(True)
        elif kind == "separate" and self._telling:
            self._telling[-1] = False
        elif kind == "end" and self._telling:
            self._fields.pop()
            self._telling.pop()

    def _drawing(self, drawing: Element) -> None:
        chosen = child(drawing, "Choice") if local(drawing) == "AlternateContent" else drawing
        if chosen is None:
            chosen = drawing
        boxes = [one for one in chosen.iter() if local(one) == "txbxContent"]
        if boxes:
            self.boxes.append(boxes[0])
            return
        described = next((one for one in chosen.iter() if local(one) in {"docPr", "shape"}), None)
        if any(local(one) in {"blip", "imagedata"} for one in chosen.iter()):
            self.pictures.append(Picture(value(described, "descr") or value(described, "alt")))

    def _is_unseen(self, properties: Element | None) -> bool:
        if properties is None:
            return False
        if switched(properties, "vanish") or (0 < number(child(properties, "sz")) <= _TINY):
            return True
        colour = value(child(properties, "color")).lower()
        ground = value(child(properties, "shd"), "fill").lower()
        own_ground = ground not in {"", "auto", "ffffff"} or value(child(properties, "highlight")) not in {
            "",
            "none",
            "white",
        }
        return colour in _WHITE and not self.shaded and not own_ground
