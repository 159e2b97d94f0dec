"""Words so alarming that they need no grammar: alone, or beside anyone. This is where the rules lean to over-trigger.

People in a hurry leave out who did what to whom. What these words find is still spared in questions about procedure,
in figures of speech and in the past.
"""

from bot.conversations.danger.patterns import read_patterns, read_words
from bot.conversations.danger.words import LISTS

_OWN = {
    "ALARM": read_words(
        """stabbed, stabbing, strangled, strangling, strangle, throttled, throttling, raped, raping, gang raped, unconscious, unresponsive, kidnapped,
        kidnapping, abducted, abducting, bleeding, suicidal, overdosed, overdosing, drowning, choking, barricaded, chained, hostage, captive, noose, ligature,
        tortured, torturing, suffocating, smothering, smothered, suffocated, electrocuted, convulsing, lifeless, shaken baby, molested, molesting, beaten up,
        beating up, floppy, gushing, sexually assaulted, sexually assaulting, scalded, gunshot, gasping, poisoned, murdered, self harming now, headbutted,
        being beaten, been beaten, being attacked, being raped, being hit, being hurt, being abused, stab, starved, starving, beheaded, acid attack, pinned down,
        gagged, gagging, held down, holding down, run over, knocked down, impaled, dragged, snatched"""
    ),
    "HARSH": read_words(
        """punched, punching, kicked, kicking, slapped, slapping, thumped, thumping, hitting, beaten, beating, battered, battering, whipped, whipping, belted, bitten, biting,
        burnt, burned, burning, shaken, thrown, threw, throwing, slammed, smashed, shoved, pushed, dragging, attacked, attacking, assaulted, assaulting, shot, shooting,
        jumped, swallowed, swallowing, overdose, fire, smoke, knife, knives, machete, gun, blade, axe, hammer, razor, petrol, acid, boiling, weapon, kill, killing, killed,
        murder, dying, dead, trapped, locked, tied, blood, collapsed, blue, seizure, fit, drowned, hanging, hang, suicide, threatening, threatened, threatens, snatch,
        grabbed, hiding, terrified, petrified, screaming, slashed, mauled, crushed, poison, bleach, pillow, choked, cage, cupboard, hurting, hurts, hits, beats, punches, kicks,
        belt, shakes, throws, drowning, pulled, wounded, injured, injuries, cutting, abused, abusing, raping, touching, touches, groped, tablets, pills, whacked,
        stamped, flung, slung, swung, kidnap, abduct, rescue, psychotic, demons, evil, hurt, hit, harmed, harming, violent, drunk, emergency, danger, limp,
        overdosing, jump, jumping, asphyxiated, gagged, flames, frozen, hypothermia, trafficked, kicks off, nudes, blackmailed, blackmailing, smash, smashing, machetes, knifed"""
    ),
    "HIGHPLACE": read_words("roof, ruff, bridge, ledge, tracks, railway, cliff, scaffolding, window sill, motorway, balcony, crane, pylon, viaduct"),
    "WATER": read_words("river, canal, pond, lake, pool, sea, reservoir, weir, quarry, well, bath, sea wall, harbour"),
    "WHO": LISTS["CHILD"] | LISTS["THEM"] | LISTS["CARER"] | read_words("me, us, friend, mate, someone, somebody, everyone, staff, man, men, stranger, gang, youth, pram, pupil, each other, twins, yr 11s"),
    "LITTLE": LISTS["CHILD"] | LISTS["THEM"] | read_words("me, pram, buggy, friend, mate"),
}  # fmt: skip
_LISTS = {**LISTS, **_OWN}

ALARMING = read_patterns(
    """
    ALARM
    HARSH & WHO ~6
    HARSH & NOW ~6
    on|off|from|onto|to|climbed|up ..3 HIGHPLACE & LITTLE ~10
    in|into|by|near|fallen|fell ..2 WATER & LITTLE & gone|fallen|fell|jumped|in|pushed|NOW|alone|under|help|threatening ~10
    pram|buggy|car_seat|LITTLE ..5 gone|fallen|rolled|fell ..3 in|into|down ..3 WATER|stairs|well|hole|road
    into|in ..2 the WATER & LITTLE ~6
    she|he|THEM|LITTLE in the WATER
    dog ..4 bit|bitten|attacked|attacking|set|mauled|savaged|bites|biting
    set|setting|sets ..2 dog|dogs
    bitten|attacked|mauled|savaged ..2 by ..3 dog|dogs
    exposing|masturbating|flashing|exposed|flashed|wanking & CHILD|front|park|school|kids|girls ~8
    removed|pulled|unplugged|disconnected|turned_off ..4 tube|ventilator|oxygen|drip|feed|feeding_tube|breathing_tube
    """,
    _LISTS,
)
