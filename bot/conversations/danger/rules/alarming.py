"""Words so alarming that they need no grammar: alone, or beside anyone. This is where the rules lean to over-trigger.

People in a hurry leave out who did what to whom. What these words find is still spared in questions about procedure,
in figures of speech and in the past.
"""

from bot.conversations.danger.patterns import read_patterns, read_words, verb_forms
from bot.conversations.danger.words import LISTS

_VIOLENT = verb_forms(
    """punch, kick, slaP, thump, smack, whack, walloP, clout, belt, batter, bash, whiP, cane, lash, floG, thrash, shove, slam, smash, choke, throttle, strangle,
    smother, suffocate, drown, burn, scald, staB, slash, knife, poison, starve, torture, gaG, chain, dangle, maul, headbutt, stamp, stomp, trample, rape, molest,
    grope, fondle, assault, attack, ambush, muG, threaten, menace, terrorise, abduct, kidnaP, snatch, traffic, pimp, blackmail, murder, kill, butcher, behead,
    hang, electrocute, bludgeon, pelt, gouge, squirt, douse, torch, asphyxiate, harm, injure, wound, savage, pummel, clobber, leather, biff, deck,
    lynch, hospitalise, knee, elbow, corner, barricade, imprison, stalk, hurl, fling, whack, duff, jaB, impale, crush, knock over,
    knock out, knock down, lock in, lock up, piN down, rough up, throw, tase, overdose, swallow, collapse"""
) | read_words(
    """hit, hits, hitting, beat, beats, beating, beaten, burnt, shot, shooting, shoots, shoot, bit, bitten, bites, biting, thrown, threw, hurt, hurts, hurting, shake, shakes, shaking, shaken,
    shook, held down, holding down, sexually abusing, sexually abused, petrol bombed, petrol bombing, slit, slits, slitting, flung, slung, swung, drag, drags, dragged, dragging, grabbed, grabbing, hung, strung, stabs, stab, stabbed, stabbing,
    hypothermia, trafficked, trafficking, screamed at, strangulation, beaten up, beating up, tied up, tying up, run over, put his hands on, laid hands on, lays into, laid into,
    laying into, knocking about, knocked about, kicking her head in, kicking his head in, choked, set on, sets about, set about, ripped, abused, abuses, abusing, drugged, drugging, forcing himself, forced himself,
    interfering with, interfered with, touching her, touching him, touches her, touches him, touched her, touched him, touching me, touches me, did things to, does things to, makes me, made her do, makes her do, make her do"""
)
_UNWELL = read_words(
    """unconscious, unresponsive, blue, purple, limp, floppy, lethargic, listless, seizure, seizures, fits, convulsions, blood, bleeding, bleeds, bled, swelling, swollen, anaphylaxis,
    anaphylactic, epipen, no inhaler, throat closing, throat is closing, allergic reaction, comatose, come round, coming round, concussed, concussion, gash, wrists, fracture,
    fractured, dislocated, burns, blister, blisters, emaciated, malnourished, skeletal, skin and bone, frostbite, dehydrated, dying, dead, ded, died in, collapsed, fainted, passed out,
    overdose, od, pills, tablets, bleach, poison, suicide, noose, rope, ligature, razor, blade, slit, hanging, hanged, clumps of hair, rope burns, black eye, broken arm, broken leg,
    broken nose, broken jaw, pulse, breathless, wheezing, gasping, drooling, hallucinating, very sleepy, cold to touch, stiff neck, no pulse, oxygen, sepsis, meningitis,
    life support, intensive care, resus, cpr, defib, cardiac arrest, haemorrhaging, hemorrhaging, hypo, high fever, seizing, starving, shivering, freezing, cigarette burn, scald,
    scalds, puncture, stitches, knocked out, unwell and, in agony, agony, screaming in pain, temperature of"""
)
_HAZARD = read_words(
    """knife, knives, machete, gun, guns, axe, hammer, petrol, acid, boiling, boiling water, hot water, weapon, weapons, firearm, shotgun, pistol, crossbow, screwdriver, cleaver, fire, smoke, flames, on fire, gas leak,
    carbon monoxide, explosion, bomb, grenade, burn mark, burn marks, belt mark, belt marks, bite mark, bite marks, grip marks, finger marks, cigarette burns, bruises to, bruising to, bruises all, covered in bruises, trapped, hostage, captive, cage, caged, cupboard, pillow over, dungeon, capsized, sinking, drifting out, swept away, under the ice, electric shock, live wire,
    terrified, petrified, screaming, hiding, emergency, danger, drunk and, violent, rampage, psychotic, demons, evil, exorcism, devil, spirit out, sacrifice, cutter, fgm, nudes, naked, topless, live streaming, livestreaming, hotel room,
    paedophile, rapist, predator, traphouse, cannabis farm, brothel, barefoot, nightie, pyjamas, in the snow, in the cold, hot car, windows up, railings, parapet, banister, bannister, platform, flyover,
    railway line, train line, window ledge, scaffolding, crash, crashed, overturned, pinned under, fallen on, come down on, knocked over, knocked down, out cold, straitjacket, gagged, blindfolded, handcuffed, needles, syringe,
    revenge, slit their, finished when, better off in heaven, in heaven, goodbye forever, do something stupid, be over soon, coming for, kicks off, kicking off, jumping, jumped, jump, murder, murdered, rescue, kidnap,
    abduct, snatch, shot at, shots fired, gunshots, shooting, stabbing, riot, mob, machetes, alligator, venomous, dangerous dog, xl bully, pitbull, dog has got"""
)
_OWN = {
    "ALARM": read_words(
        """stabbed, stabbing, strangled, strangling, strangle, throttled, throttling, raped, raping, gang raped, unconscious, unresponsive, kidnapped,
        kidnapping, abducted, abducting, bleeding, suicidal, overdosed, overdosing, drowning, choking, barricaded, chained, hostage, captive, noose, ligature,
        tortured, torturing, suffocating, smothering, smothered, suffocated, electrocuted, convulsing, lifeless, shaken baby, molested, molesting, beaten up,
        beating up, floppy, gushing, sexually assaulted, sexually assaulting, scalded, gunshot, gasping, poisoned, murdered, self harming now, headbutted,
        being beaten, been beaten, being attacked, being raped, being hit, being hurt, being abused, stab, starved, starving, beheaded, acid attack, pinned down,
        gagged, gagging, held down, holding down, run over, impaled, snatched, anaphylaxis, epipen, cpr, no pulse, cardiac arrest, acid squirted, acid thrown, rope burns, hanged, capsized"""
    ),
    "HARSH": _VIOLENT | _UNWELL | _HAZARD,
    "MILD": read_words("pulled, pulling, pulls, pushed, pushing, squeezed, squeezing, twisted, twisting, pinched, pinching, dropped, poured, pouring, cut, cutting, broke, broken, sprayed, spat, rubbed, bruised, bent, yanked, put out"),
    "BODY": read_words("face, head, neck, throat, chest, stomach, arm, arms, leg, legs, wrist, wrists, hair, back, eye, eyes, ear, mouth, genitals, hand, hands, ribs, skull, tongue, lips, skin, fingers, private parts, bum"),
    "HIGHPLACE": read_words("roof, ruff, bridge, ledge, tracks, railway, cliff, scaffolding, window sill, motorway, balcony, crane, pylon, viaduct"),
    "WATER": read_words("river, canal, pond, lake, pool, sea, reservoir, weir, quarry, well, bath, sea wall, harbour"),
    "WHO": LISTS["CHILD"] | LISTS["THEM"] | LISTS["CARER"] | read_words("me, us, friend, mate, someone, somebody, everyone, staff, man, men, stranger, gang, youth, pram, pupil, each other, twins, yr 11s"),
    "LITTLE": LISTS["CHILD"] | LISTS["THEM"] | read_words("me, pram, buggy, friend, mate"),
}  # fmt: skip
_LISTS = {**LISTS, **_OWN, "NUMBER": frozenset(str(years) for years in range(1, 14))}

