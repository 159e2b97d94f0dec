"""E-mail addresses and social media names."""

import re
from collections.abc import Collection, Iterator

from bot.conversations.privacy.finding import Finding, Kind

_EMAIL = re.compile(r"[\w.+%'-]{1,64}\s?(?:@|\(at\)|\[at\])\s?(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}", re.I)
_SPOKEN = re.compile(
    r"\b[\w.+-]{2,40}\s(?:at|@)\s[\w-]{2,30}\s?(?:\.|\sdot\s)\s?(?:com|co|org|net|uk|gov|ac)(?:(?:\.|\sdot\s)uk)?\b",
    re.I,
)
_HANDLE = re.compile(r"(?<![\w@.])@[a-z_][\w.]{2,30}", re.I)
_SITE = r"(?:snap(?:\s?chat)?|insta(?:gram)?|ig|tik\s?tok|discord|facebook|fb|twitter|kik|roblox|fortnite|xbox|psn|gamer\s?tag|telegram|signal|yubo|youtube)"
_NAMED = re.compile(
    rf"\b(?:{_SITE}\s?(?:name|handle|id|account|user(?:\s?name)?|tag|profile)?|user\s?name|handle|gamer\s?tag)(?:\s?(?:is|as|:|=|-|called)\s?|\s)[\"“']?(@?[a-z_][\w.]*[\d_.#][\w.#]*|@[\w.]+)",
    re.I,
)
_PROFILE = re.compile(
    r"(?:https?://)?(?:www\.|m\.)?(?:facebook|fb|instagram|tiktok|twitter|x|snapchat|youtube|linkedin)\.com/[\w@./?=&%-]{2,100}",
    re.I,
)


def online(text: str, allowed: Collection[str] = ()) -> Iterator[Finding]:
    """Every such address or name. `allowed` e-mail addresses, and all addresses of an allowed domain, pass."""
    office = {one.casefold().lstrip("@") for one in allowed if "." in one}
    for pattern in (_EMAIL, _SPOKEN):
        for found in pattern.finditer(text):
            address = re.sub(r"\s|[(\[\])]", "", found[0]).casefold()
            if address not in office and address.partition("@")[2] not in office:
                yield Finding(found.start(), found.end(), Kind.EMAIL, "[e-mail]")
    for pattern, group in ((_HANDLE, 0), (_NAMED, 1), (_PROFILE, 0)):
        for found in pattern.finditer(text):
            yield Finding(found.start(group), found.end(group), Kind.SOCIAL, "[account]")
