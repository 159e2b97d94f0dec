"""A made-up corpus: templates in practitioners' words, filled by a generator with a seed. Nobody in it exists.

Telephone numbers are of the ranges kept for drama, NHS numbers of the range kept for tests (999...), postcodes of areas
that there are not, e-mail addresses of domains kept for examples. Half of the names stand in no list.
"""

import random

from tests.bot.conversations.privacy.marked import Marked, marked

SEED = 20261122
EACH = 200  # messages of each kind
_LISTED = "Kayleigh Jayden Aisha Oskar Ffion Mohammed Zainab Callum Poppy Bronwen Declan Ayaan Rhys Chantelle Gavin Lexi Saoirse Hamza Kasia Nevaeh".split()  # noqa: SIM905
_FAMILY = [
    "Smith",
    "Jones",
    "Patel",
    "Khan",
    "Nowak",
    "Hughes",
    "Okafor",
    "Begum",
    "Kaur",
    "Murphy",
    "Whitlock",
    "Pickles",
    "Stubbs",
    "Tully",
    "Hesketh",
    "Marsh",
]
_STARTS = "Bra Zeph Kel Tor Mil Jor Vi Shan Ro Der Lu Cal Xan Bri Ny Fa".split()  # noqa: SIM905
_ENDS = "vina ryn dell sha mir leth quon den zia roe bert nelle vah tiss".split()  # noqa: SIM905
_TEMPLATES = {
    "name": [
        "her name is {name}",
        "his name is {name} and mash said no",
        "child called {first} not brought, what next",
        "a boy named {first} told me he is scared",
        "mum ({name}) wont engage",
        "pupil {name} has bruises, who do i call",
        "re: {name}, referral returned",
        "the girl, {name}, is in year 4",
        "{title} {last}'s son is not in school",
        "{title} {last} refuses visits",
        "{first}'s mum is drinking again",
        "{first} (7) was home alone last week",
        "{name}, 9 years old, has no coat",
        "i am worried about {name}",
        "spoke to {name} at the hub and she said no",
        "the baby is called {first}",
        "social worker {name} never calls back",
        "siblings {first} and {other} are on a plan",
        "name: {name} what level is this",
        "sister's called {first}",
    ],
    "birth": [
        "dob {date}",
        "DOB: {date}",
        "d.o.b. {date} no gp",
        "date of birth {date}",
        "she was born on {date}",
        "born {date}, moved here in june",
        "date of birth is {date} what level",
        "child's birthday is {date}",
        "his dob is {date}",
        "{date} is her date of birth",
    ],
    "postcode": ["postcode {postcode}", "they live in {postcode}", "{postcode} is where they are", "moved to {postcode} last week"],
    "nhs": ["nhs number {nhs}", "NHS no: {nhs}", "{nhs} was not brought", "the number on the red book is {nhs}"],
    "ni": ["ni number {ni}", "mum's NI is {ni}", "NINO {ni}", "{ni} is dads national insurance"],
    "phone": ["call mum on {phone}", "{phone} is her mobile", "ring {phone} after 3", "tel: {phone}", "dad ({phone}) never answers"],
    "email": ["email {email}", "mum's email is {email}", "{email} bounced", "write to {email} please"],
}  # fmt: skip


def generated(kind: str) -> list[Marked]:
    """`EACH` messages with personal data of a kind, the same ones each time."""
    chance = random.Random(f"{SEED}-{kind}")
    return [_cased(marked(_filled(chance.choice(_TEMPLATES[kind]), chance)), chance) for _ in range(EACH)]


def nhs_number(chance: random.Random) -> str:
    """An NHS number of the range for tests, with its check digit."""
    while True:
        digits = [9, 9, 9, *(chance.randrange(10) for _ in range(6))]
        check = 11 - sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=True)) % 11
        if check != 10:
            return "".join(map(str, [*digits, check % 11]))


