"""National lines: the only numbers that may be shown anywhere without an area's own register.

The numbers are long-standing public ones, given with the project's design; nobody has checked them against the
organisations' own pages for this release, so check them there before serving real people. `meaning` says when to use each.
"""

from dataclasses import dataclass

from knowledge.contacts.points import Telephone


@dataclass(frozen=True, slots=True)
class NationalLine:
    """A line that serves the whole of England: its name, its number and what it is for."""

    name: str
    telephone: Telephone
    meaning: str
    hours: str = "24 hours a day"


EMERGENCY = NationalLine(
    "Emergency services", Telephone("999"), "A child or anyone else is in danger now, or a crime is happening."
)
POLICE = NationalLine(
    "Police", Telephone("101"), "To reach the police when it is not an emergency and nobody is in danger now."
)
NHS_111 = NationalLine("NHS 111", Telephone("111"), "Medical help that is needed soon when it is not a 999 emergency.")
NSPCC = NationalLine(
    "NSPCC Helpline",
    Telephone("0808 800 5000", "+448088005000"),
    "An adult who is worried about a child can talk to a trained adviser.",
    hours="",  # the hours have changed more than once: the register or the NSPCC's own page says
)
NSPCC_WHISTLEBLOWING = NationalLine(
    "NSPCC Whistleblowing Advice Line",
    Telephone("0800 028 0285", "+448000280285"),
    "A worker who cannot raise a concern about children inside their own organisation, or was not listened to there.",
    hours="",
)
CHILDLINE = NationalLine(
    "Childline", Telephone("0800 1111", "+448001111"), "A child or young person who wants to talk to someone."
)

NATIONAL_LINES = (EMERGENCY, POLICE, NHS_111, NSPCC, NSPCC_WHISTLEBLOWING, CHILDLINE)

_NAMES = {line.telephone.printed.replace(" ", ""): line for line in NATIONAL_LINES} | {"112": EMERGENCY}


def national_line(number: str) -> NationalLine | None:
    """The national line that has this number, however it is spaced; None for any other number."""
    return _NAMES.get("".join(sign for sign in number if sign.isdigit()))
