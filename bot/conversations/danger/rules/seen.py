"""What people see and write down without a word of alarm: bodies that are wrong, places nobody should stand, last words."""

from bot.conversations.danger.patterns import read_patterns, read_words
from bot.conversations.danger.words import LISTS

_OWN = {
    "LIMB": read_words("arm, arms, wrist, wrists, leg, legs, thigh, thighs, neck, ankle, hand, knee, foot, finger"),
    "COLOUR": read_words("colour, purple, white, grey, blue, funny colour, wrong colour, mauve"),
    "FEED": read_words("mouth, lips, tongue, throat"),
    "LIQUID": read_words("oil, water, tea, coffee, fat, drink, soup, iron, kettle"),
    "EDGE": read_words("railings, railing, barrier, barriers, bridge, parapet, fence, ledge, rail"),
    "TRACKS": read_words("tracks, track, train tracks, train line, railway, railway line, rails, motorway, level crossing"),
    "WATER": read_words("river, canal, lake, sea, pond, reservoir, well, weir, quarry, pool"),
    "BLADE": read_words("strap, burner, shank, machete, rambo, zombie knife, zombie, blade, cleaver, piece, sword, axe"),
    "ON": read_words("in his bag, in her bag, in the bag, on him, on her, in his waistband, in his coat, in his rucksack, in her rucksack, down his trousers, in his pocket, in his locker"),
    "CUT_UP": read_words("chinged, shanked, cheffed, dipped, splashed, juked, poked up, chefed, bladed, glassed"),
    "HELPERS": read_words("paramedics, paramedic, ambulance, ambulance crew, police, doctor, doctors, midwife, fire brigade"),
    "OWN": read_words("my sister, my brother, my mum, my baby, my mam, my friend, my little sister, my little brother, my mate"),
}  # fmt: skip
_LISTS = {**LISTS, **_OWN}

SEEN = read_patterns(
    """
    lips ..4 COLOUR
    NOT moving ..3 NOT crying
    NOT|will_not come|came round $
    NOT ..1 open|opening|opened ..1 eyes
    breathing ..3 stop|stops|stopping
    eyes ..2 rolled|rolling ..2 back|head
    CARER started on CHILD|THEM
    is|are out & in the_house|house with CHILD|THEM ~8
    missing ..4 nights|days|nites|night & no_one|nobody|NOT ..2 seen|heard ~8
    missing & no_one|nobody has|s ..1 seen|heard ~8
    mummy|daddy|mum|dad is|s|feels cold
    no grown_up|grown_ups|grownup|grownups
    found ..1 baby|newborn|infant ..1 in|behind|outside|under
    LIMB ..1 sliced|slit|slashed|hacked ..1 open|up|to
    last day|night ..1 on_earth|alive
    will|would NOT be here ..2 tomorrow|after|by|next|anymore|any_more
    tomorrow ..2 will|would NOT be here
    will|would NOT be here & look_after ~10
    wrong|other|far side of ..2 EDGE
    standing|sitting|stood|sat|lying|walking|stands ..1 on ..1 TRACKS
    tell my|his|her|their mum|dad|family|parents|mam ..1 i_love|love
    got|was|been|is|gets CUT_UP
    BLADE ON
    is packing & BLADE|bag|school ~6
    mouthed|mouthing|whispered|signed|wrote help
    cutting|circumcision woman|women|lady|ceremony|party
    married|marry|wedding & flight|lands|flying|plane|airport|abroad ~10
    rolled|rolling|lay ..1 on|onto|over CHILD|THEM & cold|night|blue|bed|sleep ~10
    foaming
    FEED is|are|s|all ..1 burnt|burned|blistered|blistering|burning
    hot|boiling|scalding LIQUID ..3 down|over|on|onto ..1 CHILD|THEM
    ^ in ..1 WATER $
    in ..1 WATER & CHILD|THEM & NOT ..1 come|coming|seen|up|swim ~10
    under|through the ice
    fell|fallen|jumped ..2 off|from|out ..2 garage|roof|wall|ladder|tree|shed|building|car_park|scaffolding|cliff
    LIMB is|s|looks ..1 funny|bent|twisted|wrong|backwards|limp
    bent ..2 wrong way
    bone|bones ..2 sticking|poking|through|showing
    NOT let ..1 HELPERS in|near|through|see
    is|was|s on_top of CHILD|THEM
    doing it ..1 right|now|this ..1 now|this|minute|second
    going|about to do it & tonight|promise|promised|when ~16
    i am hiding|hidden
    he|she|they ..1 got OWN
    fell|fallen ..2 down|downstairs ..1 stairs & NOT ..1 talk|talking|wake|move|moving|speak|get_up ~8
    having|delivering|in_labour ..2 baby ..1 now|here|in
    had|delivered ..1 baby & bathroom|toilet|toilets|nobody|crying|bedroom ~8
    blow|blowing ..2 school|college|nursery|house|home|place|us|them|everyone up
    """,
    _LISTS,
)
