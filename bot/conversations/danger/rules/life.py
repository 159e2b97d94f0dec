"""Signs that a life is at risk: breath, consciousness, blood, injuries, poison, illness without help, fire and water."""

from bot.conversations.danger.patterns import read_patterns, read_words
from bot.conversations.danger.words import LISTS

_OWN = {
    "INJURED": read_words(
        """bruise, bruises, bruised, bruising, burn, burns, burned, burnt, mark, marks, cut, cuts, injury, injuries, wound, wounds, gash, gashes,
        welt, welts, handprint, hand print, bite mark, bite marks, black eye, scald, scalds, bump, swelling, lump, handmarks, grip marks, scratches"""
    ),
    "FRESH": read_words("fresh, new, nasty, horrific, cigarette, severe, serious, deep, multiple, unexplained, iron, terrible, awful, massive, recent"),
    "WHERE": read_words("face, head, neck, throat, cheek, eye, eyes, ear, ears, all over, everywhere, stomach, genitals, private parts, back and legs, body"),
    "BONE": read_words("arm, leg, rib, ribs, skull, collar bone, collarbone, wrist, jaw, bone, bones, nose, finger, fingers, elbow, neck, femur, back"),
    "BROKEN": read_words("broken, broke, fractured, snapped, fracture, dislocated, fractures, twisted"),
    "TAKEN": read_words("taken, took, swallowed, drank, drunk, drinking, ate, eaten, had, has had, taking, swallowing, necked, downed, snorted, injected, take, given"),
    "PILLS": read_words(
        """pills, tablets, pill bottle, paracetamol, paracetamols, ibuprofen, codeine, methadone, bleach, overdose, an overdose, od, antidepressants,
        sleeping tablets, antifreeze, dishwasher tablet, battery, button battery, magnets, acid, weedkiller, rat poison, poison, white spirit, drain cleaner,
        tramadol, cocaine, heroin, ketamine, spice, mdma, ecstasy, xanax, valium, insulin, all her medication, all his medication, her meds,
        his meds, loads of, morphine, diazepam, fentanyl, pregabalin, gabapentin, nicotine liquid, detergent, aspirin, cleaning fluid, petrol"""
    ),
    "HEAVILY": read_words("heavily, badly, lots, a lot, everywhere, all over, out, from, and, profusely, loads, will not stop, to death, uncontrollably, now, everywere"),
    "HOSPITAL": read_words("hospital, ambulance, doctor, doctors, gp, a and e, treatment, 999, medical help, paramedics, medical attention, insulin, medicine, help"),
    "REFUSING": read_words("refusing, refuses, refuse, refused, will not, would not, not letting, not taking, not call, does not want, do not want, will not let, has not, not taken, have not"),
    "ILL": read_words("ill, poorly, sick, fever, unwell, lethargic, dehydrated, rash, vomiting, asthma attack, broken arm, broken leg, head injury, burns, seizure, burn"),
}  # fmt: skip
_LISTS = {**LISTS, **_OWN}

