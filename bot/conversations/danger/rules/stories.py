"""What children tell and workers see, where no single word is alarming: cruel treatment, signs in a body, strangers, plans to die."""

from bot.conversations.danger.patterns import read_patterns, read_words
from bot.conversations.danger.words import LISTS

_OWN = {
    "SHUTIN": read_words(
        "dryer, tumble dryer, oven, washing machine, freezer, bin, boot, cupboard, cage, box, sack, suitcase, bag, microwave, fridge, kennel, crate, shed, garage, attic, loft, cellar, wardrobe, cold bath, ice bath, dog cage, bin bag, basement, coal shed, coffin"
    ),
    "ROUGH": read_words("garage, shed, outside, bath, car, kennel, floor, hallway, tent, street, stairwell, park, doorway, garden, balcony, van, barn, streets, cold"),
    "VILE": read_words("urine, soap, chilli, dog food, faeces, washing up liquid, bleach, vomit, off the floor, from the bin, toilet water, fairy liquid, shampoo, hot sauce, mustard, alcohol, vodka, salt water, poo, wee"),
    "SIGN": read_words(
        "torn frenulum, frenulum, petechiae, subdural, retinal, bulging fontanelle, swollen head, skull fracture, broken ribs, broken legs, two broken, adult bite, lash marks, whip marks, loop marks, ligature marks, blood in her pants, blood in his pants, blood in nappy, blood in her nappy, bloodstained, coughing blood, coughing up blood, vomiting blood, sunken eyes, see his bones, see her bones, see his ribs, see her ribs, so thin, stick thin, skeletal, losing consciousness, lost consciousness, blacking out, blacked out, passing out, in and out of, handprint, hand print, petechia, genital injury, genital bleeding, internal bleeding, brain injury, in a coma, fighting for life, can not walk, can not move, eyes rolling, rolling back, torn, burst"
    ),
    "FALL": read_words("stairs, tree, roof, height, window, wall, ladder, ceiling, balcony, bunk, cliff, horse, bridge, changing table, table, motorbike, quad bike, quad, scaffold"),
    "SEARCHED": read_words("googled, googling, searched, searching, looked up, looking up, watched, researched, researching, asking"),
    "WAYS": read_words("how to die, how to hang, ways to die, how to kill, suicide, hanging, overdose, how many tablets, how many pills, painless, end my life, end it"),
}  # fmt: skip
_LISTS = {**LISTS, **_OWN}

STORIES = read_patterns(
    """
    put|puts|putting|shut|shuts|shoved|stuffed|locked ..2 me|him|her|them|CHILD ..3 in|into|inside ..2 SHUTIN
    made|makes|forced|forces|has to|made_to ..3 sleep|stay|stand|kneel|sit|live ..4 ROUGH & THEM|CHILD|me|cold|ice|hours|night ~12
    made|makes|make|forced|forces|forcing ..4 drink|eat|swallow|lick ..4 VILE
    head|face|him|her|baby|child ..3 under|into ..2 water|toilet|bath
    mouth ..2 taped|tape|gagged|shut|covered
    taped|tape|duct_tape|gaffer ..4 mouth|hands|wrists|CHILD|him|her
    SIGN & CHILD|THEM|BABY ~10
    keeps|kept|keep ..1 passing|blacking|falling out|asleep|unconscious
    CHILD|THEM ..3 fell|fallen|fall|falls|drops|dropped ..5 FALL
    dropped ..3 head|baby|newborn|him|her & head|floor|stairs|purpose|concrete|drunk ~8
    nowhere to ..1 be ..1 seen|found & CHILD|mum|dad|kids ~12
    do|does|doing|did ..2 them|us|her|him|me|everyone|the_kids ..1 all ..1 in
    alight|ablaze|set_light|setting_light|lighter|matches & CHILD|THEM|house|sofa|bed|kids|curtains ~8
    lost|lose sight of ..2 her|him|them|CHILD|one
    driving|taking|drive|takes|on ..4 to ..2 airport|port|ferry & her|him|them|CHILD|NOW ~8
    engine running
    sending|send|sends|put|puts|out ..4 work|on|out ..2 the|on street|streets|game
    got ..1 her|him|them hooked
    men|man|blokes|clients|punters ..4 come|comes|coming|visit ..6 night|upstairs|bedroom|house & CHILD|she|her|girl|kids ~14
    go|goes|sent upstairs with ..3 them|him|men|man
    locked up & weekend|food|days|room|CHILD|THEM|night ~8
    SEARCHED ..4 WAYS
    given|giving|gives|gave away ..4 things|stuff|possessions|toys|clothes
    threw|throwing|throws|thrown himself|herself|themselves
    against ..1 her|his|their will
    will|going_to find us|me|her|them & dad|he|ex|kill|brothers ~8
    intruder|burglar|siege|shooter|gunman|attacker|armed
    hymen|hymenoplasty|virginity_test & THEM|CHILD|NOW|she ~8
    nikah|engagement|arranged_marriage & forced|tonight|tomorrow|weekend|NOT|scared|crying ~10
    stopped|stopping taking ..3 meds|medication|tablets & baby|kids|voices|CHILD ~10
    left|leaves|leaving|dumped|abandoned ..3 CHILD|him|her|them ..4 airport|shop|hospital|station|nursery|road|roadside|pub|outside & RECENT|gone|alone|drove|nobody|never ~10
    police|officer here|attending|scene & found|kids|children|CHILD|alone ~10
    went quiet|silent & crying|yelling|screaming|baby|shouting ~14
    going to|will burn|hurt|beat|kill|finish ..1 her|him|me|them|us
    paying|pays|paid ..3 sex|pictures|touch|see & CHILD|THEM|her ~8
    having|had|has|having_sex sex with ..3 CHILD|AGED|her|him|minor|12|13|14|11
    """,
    {**_LISTS, "AGED": frozenset(("AGE", "AGEM"))},
)
