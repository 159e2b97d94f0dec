"""Missing, snatched, taken abroad; and families that harm or marry off in the name of honour."""

from bot.conversations.danger.patterns import read_patterns, read_words
from bot.conversations.danger.words import LISTS

_OWN = {
    "MISSING": read_words(
        """gone missing, is missing, are missing, disappeared, vanished, run away, ran away, runaway, absconded, not come home, not come back, never came home,
        never came back, done a runner, legged it, not returned, run off, ran off, been missing, still missing, reported missing, gone awol, awol,
        went missing, has gone, not been seen, walked out, escaped from, not turned up, mfh, missing from home, missing from care, missing person,
        mispers, misper, missing again"""
    ),
    "TOOK": read_words("taken, took, snatched, snatch, snatching, grabbed, grab, abducted, abduct, kidnapped, kidnap, run off with, gone off with, drove off with, driven off with, left with, taking, steal, stole, made off with, ran off with"),
    "AWAY": read_words("abroad, country, overseas, pakistan, somalia, bangladesh, india, afghanistan, gambia, nigeria, egypt, sudan, mali, kenya, turkey, iraq, yemen, poland, romania, airport, plane, flight, ferry, border, passport, passports, one way ticket, ticket, eurostar, sierra leone, guinea, ethiopia, eritrea, iran, dubai, dover, heathrow, gatwick"),
    "CUT": read_words("fgm, cut, circumcised, circumcision, cutting, female genital mutilation, sunna, the cut, mutilated, cutter, mutilation, khitan"),
    "MARRY": read_words("married, marry, forced marriage, married off, wedding, engaged, marriage, her wedding, bride"),
    "GOES": read_words("flying, fly, flown, flies, taking, taken, take, flight, leaving, leave, boarding, on a plane, sent, sending, travelling, going, booked, gone, goes, sends, packed, packing, tickets, ticket, fly out, leaves"),
    "SOON": read_words("tonight, today, tomorrow, this week, this weekend, next week, friday, saturday, sunday, monday, tuesday, wednesday, thursday, summer, now, at the weekend, half term, this afternoon, this morning, holidays, in the morning, easter, christmas, this month"),
    "HONOUR": read_words("honour, shaming, shamed, dishonour, dishonoured, izzat, honor, shame"),
}  # fmt: skip
_LISTS = {**LISTS, **_OWN}

TAKEN = read_patterns(
    """
    CHILD|THEM|mate|friend ..3 MISSING
    MISSING & CHILD|THEM & RECENT|night|from|with|school|nursery|again|placement|hospital|hours|lesson|taxi|find ~10
    missing ..4 CHILD|boy|girl & NOW|RECENT|find|police ~10
    CHILD ..2 missing ..3 NOW|since|RECENT|again|from
    CHILD ..1 missing & NOW|since|night|hours|days|police ~8
    missing|mfh ..3 RECENT|hours|night & CHILD|THEM|cse|risk|find|phone ~10
    MISSING ..5 RECENT
    missing since|for|two|three|all ..2 yesterday|days|hours|last|night|morning|lunch|friday|monday
    NOT|cannot ..1 find ..3 CHILD|him|her|them
    NOT ..1 know where ..1 THEM|CHILD|the|kids ..2 is|are
    lost ..2 CHILD & find|NOW|trip|park|shop ~8
    THEM|CHILD ..3 NOT ..2 coming back
    CHILD|THEM has|have left ..2 building|site|school|grounds & suicidal|NOW|find|upset|alone ~10
    abducted|kidnapped|snatched & CHILD|THEM|NOW ~8
    abducting|kidnapping|snatching ..3 CHILD|him|her|them
    to|will|INTENDS snatch|abduct|kidnap|grab|take ..2 CHILD|the_kids|the_children & outside|here|gate|school|threatening|NOW|on_the_way|court ~12
    TOOK|take ..2 CHILD|kids ..3 outside|car|van|NOW|without|and|from
    tried|trying|tries ..2 to take|grab|snatch|pull|get|lure ..4 CHILD|kids|him|her|into|in
    CARER|ACTOR ..3 TOOK ..3 CHILD|them|him|her & NOT|without|NOW|court|refuses|refusing|phone|where|airport|country ~12
    NOT ..2 returned|brought|bring|returning|bringing|giving|give|brings ..3 CHILD|them|him|her|kids|back ..3 from|back|contact|school|after & phone|off|again|NOW|RECENT|gone|answering|contact ~14
    NOT ..1 give|hand|return|bring ..4 back
    waiting|waits|parked|lurking ..2 outside ..6 take|grab|snatch|get|collect|him|her
    NOT been returned
    NOT|never ..1 arrived|turned|got ..3 school|home|nursery|college & empty|worried|phone|RECENT|answer|looking|since|still ~14
    board|boarding|boarded ..3 plane|flight|ferry|boat & CHILD|THEM|her|him ~8
    taken|took|pulled|pushed|led|put|forced ..2 into|in|to ..3 flat|house|hotel|van|car|alley|woods|bushes ..3 by|with
    forced|pushed|bundled|dragged|pulled|shoved|lured|coaxed ..3 into|in ..2 car|van|taxi|alley|house|flat
    being held
    leaving|left|leave|going ..2 with ..2 CHILD|baby|kids|newborn & burns|injury|injuries|ward|hospital|NOW|mum|dad|refusing ~12
    run|ran|walked|gone ..3 ward|hospital|unit & newborn|baby|CHILD|him|her ~8
    wants|demanding|demands|trying|insisting ..4 his|her|my|the son|daughter|kids|children|child|boy|girl|baby & shouting|aggressive|building|school|nursery|drunk|reception|gate|threatening|refusing ~14
    never see ..2 CHILD|him|her|them|kids|us again
    car|van|man|men|ex|dad|he|she|stranger|gang|someone ..3 following|stalking|watching ..2 CHILD|kids|her|him|me|us
    GOES ..5 AWAY & MARRY|CUT|hearing|court|without|permission|NOW|SOON|refused|allowed|meant|CHILD|her|him|them ~12
    AWAY & NOT|hearing|court|stop|allowed & CHILD|her|him|them|kids & NOW|RECENT|at_the|already|gate|SOON ~14
    GOES ..8 CUT & SOON|AWAY|her|them|girl|girls ~12
    CUT ..4 SOON
    CUT ..6 flight|plane|airport|abroad
    going to ..2 cut|mutilate|circumcise ..1 her|them|me|girl|girls|daughter
    her|them|me|girl to be ..1 cut|circumcised
    GOES ..8 MARRY & SOON|AWAY|her|him|them|girl|forced|NOT ~12
    MARRY ..5 SOON & forced|made|making|abroad|taken|her|NOT ~10
    forced|made|making|force ..3 marry|into_marriage|to_marry
    forced|force marriage & SOON|flight|THEM|family|out ~10
    marry ..2 cousin|older|stranger & her|she|girl|THEM|CHILD ~8
    HONOUR & kill|killed|hurt|beat|looking|run|ran|hiding|threatened|find|brothers|family|NOW & THEM|CHILD ~12
    brothers|family|uncles|relatives ..4 looking|find|hunting|kill|coming ..2 her|him|me|for
    """,
    _LISTS,
)