ALARMING = read_patterns(
    """
    ALARM
    HARSH & WHO ~6
    HARSH & NOW ~6
    ^ ..1 overdose|knife|gun|fire|machete|drowning ..1 $
    there is|was|are ..2 blood
    skinful & baby|CHILD ~10
    MILD ..4 BODY & LITTLE ~8
    cigarette|lighter|iron ..4 on|to ..1 BODY|CHILD|him|her|the
    lips|face|tongue|throat|skin ..3 purple|blue|grey|swelling|swollen|closing|yellow
    LITTLE ..3 in|inside ..1 the car ..6 hot|windows|degrees|heat|alone|asleep|hours|freezing|sun
    wandered|wandering|climbed|escaped|crawled ..3 out|off|over|onto|into|away & LITTLE ~8
    not ..1 a grown_up|soul|adult
    babysitter|baby_sitter is|s|was ..2 NUMBER
    dog ..2 got|has ..3 CHILD
    alarm ..2 is|going|s ..2 off|going & leave|smoke|monoxide|inside|trapped ~12
    gas ..2 on & mum|dad|purpose|house|kids|left ~8
    not ..1 trust|know ..2 what ..2 mum|dad|he|she|they ..1 will|might|is_going_to ..1 do & CHILD|NOW|them|her|him ~8
    do something ..1 stupid|silly|terrible|awful
    god|voices|jesus|allah|angels ..3 told|telling|tells|says ..2 her|him|to
    coming for|after us|me|him|her|them|the_kids
    send|get ..1 someone|somebody|help|anyone|police ..1 $|please|NOW|quick
    will do it again
    she|he|they ..1 will|is|are|s finished|dead|done ..1 when|if
    put|putting|got ..2 her|him|them|CHILD ..2 on ..2 coach|plane|flight|train|boat|ferry
    found|finds|knows|got ..2 address|refuge & ex|he|dad|partner|husband ~8
    teen|girl|boy|CHILD ..3 hotel & men|adults|drugs|man|older ~10
    strange|unknown|same|stranger car|man|van|bloke ..8 kids|children|school|CHILD|outside
    calling|calls|beckoning|enticing|tempting|offering ..3 kids|children|CHILD|her|him ..3 over|sweets|in|lift|car
    pregnant by ..3 CARER|brother|teacher
    passed|shared ..1 around|round ..4 men|group|them|gang
    live_streaming|livestreaming|on_webcam|on_camera|streaming ..3 herself|himself|naked|sex
    head|face|brains ..1 kicked|smashed|caved|bashed in
    kicking|caving|smashing ..2 head|face in
    hospital & refusing|refuses|no|wont|not & burn|burns|water|legs|ill|baby|broken|injury|bleeding|fit ~10
    LITTLE ..3 NOT ..1 feed|feeding & sleepy|cold|drowsy|floppy ~8
    flinches|flinching|cowers|cowering|begging|begs|pleads & dad|mum|him|her|again|home|boyfriend ~10
    outside ..4 snow|cold|rain|freezing|dark ..6 CHILD|nightie|pyjamas|barefoot|hours|since
    top of ..2 school|building|roof|block|car_park
    NOT ..2 trust & tonight ~8
    on|off|from|onto|to|climbed|up ..3 HIGHPLACE & LITTLE ~10
    in|into|by|near|fallen|fell ..2 WATER & LITTLE & gone|fallen|fell|jumped|in|pushed|NOW|alone|under|help|threatening ~10
    pram|buggy|car_seat|LITTLE ..5 gone|fallen|rolled|fell ..3 in|into|down ..3 WATER|stairs|well|hole|road
    into|in ..2 the WATER & LITTLE ~6
    she|he|THEM|LITTLE in the WATER
    dog ..4 bit|bitten|attacked|attacking|set|mauled|savaged|bites|biting
    set|setting|sets ..2 dog|dogs
    bitten|bit|attacked|mauled|savaged ..2 by ..3 dog|dogs
    exposing|masturbating|flashing|exposed|flashed|wanking & CHILD|front|park|school|kids|girls ~8
    removed|pulled|unplugged|disconnected|turned_off ..4 tube|ventilator|oxygen|drip|feed|feeding_tube|breathing_tube
    """,
    _LISTS,
)