def _filled(template: str, chance: random.Random) -> str:
    first, other = _first(chance), _first(chance)
    last = chance.choice([*_FAMILY, _made_up(chance)])
    name = f"{first} {last}"
    values = {
        "name": f"[[{name}|name]]",
        "first": f"[[{first}|name]]",
        "other": f"[[{other}|name]]",
        "last": f"[[{last}|name]]",
        "title": chance.choice(["Mrs", "Mr", "Ms", "Dr"]),
        "date": f"[[{_date(chance)}|birth]]",
        "postcode": f"[[{_postcode(chance)}|postcode]]",
        "nhs": f"[[{_spaced(nhs_number(chance), chance, (3, 3, 4))}|nhs]]",
        "ni": f"[[{_insurance(chance)}|ni]]",
        "phone": f"[[{_phone(chance)}|phone]]",
        "email": f"[[{first.casefold()}.{chance.choice(_FAMILY).casefold()}{chance.randrange(99)}@{chance.choice(['example.com', 'mail.example', 'example.co.uk'])}|email]]",
    }
    return template.format(**values)


def _first(chance: random.Random) -> str:
    return chance.choice([chance.choice(_LISTED), _made_up(chance)])


def _made_up(chance: random.Random) -> str:
    return chance.choice(_STARTS) + chance.choice(_ENDS)


def _date(chance: random.Random) -> str:
    day, month, year = chance.randrange(1, 29), chance.randrange(1, 13), chance.randrange(2008, 2026)
    names = "January February March April May June July August September October November December".split()  # noqa: SIM905
    full, short = names[month - 1], names[month - 1][:3]
    ordinal = f"{day}{'th' if 3 < day < 21 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"
    return chance.choice(
        [
            f"{day}/{month}/{year % 100:02}",
            f"{day:02}/{month:02}/{year}",
            f"{day}.{month}.{year}",
            f"{day:02}-{month:02}-{year % 100:02}",
            f"{year}-{month:02}-{day:02}",
            f"{day} {full} {year}",
            f"{ordinal} {full} {year}",
            f"{ordinal} of {full} {year}",
            f"{day} {short} {year % 100:02}",
            f"{full} {ordinal}, {year}",
            f"{day:02} {month:02} {year}",
        ]
    )


def _postcode(chance: random.Random) -> str:
    area, end = chance.choice(["ZZ", "QX", "XQ", "ZJ"]), "".join(chance.choices("ABDEFGHJLNPQRSTUWXYZ", k=2))
    district = chance.choice([str(chance.randrange(1, 99)), f"{chance.randrange(1, 9)}A"])
    written = f"{area}{district}{chance.choice([' ', ''])}{chance.randrange(10)}{end}"
    return chance.choice([written, written.casefold()])


def _insurance(chance: random.Random) -> str:
    digits = "".join(str(chance.randrange(10)) for _ in range(6))
    written = f"QQ{_spaced(digits, chance, (2, 2, 2))}{chance.choice('ABCD')}"
    return chance.choice(
        [written, written.casefold(), f"QQ {digits[:2]} {digits[2:4]} {digits[4:]} {chance.choice('ABCD')}"]
    )


def _phone(chance: random.Random) -> str:
    start, rest = chance.choice([("07700", "900"), ("01632", "960")])
    end = f"{chance.randrange(1000):03}"
    written = [
        f"{start} {rest}{end}",
        f"{start}{rest}{end}",
        f"{start} {rest} {end}",
        f"+44 {start[1:]} {rest}{end}",
        f"{start}-{rest}-{end}",
        f"({start}) {rest}{end}",
    ]
    return chance.choice(written)


def _spaced(digits: str, chance: random.Random, parts: tuple[int, ...]) -> str:
    between, at, cut = chance.choice(["", " ", "-"]), 0, []
    for length in parts:
        cut.append(digits[at : at + length])
        at += length
    return between.join(cut)


def _cased(message: Marked, chance: random.Random) -> Marked:
    """One message in five without a capital, as people type on a phone; one in twenty in capitals throughout."""
    roll = chance.random()
    shape = str.lower if roll < 0.2 else str.upper if roll < 0.25 else str
    return Marked(shape(message.text), tuple((shape(secret), kind) for secret, kind in message.secrets))
