"""Violence: done now, done over and over, heard through a wall, threatened, or with a weapon."""

from bot.conversations.danger.patterns import read_patterns, read_words
from bot.conversations.danger.words import LISTS

_OWN = {
    "WEAPON": read_words(
        """knife, knives, machete, gun, guns, axe, hammer, weapon, weapons, blade, acid, petrol, baseball bat, razor blade, scissors, sword, shotgun,
        firearm, crowbar, screwdriver, bb gun, pistol, zombie knife, meat cleaver, cleaver, knuckle duster, samurai sword, rifle, a bat, iron bar,
        kitchen knife, razor, stanley knife, broken bottle, bomb, explosives, taser, crossbow"""
    ),
    "HAS": read_words(
        """has, got, have, with, holding, holds, carrying, carries, waving, pulled, pulling, brought, bringing, wielding, brandishing, swinging, found,
        grabbed, took, showed, showing, had, using, used, hiding, hidden, sharpening, pulls, brings"""
    ),
    "HERE": read_words(
        """school, house, home, flat, bag, playground, nursery, classroom, room, outside, here, street, corridor, gate, gates, pocket, throat, neck, door,
        college, park, bus, car, reception, office, kids, children, toilets, field, refuge"""
    ),
    "RAGING": read_words(
        """kicking off, going mad, going mental, smashing up, smashing, raging, lost it, out of control, violent, fighting, screaming, trashing,
        breaking things, throwing things, going crazy, gone mad, flipped, losing it, ranting, punching walls, attacking, aggressive, drunk and violent,
        beating, kicking, going at it, going for her, hitting, strangling, off it"""
    ),
    "BREAKING": read_words(
        """kicking the door, kicking her door, kicking in, breaking in, broken in, kicked the door, banging on the door, smashing the door, smashed the window,
        smashing the windows, forcing his way, trying to get in, breaking the door, breaking down, climbing through, banging the door, hammering on,
        barged in, pushed his way, kicked in, hammering the door, kicking doors, smashing windows, barging in, forced his way, got in through"""
    ),
    "HEAR": read_words("hear, heard, hearing, see, seeing, watching, here, saw, listening to, there is, there are, theres"),
    "CRIES": read_words("screaming, screams, scream, screamed, crying, shouting, banging, thuds, sobbing, begging, beaten, beating, hit, hitting, fighting, smashing, cries, pleading, yelling, wailing, slapping"),
    "TELLS": read_words("says, said, saying, told, tells, texted, text, threatened, threatening, screaming, shouting, swears, messaged, posted, say, shouted, telling, reckons, thinks, worried, scared, promised, swore, wrote"),
    "THREATENS": read_words("threatening, threatened, threatens, threaten, threat, threats"),
    "SPECIFIC": read_words(
        """him, her, them, me, us, the baby, the kids, the child, the children, his son, his daughter, her son, her daughter, the boy, the girl, this child,
        that child, my pupil, the toddler, their baby, her baby, his baby, mum, kids, her kids, his kids, my brother, my sister, his sister, his brother, her sister,
        her brother, the little girl, the little boy, the girls, the boys, the family, the twins, their son, their daughter, the mother, their kids,
        the pupil, her children, his children, their children, each other, one of the kids, one of the children, a child, the newborn, her little girl,
        her little boy, my friend, kid"""
    ),
    "HARD": read_words("belt, iron, fists, fist, stick, cable, slipper, wooden spoon, cord, wire, shoe, hanger, cane, chain, rope, pan, bottle, face, head, stomach, stairs, wall, floor, ground, neck, throat, bat"),
}  # fmt: skip
_LISTS = {**LISTS, **_OWN}

