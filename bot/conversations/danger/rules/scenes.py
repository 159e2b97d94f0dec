"""Scenes told in few words, where the place, the hour or what somebody holds is the alarm."""

from bot.conversations.danger.patterns import read_patterns, read_words
from bot.conversations.danger.words import LISTS

_OWN = {
    "SHOPFRONT": read_words("pub, shop, shops, bookies, betting shop, casino, club, bar, supermarket, off licence, chippy, salon, gym"),
    "BRINK": read_words("edge, brink, lip, side, top"),
    "DROP": read_words("weir, cliff, canal, quarry, platform, roof, river, lock, pier, reservoir, viaduct, multi storey, building, bridge, balcony"),
    "MEANS": read_words("rope, noose, pills, tablets, blade, blades, razor, ligature, petrol"),
    "GIVES": read_words("gave, given, giving, gives"),
    "NOISE": read_words("thuds, thud, thumps, bangs, whimpering, whimpers, screams, gunshots, begging, pleading, slaps, slapping, choking"),
    "HELDBY": read_words("hair, throat, neck, ankle, ankles, ears, ear, scruff, jaw"),
    "HOLDS": read_words("got, has, have, holding, grabbed, dragging, dragged, had, lifted, picked, pulled, swinging"),
    "SHUTIN": read_words("freezer, cellar, loft, attic, shed, cupboard, cage, wardrobe, garage, boot, basement, outhouse, oven, dryer, fridge, bin, cold bath, coal shed"),
    "SHUTS": read_words("put, shut, shoved, locked, stuffed, tied, kept, left"),
    "CARRIAGE": read_words("car, van, taxi, lorry, truck"),
    "FORCES": read_words("forcing, forces, forced, pushing, pushes, pulling, pulls, dragging, drags, bundling, bundles, luring, shoving, coaxing"),
    "POURED": read_words("poured, thrown, chucked, flung, tipped, squirted, splashed, sprayed"),
    "BURNS": read_words("bleach, acid, ammonia, boiling water, oil, hot water, kettle, petrol, lighter fluid, drain cleaner, caustic soda"),
    "PAPERS": read_words("passport, passports, tickets, boarding pass, boarding passes"),
}  # fmt: skip
_LISTS = {**LISTS, **_OWN}

SCENES = read_patterns(
    """
    ^ ..1 send|get ..2 ambulance|police|paramedics ..1 $
    please ..1 send|get|call|ring ..2 ambulance|police|paramedics|999
    BURNS POURED ..1 on|over|at|down|in ..2 BODY|CHILD|THEM|PERSON
    FORCES ..2 CHILD|THEM|me ..1 into|in ..2 CARRIAGE
    THEM|CARER|men|man ..1 took|taken|got|take ..1 him|her|them|CHILD ..1 in|into ..2 CARRIAGE
    whispering & phone|phoning|phoned|rang|rung|call|calling|line ~6
    CARER|he|she ..6 back in ..1 there|house|home|the_house|the_flat ..1 with CHILD|THEM
    hour|hours|minute|minutes ago & still_going|still_happening ~10
    went|gone|go|goes|fallen silent|quiet ..3 NOW|minute|second|seconds
    BABY|CHILD|pram|buggy ..5 outside ..2 SHOPFRONT & since|alone|hours|gone|inside|crying|NOW ~10
    standing|stood|sitting|sat|is|on|at ..2 BRINK of|off ..2 DROP
    written|wrote|left|leaving|writes her|his|a|their|my ..1 note|notes|letter & gone|out|missing|walked|find ~8
    no|without shoes & gone|wandering|road|street|walked|ran|snow ~6
    see|meet|find ..3 in|on ..1 the ..1 next|other|another life|lifetime|world
    not ..1 look|search|come|try ..2 for|find|looking me
    GIVES ..1 his|her|their|my ..4 to|away & gone|goodbye|bye ~10
    said|says|saying|told|tells ..3 will|would ..1 be gone by|soon|tomorrow|tonight
    i ..1 have ..2 the|a|my|some|enough|these|her|his MEANS
    hear|heard|hearing ..3 NOISE
    HOLDS ..5 by ..1 the|her|his|their|my HELDBY
    no|without ..1 food|water|drink|toilet & locked|shut|tied|attic|loft|cellar|shed ~8
    CHILD|THEM ..1 been|being|was|is|gets|get|got|were ..1 SHUTS ..1 in|into|inside ..2 SHUTIN
    PAPERS & flight|airport|boarding|plane & CHILD|THEM|him|her ~12
    there is ..1 a fire $|in|at|here|inside|now|upstairs|downstairs|and|next_door
    smoke ..1 at|from|in|under|behind ..2 window|windows|door|stairs|landing|hallway|bedroom|kitchen|upstairs
    holding|holds|held|dangling|dangles|hanging|hangs ..2 CHILD|him|her|them ..1 over|out ..3 DROP|window|edge|railings|banister|water|road|stairs|rail
    hands|fists ..1 banging|hammering|pounding|beating
    he|she|they|dad|CARER is|are ..1 at|outside|behind ..1 my|our ..1 door|window|house|bedroom
    """,
    {
        **_LISTS,
        "BODY": read_words("face, head, neck, chest, arm, arms, leg, legs, back, eyes, mouth, feet, hands, body, skin"),
    },
)
