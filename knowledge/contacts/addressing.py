"""Tell whose an e-mail address is by its own words: "lado@..." is the LADO's, whatever stands before it."""

import re
from collections.abc import Sequence

from knowledge.contacts.drafts import Draft, plain

_TELLING = 5  # letters: fewer may stand in a name by chance


def named_by_address(email: str, drafts: Sequence[Draft]) -> Draft | None:
    """The contact whose name shares words or initials with the address's own name, where only one does."""
    local = re.split(r"[._+\d-]+", email.split("@", maxsplit=1)[0].lower())
    joined = "".join(local)
    alike = [draft for draft in drafts if not draft.national and _alike(draft.service, local, joined)]
    return alike[0] if len({plain(draft.service) for draft in alike}) == 1 else None


def _alike(service: str, local: list[str], joined: str) -> bool:
    words = [word for word in plain(service).split() if len(word) > 1]
    initials = "".join(word[0] for word in words)
    squashed = "".join(plain(service).split())
    return (
        (len(joined) > _TELLING and joined in squashed)
        or any(word in local or word == joined for word in words)
        or (len(initials) > 1 and (initials in local or joined.startswith(initials)))
    )