VIOLENCE = read_patterns(
    """
    ACTOR ..1 BE ..2 HURTING ..4 PERSON
    ACTOR HURTING ..2 SPECIFIC
    ACTOR ..1 HURTING SPECIFIC
    HURTING SPECIFIC & NOW ~10
    ACTOR BE ..2 HURTING ..3 HARD
    PERSON ..1 is|are|being|been|gets|getting being ..2 HURT
    CHILD|THEM|SPECIFIC being|getting|gets ..2 HURT
    CHILD|THEM|SPECIFIC ..1 is|are ..1 getting ..2 HURT|hit|beat
    CHILD|THEM|SPECIFIC ..3 is|are|s|was being ..2 HURT
    HURT by ..2 CARER|ACTOR & lives|home|house|there|still|living ~8
    saw|seen|heard|watched|witnessed|see ..4 TOHURT ..2 SPECIFIC
    raped|stabbed|strangled|battered ..3 NOW|last_night|yesterday
    ACTOR ..3 keeps|keep|started|starts HURTING
    ACTOR ..2 HITS ..2 PERSON|me
    ACTOR ..2 HURT ..3 SPECIFIC & RECENT|HARD ~12
    ACTOR|i ..2 just ..1 HURT ..3 SPECIFIC
    ACTOR ..1 has|have|had|is ..1 HURT ..3 SPECIFIC
    CARER|THEM|ACTOR HURT SPECIFIC
    PERSON ..1 BE ..2 HURT ..8 RECENT
    RECENT ..3 PERSON ..2 BE ..1 HURT
    PERSON ..2 BE ..1 raped|strangled|stabbed|molested|tortured|battered|sexually_assaulted
    i BE|got ..1 raped|strangled|stabbed|beaten|attacked
    raped|strangled ..2 her|him|me|them|CHILD
    CARER|THEM ..3 beats|beat|beating|smashed|threw|dragged|slammed|pushed ..3 SPECIFIC ..3 HARD
    smashed|slammed|bashed|banged|smash|smashing|smashes|banging|slamming|bang ..2 head|face ..3 wall|floor|door|ground|table
    BE ..1 beaten|battered|attacked|jumped|stabbed|kicked ..3 by
    CHILD|THEM ..4 beaten_up
    by ..2 throat|neck & THEM|CARER|CHILD|got|has|held|grabbed ~6
    hands ..2 round|around|on ..2 throat|neck
    HEAR ..6 CRIES & CHILD|CARER|next_door|neighbour|upstairs|downstairs|flat|house|THEM|NOW|help ~10
    screaming|screams|scream & help|next_door|NOW|flat ~8
    CRIES ..3 for help
    CARER|ACTOR ..4 RAGING & CHILD|THEM|baby|NOW ~12
    RAGING & CHILD & NOW|there|upstairs|inside|house|downstairs|home|in_the_room ~10
    RAGING & upstairs|downstairs|next_door ~8
    dv|domestic_violence & NOW|kids_there|in_the_room|upstairs|hiding|front_of ~8
    dv|domestic|domestic_violence|domestic_abuse ..2 NOW
    violent ..6 NOW|here|there|house|inside
    smashing|trashing|wrecking ..2 house|flat|place|home|room|car & CHILD|NOW|upstairs|THEM ~10
    BREAKING & CHILD|THEM|CARER|NOW|help ~12
    HAS ..4 WEAPON
    WEAPON ..5 HERE
    WEAPON ..3 HAS
    WEAPON & NOW|threatening|threatened|THREATENS|CHILD|outside ~8
    WEAPON ..2 to|at|on ..2 throat|neck|him|her|them|me|face|head
    throw|throwing|threw|pour|poured ..2 acid|petrol|boiling
    INTENDS ..2 TOHURT ..3 PERSON|CARER|himself|herself|everyone|staff
    INTENDS kill|stab|shoot|strangle|murder|drown|smother|batter|rape
    INTENDS|will break|snap|smash ..2 legs|arms|neck|fingers|face|bones|head|jaw
    INTENDS get|be ..1 stabbed|shot|killed|murdered|beaten
    TELLS ..5 kill|stab|shoot|murder|smother|drown|strangle ..2 PERSON|everyone|staff|us
    THREATENS to ..1 TOHURT
    THREATENS ..2 CHILD|him|her|them|staff|me|us & NOW|WEAPON|outside|here|violent|with|kill ~10
    THREATENS & CHILD & WEAPON|outside|here|NOW|gate|door ~10
    burn ..2 house|flat|place ..1 down
    set fire ..2 to & THEM|CARER|INTENDS|CHILD ~8
    take ..2 kids|children|baby|them|us|her|him ..1 with ..1 me|her|him|us
    beaten|beating|battered|battering|leathered|good_hiding ..4 home|gets_home|tonight
    CARER|THEM ..4 outside|here|door|gate|gates|reception & violent|aggressive|threatening|kicking|shouting|weapon|kill|snatch|drunk|smashing|batter ~10
    turned|turns|showed up & CARER|THEM & violent|aggressive|threatening|WEAPON|drunk|kicking|screaming ~10
    stabbing|shooting|attack ..3 NOW|school|happening|outside
    fighting & NOW & CHILD|CARER|upstairs|kids ~10
    CARER|ACTOR BE ..1 throttling|stabbing|suffocating
    pinned|held|holding|pinning ..3 down & CHILD|THEM|HURT|me|room|boys ~8
    belt|whip|strap|finger|grip|bite|hand|ligature|rope|choke ..1 marks|mark|bruises & CHILD|THEM|back|neck|RECENT|face ~10
    at it again & CHILD|dad|uncle|grandad|youngest|THEM ~8
    pillow ..3 over ..3 face|head|mouth
    pinned|held|holding|pinning ..1 down & CHILD|THEM|HURT ~6
    HURT|HURTING & PERSON & kids_saw|kids_there|kids_upstairs|children_there|children_saw ~12
    """,
    _LISTS,
)