LIFE = read_patterns(
    """
    NOT|stopped|stoped ..3 breathing
    CHILD|THEM is|s|are|looks|gone ..1 blue|grey
    can|could|cannot NOT ..1 breathe|breath
    cannot breathe|breath
    struggling|fighting|gasping ..1 to|for breathe|breath|air
    NOT ..1 breathing ..1 properly|well|right
    breathing ..3 stopped|funny|weird|shallow
    no|not ..1 pulse|heartbeat
    unconscious|unresponsive|lifeless
    PERSON|CARER ..3 passed_out|collapsed|collapsing|fainted
    passed_out & CHILD|NOW ~10
    NOT waking|wake
    NOT ..1 wake|waking|rouse|weak_up
    NOT ..2 get_up & floor|lying|collapsed|bed ~10
    lying|lies|laying ..3 floor & NOT|wake|up|moving|blood|mum|dad ~8
    CHILD|THEM ..12 limp|floppy|listless
    limp|floppy & BABY|CHILD ~8
    going|turning|gone|turned|went ..1 blue|grey
    lips ..3 blue
    CHILD|THEM ..3 having|had|has|is ..2 fit|seizure|seizures|fitting|convulsing
    having a ..1 fit|seizure|convulsion
    CHILD|THEM ..3 NOT ..1 moving|responding|responsive|responds
    CHILD|THEM|ACTOR ..3 bleeding
    bleeding ..2 HEAVILY
    NOT ..1 stop bleeding
    bleeding & CHILD|NOW ~6
    blood ..2 everywhere|all_over|pouring|gushing|loads
    covered in ..1 blood
    head|brain|stab|serious|severe|gunshot injury|injuries|wound|wounds
    CHILD|THEM ..3 is|been|got|was|being|has ..1 stabbed|shot|run_over|drowning|electrocuted|crushed|impaled
    stabbed|shot & CHILD & NOW ~8
    stabbed ..2 CHILD|him|her|them
    hit by a ..1 car|van|bus|lorry|train
    drowning|drowned ..3 bath|river|pond|lake|canal|pool|sea
    fell|fallen|falling|thrown|jumped|pushed ..2 from|out|off ..4 window|floor|balcony|roof|bridge|building|storey
    hanging|leaning|climbing ..2 out|from|on ..4 window|balcony
    choking ..1 on & CHILD|THEM|going|blue|help|NOW ~6
    CHILD|THEM ..2 choking
    TAKEN ..6 PILLS
    TAKEN ..4 too_many|lots_of|loads_of|whole_packet|packet_of|handful_of|bottle_of & tablets|pills|tabs|meds|medication|vodka ~6
    overdosed|overdosing|ods|oding|odd
    PERSON|i ..2 overdose|od
    overdose & NOW|CHILD|THEM ~8
    poisoned|poisoning ..3 CHILD|him|her|them|me
    CHILD|THEM ..2 poisoned
    BROKEN ..2 BONE & CHILD|THEM ~8
    BROKEN BONE & NOW|refusing ~8
    FRESH ..2 INJURED & CHILD|THEM|NOW ~8
    INJURED & BABY & RECENT|has|with|got|found|noticed|seen ~8
    INJURED ..5 WHERE & CHILD|THEM ~10
    CHILD|THEM ..3 black_eye|split_lip|busted_lip|burns|scalded
    BABY ..4 INJURED|shaken
    CHILD ..3 covered in ..2 INJURED
    dad|mum|stepdad|he|she did it & INJURED|CHILD|THEM ~10
    shaken|shaking|shook ..2 baby|newborn|infant|him|her
    baby|newborn|infant ..4 shaken
    REFUSING ..6 HOSPITAL & ILL|BABY|CHILD|hurt|injured ~10
    REFUSING ..3 call ..2 ambulance|999
    CHILD|THEM ..3 NOT ..2 eaten|eating|fed|drinking|feeding|drunk & days|stand|stand_up|waking|collapsing|collapsed|hours|weeks|wet|weight|starving ~8
    BABY ..4 NOT ..2 feeding|fed|eaten
    NOT fed ..3 days|baby|him|her
    starving ..2 CHILD|him|her|them|himself|herself|to_death
    REFUSING ..2 insulin|oxygen|epipen|inhaler|blood|chemo|dialysis|antibiotics
    asthma|anaphylactic|allergic|diabetic attack|shock|reaction|coma|hypo & CHILD|THEM|NOW ~10
    meningitis|sepsis & CHILD|NOW ~8
    rash ..3 NOT ..1 fade|fading
    house|flat|home|building|bedroom|kitchen|curtains|car|caravan is|are|s|has ..2 on_fire|caught_fire|alight|burning|smoke
    on_fire & CHILD|THEM|inside|house|school|NOW ~8
    set|setting|sets ..3 fire|alight & house|CHILD|THEM|home|bed|flat ~8
    fire|smoke & inside|upstairs|trapped|stuck|CHILD ~6
    smell|smells|smelling ..2 gas
    gas ..1 smell|leak|explosion
    gas ..2 leak|leaking & CHILD|NOW|house|flat ~8
    gas ..2 on & CHILD ~8
    carbon_monoxide & CHILD|NOW ~8
    given|giving|gave|give ..1 birth & hid|hidden|hiding|bag|bin|school|bedroom|home|secret|toilets|alone|bleeding|NOW|toilet ~8
    in labour & alone|hiding|NOW|school|toilets|toilet|home|nobody|refusing|no ~8
    baby ..4 abandoned|dumped|doorstep|bin
    heart stopped|attack & CHILD|THEM ~6
    """,
    _LISTS,
)
