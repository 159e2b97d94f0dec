"""Who writes, where the words make it plain: a child, a parent, or somebody at the end of their strength.

Signpost is for practitioners. A child or a parent who finds it gets the words and numbers meant for them, beside the
999 card and never instead of it, so that a wrong guess takes nothing away.
"""

from enum import StrEnum
from functools import cache

from bot.conversations.danger.patterns import Finder, read_patterns, read_words
from bot.conversations.danger.words import LISTS


class Writer(StrEnum):
    """Whom a message is from, when it is not from a practitioner about their work."""

    CHILD = "child"
    PARENT = "parent"
    DISTRESSED = "distressed"


_OWN = {
    "CHILDAGE": frozenset(str(years) for years in range(5, 18)),
    "AGED": frozenset(("AGE",)),
    "YEAR": frozenset(str(year) for year in range(1, 12)),
    "HOME": read_words(
        """dad, mum, mom, mam, daddy, mummy, father, mother, stepdad, stepmum, step dad, step mum, stepfather, stepmother, uncle, auntie, aunt, nan, gran, grandad,
        grandma, cousin, brother, sister, parents, foster carer, foster mum, foster dad, big brother, older brother, mums boyfriend, teacher, coach, step mother, step father, family"""
    ),
    "DOES": LISTS["HURTING"]
    | LISTS["HURT"]
    | LISTS["HITS"]
    | read_words(
        "shouts at, shouting at, screams at, locks, locked, makes, making, hates, leaves, left, threatens, kick, mean to, horrible to, scares, scare, touch, touching, kicks, wants, forces"
    ),
    "GOESON": read_words("and, years, year, yrs, old, my, but, i, from, can, need, its, someone, who, scared, nobody, no, because, please, help, am, want, dad, mum, he, she, they, $, is, in, do, what, how"),
    "SCARED": read_words("scared, frightened, terrified, afraid, do not want, hiding, not safe, do not feel safe, want to run away, unsafe"),
    "PLACE": read_words("home, dad, mum, house, stepdad, go home, him, her, my room, bedroom"),
    "OWNCHILD": read_words(
        "son, daughter, little girl, little boy, toddler, grandson, granddaughter, grandchildren, grandkids, nephew, niece, stepson, stepdaughter, baby girl, baby boy, teenage son, teenage daughter, eldest, youngest"
    ),
    "THEIRKIDS": read_words("kids, children, child, baby, boy, girls, boys, lad, girl, teenager"),
    "OFFICE": read_words(
        "social services, social worker, social workers, social, childrens services, taken, take, taking, plan, conference, court, my ex, ex, reported me, school reported, bruise, back, away, care, custody, contact, hospital"
    ),
    "SPOUSE": read_words("ex, husband, wife, partner, boyfriend, girlfriend, fella, hubby, childs dad, kids dad, daughters dad, sons dad, exs, baby daddy"),
    "PARENTING": read_words("mum, mam, mom, dad, mother, father, parent, grandparent, grandmother, grandfather, nan, gran, grandad, single mum, single dad, single parent, foster carer, foster mum, step mum, stepmum, stepdad, foster parent"),
    "WORK": read_words(
        "case, cases, caseload, work, job, desk, visit, manager, supervision, child i work with, office, shift, referral, disclosure, family i, practice, team, colleagues, school, session, profession, she told me, he told me, what i saw, what i heard"
    ),
    "WORNOUT": read_words(
        "can not cope, can not do this, can not sleep, crying at my, in tears, sobbing in, burnt out, burned out, panic attack, panic attacks, traumatised, breaking down, broken, struggling, end of my tether, feel sick, physically sick, hopeless, helpless, overwhelmed, dark thoughts, haunted, blame myself, failed her, failed him, failed them, can not face, can not go on, had enough, give up, exhausted, shaking, at breaking point"
    ),
}  # fmt: skip
_LISTS = {**LISTS, **_OWN}

