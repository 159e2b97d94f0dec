"""What a person typed, without the characters that hide, reorder or break words."""

import re
import unicodedata

LONGEST = 8_000  # characters passed on; the danger check reads all of them

# Invisible or direction-changing: soft hyphen, zero-width and bidirectional signs, variation selectors, tags, BOM.
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_NOT_LATIN = 0.5  # share of letters from which a message is taken to be in another script


def cleaned(text: str) -> str:
    """The text in composed form: line breaks kept, other control characters and hidden ones gone, spaces folded.

    Lone surrogates, which no channel can carry on, become nothing.
    """
    visible = _HIDDEN.sub("", _SURROGATES.sub("", text)).replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(" " if _is_control(sign) else sign for sign in unicodedata.normalize("NFC", visible))
    return _LINES.sub("\n", _SPACES.sub(" ", plain)).strip()


def without_slash(text: str) -> str:
    """Text that no part of Rasa takes for a command of its own: its leading slashes are gone."""
    return text.lstrip("/\\ \n") if text.startswith(("/", "\\")) else text


def is_another_script(text: str) -> bool:
    """Whether most letters of a message are not Latin ones, so that it cannot be understood here."""
    letters = [sign for sign in text if sign.isalpha()]
    foreign = sum("LATIN" not in unicodedata.name(sign, "") for sign in letters)
    return bool(letters) and foreign / len(letters) > _NOT_LATIN


def _is_control(sign: str) -> bool:
    return sign != "\n" and unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")
