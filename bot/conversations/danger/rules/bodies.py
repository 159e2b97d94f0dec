"""Bodies that are failing, told in plain words: waking, breath, heads, limbs, skin, births, and what was swallowed."""

from bot.conversations.danger.patterns import read_patterns, read_words
from bot.conversations.danger.words import LISTS

_OWN = {
    "ROUSED": read_words("woken, woke, roused, rousing, rousable, rouse, stirred, stirring, stir, waking, coming to"),
    "REACTS": read_words("respond, responds, responding, responded, react, reacts, reacting, reacted, answer, answering"),
    "STIMULUS": read_words("shout, shouting, voice, touch, touched, name, pain, poke, light, pinch, pinching, speak, talk"),
    "DAZED": read_words("drowsy, sleepy, confused, dazed, vomiting, being sick, throwing up, slurring, stay awake, groggy, lethargic"),
    "KNOCK": read_words("fell, fallen, fall, bumped, banged, hit, knocked, knock, head, concussion, dropped"),
    "DIGIT": read_words("finger, fingers, fingertip, fingertips, thumb, toe, toes"),
    "SWALLOWED": read_words("swallowed, drank, drunk, ate, eaten, licked, sipped, necked, drinking, swallowing"),
    "UNKNOWN": read_words("stuff, liquid, cleaner, something, summat, capsule, bottle"),
    "SWELLS": read_words("ballooned, ballooning, puffed, puffing, swelled, blown up, swollen up, closing up"),
    "MEDICINE": read_words("insulin, inhaler, epipen, adrenaline, oxygen, seizure meds, epilepsy medication"),
    "KEPT": read_words("withheld, withholding, stopped, thrown, hidden, hid, refused, locked away, hiding, binned, taken away"),
    "DELIVERS": read_words("delivered, delivering, gave birth, giving birth, given birth, in labour, into labour, baby coming, baby born"),
    "NO_WARD": read_words("bath, toilet, toilets, lavvies, lav, loos, loo, floor, car, bathroom, shower, bedroom, alone, school, kitchen, nobody, no one"),
    "ILLSIGN": read_words("rash, spots, fever, temperature, light, floppy, vomiting"),
    "OUTOF": read_words("running, ran, run, walking, walked, carrying, carried, storming, stormed, legging, legged, marching"),
}  # fmt: skip
_LISTS = {**LISTS, **_OWN}

BODIES = read_patterns(
    """
    NOT ..1 ROUSED & CHILD|THEM|CARER ~8
    unrousable|unrouseable
    NOT ..1 REACTS ..4 STIMULUS
    NOT|barely|hardly ..2 stay|keep|stays|keeping ..1 awake & CHILD|THEM|head|his|her ~12
    hardly|barely|scarcely ..1 awake|conscious|breathing|moving
    pupil|pupils is|are ..1 blown|fixed|dilated|unequal|uneven
    DAZED & KNOCK & CHILD|THEM|his|her ~14
    stop|stops|stopping|stem|slow ..2 blood|bleeding & nothing|NOT ~6
    stuck|trapped|pinned|wedged ..1 under|beneath & CHILD|THEM|me ~8
    going|turning|gone|turned|went ..1 purple|mauve|waxy
    DIGIT ..2 severed|chopped|crushed|sliced
    DIGIT off in|with|by|at
    LIMB|neck|head ..3 funny|odd|weird|wrong|strange|horrible angle
    skin ..3 peeling|hanging|falling|sloughing|melting ..1 off
    face|lips|tongue|eyes|throat ..2 SWELLS
    spots|rash ..3 NOT ..1 fade|fading|blanch|disappear
    stiff ..1 neck & ILLSIGN ~8
    MEDICINE ..3 KEPT
    KEPT ..3 MEDICINE
    breath ..2 smells|smelling|smelt ..2 of|like ..2 varnish|drops|acetone|fruit|ketones
    SWALLOWED ..2 the|some|this ..2 UNKNOWN
    SWALLOWED something|summat
    foam|froth ..3 mouth|lips
    DELIVERS & NO_WARD & NOT|CHILD|THEM|CARER|nobody|no_one ~10
    cord ..2 round|around
    having|have ..1 the|a|my baby ..2 nobody|no_one know|knows|knew
    BABY ..4 face_down
    face_down & BABY|CHILD|pillow|cot|water|bath|pool ~6
    BABY|CHILD|brother|sister|THEM ..4 stiff & dribbling|cold|jerking|down|floppy ~6
    pillow|cushion|plastic_bag|carrier_bag ..1 on|over|against ..2 CHILD|BABY|face|head|mouth|her|him
    discharging|discharged|self_discharging himself|herself|themselves ..1 with ..2 CHILD|BABY
    OUTOF ..1 out ..1 of|from ..2 ward|hospital|a_and_e|unit & drip|cannula|tube|CHILD|BABY|CARER ~12
    drip|cannula|line|tube still in
    she|he|i ..1 took|taken|swallowed|necked ..1 all|lot ..1 of them $
    """,
    {**_LISTS, "LIMB": read_words("arm, arms, leg, legs, wrist, ankle, elbow, knee, foot, hand, finger")},
)