_PATTERNS = {
    Writer.CHILD: """
    i am ..1 CHILDAGE GOESON
    i am ..1 AGED
    i am a ..1 child|kid|young_carer|teenager|pupil|student|minor
    i am in year YEAR
    my ..2 HOME ..4 DOES ..1 me|us
    my HOME ..2 boyfriend|partner|girlfriend|friend ..3 DOES ..1 me|us
    my HOME ..3 knife|drunk|gun|hammer & me|us|i|hiding ~10
    my HOME ..4 INTENDS ..2 TOHURT ..1 me|us|my|him|her
    my HOME ..2 did|does|do|doing ..4 things|stuff|something ..2 me
    kill|hurt ..1 my mum|sister|brother|mam|mom|dad|nan
    do not tell my mum|dad|parents
    i am|feel ..1 SCARED ..4 PLACE & my|dad|mum|home|stepdad ~6
    my teacher|coach|uncle|cousin|foster_carer ..2 touched|touches|hurt|hit|hits
    i get|got locked|hit|beaten ..2 my|in|every ..1 room|house|night|day|dad|mum
    i am|do|feel ..4 SCARED ..4 home
    i ..3 want ..2 go home
    i do not feel safe ..1 at|in ..1 home|house
    i want to run away
    nobody|no_one|they feeds|feed|give|gives me
    my HOME ..3 feed|give|gives|let|lets ..1 me ..2 dinner|food|out|eat|sleep
    my HOME ..1 drinks|drunk|hates|hate|drink ..2 me|and|every
    online|man|someone ..2 wants|asked|asking ..2 meet me
    what|how|why my HOME ..1 does|did|do|is ..2 me|$
    makes|making|make|made me ..2 carry|sell|hold|send|touch|do_things
    if i tell ..2 anyone|anybody|someone|mum|dad
    taken away from my
    dad|mum|stepdad ..6 i am|m scared|frightened|hiding
    older|big boy|boys|girl|man ..3 making|makes|made|wants|forcing ..2 me
    someone|he|they ..3 pictures|photos|nudes|videos of me
    my parents|family|dad|mum ..3 want|making|make|forcing ..2 me ..3 marry|married|wedding
    in care & i & my_mum|my_dad|my_social_worker ~12
    my ..1 school|class & bullied|bullying & i|me ~10
    being bullied ..4 i|me|school & i am|want ~12
    """,
    Writer.PARENT: """
    i am a|the|their|his|her ..1 PARENTING
    as a ..1 mum|dad|parent|mother|father|foster_mum|foster_carer & my|our|i ~10
    my OWNCHILD
    my THEIRKIDS & OFFICE ~8
    our daughter|son|kids|children|baby & my|ex|i|he|she ~8
    my SPOUSE ..3 DOES ..2 me|my|our|him|her|them|the
    my SPOUSE ..3 kids|children|daughter|son|baby
    i hit|smacked|shook|hurt my ..1 THEIRKIDS|OWNCHILD
    scared ..3 i will|might|am_going_to hurt|harm|shake ..2 him|her|baby|kids|them|my
    taking|take|took my kids|children|baby
    """,
    Writer.DISTRESSED: """
    WORNOUT & WORK ~14
    i am|feel|feeling|was|felt ..1 WORNOUT
    i can_not_cope|can_not_sleep|can_not_do_this|can_not_face|give_up|blame_myself|feel_sick
    breaking|destroying|ruining|killing me & WORK ~6
    making me ill|sick|cry
    feel|feeling|felt ..2 guilty|awful|alone|helpless|sick|numb & WORK|child|this|nobody ~10
    threatened|frightened|scared ..4 me|safety & visit|work|i_am_scared|own_safety ~8
    i ..2 want|wants ..2 to ..1 die|be_dead|end_it|kill_myself
    i do not want ..2 be ..1 here|alive
    i am|feel ..1 suicidal
    i|am ..3 kill|hurt|harm|hurting|harming|killing myself
    end my life
    i|my ..3 can_not_go_on
    """,
}


@cache
def _finders() -> tuple[tuple[Writer, Finder], ...]:
    return tuple((writer, Finder(read_patterns(text, _LISTS))) for writer, text in _PATTERNS.items())


def writer_words() -> frozenset[str]:
    """Every word that a writer is told by."""
    return frozenset().union(*(finder.words for _, finder in _finders()))


def writer_of(words: list[str]) -> Writer | None:
    """The writer, where some pattern makes it plain; a child before a parent before a person in distress."""
    return next((writer for writer, finder in _finders() if any(True for _ in finder.find(words))), None)
