"""Children left alone, shut in or out, wandering, or with nobody to fetch them."""

from bot.conversations.danger.patterns import read_patterns, read_words
from bot.conversations.danger.words import LISTS

_OWN = {
    "ALONE": read_words(
        """home alone, left alone, alone in the house, alone in the flat, alone in the car, alone at home, all alone, by himself, by herself,
        by themselves, on his own, on her own, on their own, on there own, left on, unattended, unsupervised, abandoned, alone, left in the car,
        left with nobody, left with no one, left by himself, left outside, lef alone"""
    ),
    "LEFT": read_words("left, leaving, leaves, leave, gone out, went out, found, seen, is, are, been, has, walking, wandering, crying, stuck, sat, sitting, playing, standing, out, there"),
    "PLACE": read_words("house, flat, car, home, street, road, park, bus stop, station, shop, shops, night, midnight, town, bath, outside, dark, garden, van, canal, river, caravan, hotel, room, pub"),
    "NOBODY": read_words("nobody, no one, noone, no adult, no adults, no grown up, not anyone, no parent, none"),
    "LOCKED": read_words("locked, trapped, chained, tied, shut, stuck, barricaded, caged, kept, tied up"),
    "SHUT": read_words("in, inside, out, outside, up, cupboard, shed, cage, room, bedroom, car, flat, house, wardrobe, cellar, garage, attic, bathroom, basement, kennel, box, boot"),
    "LET": read_words("leave, out, go, go out, leave the house, escape, come out, get out"),
}  # fmt: skip
_LISTS = {**LISTS, **_OWN}

ALONE = read_patterns(
    """
    home_alone|left_alone|alone_in_the_house|alone_in_the_flat|alone_in_the_car|alone_at_home & NOW|CHILD|THEM|left|nobody|mum|dad ~8
    left ..1 alone|unattended|unsupervised|abandoned ..6 CHILD|NOW|house|home|car|flat|bath
    CHILD ..3 LEFT ..3 ALONE
    CHILD ALONE & NOW|PLACE ~8
    CHILD|THEM ..2 at_home|indoors|in_the_house|in_the_flat ..1 ALONE
    CHILD ..3 alone ..4 PLACE|NOW
    LEFT ..4 CHILD ..4 ALONE
    CHILD ..2 left|stuck|shut|locked|forgotten ..4 car|van|bath|house|street|road|outside|bus
    left ..3 CHILD ..3 car|van|bath|outside|house
    leaving|leaves ..3 CHILD|them|him|her ..3 ALONE & NOW|night|nights|RECENT|work|pub ~8
    CHILD ..4 wandering
    NOBODY ..1 picked|collected|fetched|came|picking|collecting ..3 up|for|him|her|them
    CHILD ..4 wandering|walking|running|crawling ..6 road|street|motorway|traffic|alone|dark|rain|pyjamas|nappy|night
    wandering ..5 road|street|alone|outside|motorway|himself|herself
    NOBODY ..3 with|home|there|in|looking|watching|house ..6 CHILD|THEM|baby
    CHILD|THEM ..6 NOBODY ..2 home|in|there|with|house|looking
    NOBODY ..3 home|there|in|come|came|coming|house|collect|turned & CHILD|THEM ~10
    NOBODY there|home|about|answering
    NOBODY in|around|here & CHILD|house ~8
    NOBODY|no_food ..4 no_adults|nobody|no_one|no_adult|no_food|cooking
    no ..2 adults|adult|grown_ups|grown_up|parents|supervision & CHILD ~12
    CARER ..3 NOT ..3 come|came|returned|back|been ..1 back|home|seen & RECENT|days|hours|night|CHILD ~10
    gone|went|walked|cleared_off|awol|disappeared|run ..3 left|leaving ..3 CHILD
    CHILD ..5 on|at ..2 doorstep|our_door|door & alone|pyjamas|crying|barefoot|nobody|cold|night ~10
    left|leaves|leaving ..3 CHILD ..4 overnight|watching|looking_after|minding|in_charge|babysitting|caring
    left ..3 ALONE|on_there_own ..3 night|day|RECENT
    locks|locked|shuts|puts|keeps ..2 him|her|them|me|CHILD ..3 in|inside|outside ..3 cage|cupboard|shed|room|dark|garage|cellar|bedroom|wardrobe|garden|loft|box|boot|freezer|attic
    CHILD ..6 nobody|no_one ..2 about|around|near|there|with
    left ..4 with ..1 NOBODY
    NOBODY has|have|is|will|can ..2 come|collect|collected|turned|pick|picked|answering ..3 CHILD|THEM|him|her|to
    NOT ..2 been|come|came|be|picked ..2 collected|to_collect|picked_up|collect & reach|answering|phone|hours|closed|off|still|NOW|contact|hold|anyone ~14
    LOCKED ..3 CHILD|him|her|them|me|baby ..3 SHUT
    CHILD|THEM|me|i ..4 LOCKED ..3 SHUT
    CHILD|THEM ..2 locked
    LOCKED ..2 SHUT & CHILD|THEM|NOW ~8
    NOT let|letting ..2 THEM|me|CHILD|baby|kids ..3 LET
    can not|cannot get|leave out|escape|away|it & CHILD|THEM|flat|house|room ~6
    can not get ..1 out ..3 flat|house|room|car|there
    NOT let ..2 see ..3 baby|child|children|kids|them & crying|hear|screaming|hurt|ill|NOW ~10
    NOT ..1 open|opening|answer|answering ..2 door & hear|crying|screaming|baby|CHILD ~10
    can|cannot NOT ..1 get|reach|contact ..1 hold|anyone|mum|dad|them & CHILD & street|alone|standing|outside|NOW|crying|closing|shut ~14
    chained|tied ..3 to ..2 bed|radiator|chair|cot|wall|pipe
    """,
    _LISTS,
)
