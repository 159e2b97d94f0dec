"""The word lists that rules of several groups share: who, when, what is done.

Words stand as they do after cleaning: lower case, "isn't" as "is not", "he's" as "he is", common short forms written out.
"""

from bot.conversations.danger.patterns import read_words

_BABY = read_words(
    "baby, babies, newborn, infant, neonate, little one, littl one, weeks old, week old, months old, month old, wk old, AGEM"
)
_CHILD = _BABY | read_words(
    """AGE, child, children, kid, kids, kiddies, kiddie, toddler, toddlers, tot, boy, boys, girl, girls, lad, lass, son, daughter, sons,
    daughters, pupil, pupils, student, students, teen, teenager, teenagers, youngster, young person, young people, minor, schoolgirl,
    schoolboy, brother, sister, sibling, siblings, twin, twins, niece, nephew, grandson, granddaughter, grandchild, bairn, wean,
    stepson, stepdaughter, years old, year old, year olds, yr old, little ones, preschooler, tiny tot, lo, unborn, care leaver, kiddo, childs,
    foster child, foster kid, reception child, looked after child"""
)  # fmt: skip
_THEM = read_words("he, she, they, him, her, them, himself, herself, themselves, themself")
_CARER = read_words(
    """mum, mother, mam, mom, mummy, dad, father, daddy, parent, parents, carer, carers, stepdad, stepmum, stepfather, stepmother, step dad,
    step mum, uncle, aunt, auntie, aunty, boyfriend, girlfriend, partner, husband, wife, ex, nan, nana, gran, grandma, grandad, grandfather,
    grandmother, cousin, babysitter, childminder, foster carer, nanny, in laws, family, guardian, baby daddy, mums fella, fella, step father"""
)  # fmt: skip
_OTHERS = read_words(
    """someone, somebody, man, men, bloke, guy, stranger, gang, group, woman, neighbour, neighbours, adult, adults, older boy, older boys,
    teacher, coach, tutor, youth, youths, people, person, another pupil, another child, dealer, dealers, friend, mate, mates, classmate"""
)
_NOW = read_words(
    """right now, now, at the moment, tonight, today, this minute, this morning, this afternoon, this evening, this second, this instant,
    as we speak, currently, as i type, any minute, any second, in a minute, immediately, on the way, on his way, on her way, on their way,
    on way, has just, have just, is just, he just, she just, they just, mum just, dad just, child just, just now, just been, just told,
    just come, just disclosed, just rung, just called, just had, just seen, just heard, just walked, just happened, just found, just got,
    just hit, just said, just text, just texted, just messaged, just saw, just threw, just tried, asap, happening, after school, at home time,
    home time, end of the day, minutes ago, hour ago, an hour, ten minutes, half an hour, at 3, at 4, at 3pm, at lunch, in front of me,
    with me, here with me, please help, help me, help us"""
)  # fmt: skip
_RECENT = _NOW | read_words(
    """last night, yesterday, again, still, keeps, keep, every day, every night, most days, most nights, all week, all day, all night, at the weekend,
    over the weekend, this week, for days, for weeks, for months, for years, since, always, nightly, daily, all the time, each night, everyday,
    this weekend, tomorrow, since last night, two days, three days"""
)  # fmt: skip

# Done to someone, as it goes on; as it was or is done; and as it might be.
_HURTING = read_words(
    """hitting, beating, punching, kicking, slapping, strangling, choking, stabbing, attacking, burning, shaking, throwing, drowning, suffocating,
    smothering, raping, molesting, assaulting, abusing, hurting, harming, threatening, killing, poisoning, starving, whipping, biting,
    battering, thumping, belting, dragging, scalding, smacking, torturing, throttling, headbutting, stamping, laying into, knocking about,
    beating up, going for, pinning, shoving, whacking, walloping, lashing, caning, bashing, drugging, terrorising, holding down, sexually abusing,
    touching, thrashing, clouting, flinging, slamming, stoning, pushing"""
)  # fmt: skip
_HURT = read_words(
    """hit, beat, beaten, punched, kicked, slapped, strangled, choked, stabbed, attacked, burned, burnt, shaken, shook, thrown, threw, drowned,
    suffocated, smothered, raped, molested, assaulted, abused, hurt, harmed, threatened, killed, poisoned, starved, whipped, bitten, bit,
    battered, thumped, belted, dragged, scalded, smacked, tortured, throttled, headbutted, stamped, jumped, beaten up, pinned, shoved,
    whacked, walloped, groomed, held down, sexually assaulted, sexually abused, touched, slammed, shot, kidnapped, abducted, lashed, caned, bashed,
    trafficked, drugged, thrashed, knocked out, mugged, robbed, tied up, flung, murdered, slung, strangulated, throttled"""
)  # fmt: skip
_HITS = read_words(
    """hits, beats, punches, kicks, slaps, strangles, chokes, stabs, attacks, burns, shakes, throws, drowns, suffocates, smothers, rapes,
    molests, assaults, abuses, hurts, harms, threatens, kills, poisons, starves, whips, bites, batters, thumps, belts, drags, touches, smacks,
    tortures, beats up, thrashes, canes, whacks, terrorises, stamps on, lays into"""
)
_TO_HURT = read_words(
    """hit, beat, punch, kick, slap, strangle, choke, stab, attack, burn, shake, throw, drown, suffocate, smother, rape, molest, assault, abuse,
    hurt, harm, kill, murder, poison, whip, batter, shoot, hang, jump, drag, torture, kick off, finish, slit, throttle, cut, snatch, kidnap, abduct,
    end it, end her life, end his life, end their life, kill them all, do her in, do him in, blow, set fire, smash, knock, bash, petrol bomb,
    do something to, thrash, take the kids, take the children, take the baby, beat up"""
)  # fmt: skip
_INTENDS = read_words(
    """going to, will, wants to, want to, wanting to, about to, trying to, tried to, try to, plans to, planning to, threatening to, threatened to,
    threatens to, ready to, will come and, is coming to, are coming to, coming to, said to, says to, intends to, would, like to, out to,
    telling her to, telling him to, telling me to, her to, him to, urges to, thoughts to, thoughts of, vowed to, swears to, sworn to, promised to"""
)  # fmt: skip
_NOT = read_words(
    "not, never, no, cannot, without, nor, no longer, hardly, barely, stopped, nt, wont, cant, isnt, arent"
)

LISTS = {
    "BABY": _BABY,
    "CHILD": _CHILD,
    "THEM": _THEM,
    "PERSON": _CHILD | _THEM | read_words("me, us, someone, somebody, mum, friend, mate"),
    "CARER": _CARER,
    "ACTOR": _CARER | _CHILD | _THEM | _OTHERS,
    "NOW": _NOW,
    "RECENT": _RECENT,
    "HURTING": _HURTING,
    "HURT": _HURT,
    "HITS": _HITS,
    "TOHURT": _TO_HURT,
    "INTENDS": _INTENDS,
    "NOT": _NOT,
    "BE": read_words("is, are, was, were, be, been, being, am, gets, getting, got, get, keeps, keep, kept"),
    "THEIRS": read_words("the, this, that, my, her, his, their, our, your, a, an, one of the, both, all the"),
}
