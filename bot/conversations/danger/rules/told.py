"""Danger in so many words, calls for help, and fear of going home."""

from bot.conversations.danger.patterns import read_patterns, read_words
from bot.conversations.danger.words import LISTS

_OWN = {
    "GREAT": read_words("immediate, imminent, serious, grave, real, terrible, great, extreme, urgent, severe, big, such, huge, mortal, significant"),
    "DANGER": read_words("danger, risk, harm, peril"),
    "RING": read_words("call, ring, phone, dial, contact, need, calling, ringing, called, rung, get"),
    "POLICE": read_words("999, police, ambulance, emergency services, paramedics, fire brigade, cops, 112"),
    "SCARED": read_words(
        """scared, terrified, frightened, afraid, petrified, begging, begged, refusing, refuses, refused, dreading, crying, sobbing,
        hysterical, shaking, hiding, pleading, pleaded, panicking, too scared, will not, does not want, do not want, fearful, fear of,
        not wanting, did not want, does not feel safe, wet himself, wet herself, scared of"""
    ),
    "TOHOME": read_words(
        """go home, going home, go back, going back, return home, sent home, send him home, send her home, send them home, get home, gets home,
        go back there, be sent back, go to his, go to her dad, be taken home, goes home, home time, leave school, leave with, go with him,
        go with her, return there, back home, home with, be picked up, being picked up, be collected, being collected, go to dad, go to mum"""
    ),
}  # fmt: skip
_LISTS = {**LISTS, **_OWN}

TOLD = read_patterns(
    """
    in|at GREAT DANGER
    immediate|imminent|urgent danger|risk
    immediate|imminent risk|danger ..1 harm|death|injury
    in|at ..2 danger & NOW ~6
    PERSON ..3 in danger
    PERSON ..3 in ..2 danger
    CHILD ..2 danger $
    danger ..2 NOW
    life|lives is|are|at at|in ..2 danger|risk
    fear|fearful|scared|worried|frightened ..2 life|lives
    life_threatening
    not|never|nt|isnt|arent ..3 safe
    keep|keeping ..3 safe & NOT|can ~4
    NOT ..2 safe ..2 home|there|here|NOW
    unsafe & NOW ~5
    unsafe ..3 home|there|with
    ^ help ..1 CHILD ..1 $
    ^ help ..1 CHILD NOW|please|quick|hurt|being|in
    ^ emergency|urgent|sos ..2 CHILD
    help|sos ..3 CHILD ..2 being|hurt|trouble|danger|hit|dying
    help ..4 CHILD is|are ..1 in_trouble|hurt|crying|dying|dead
    sos & PERSON ~6
    emergency|urgent ..1 CHILD ..2 being|hurt|hit|danger|attacked|bleeding
    emergency ..3 THEM|CHILD ..2 being|hurting|hurt
    CHILD ..4 emergency NOW
    this is|an ..1 emergency & CHILD|THEM ~12
    should|do|shall|must|can i|we ..2 RING ..2 POLICE
    need|needs|send|get|want ..2 POLICE ..2 NOW|quick|please|for|CHILD|asap|to|here
    POLICE NOW|please|quick
    call|calling|ring|get ..1 POLICE & CHILD|THEM & NOW ~10
    INTENDS be|get ..1 HURT
    INTENDS get ..1 beaten|battered|hit|killed|beating
    going to kill|hurt|murder ..1 us|me|them|him|her
    going kill|2
    PERSON will be ..1 HURT
    SCARED ..4 TOHOME
    TOHOME & terrified|petrified|frightened|scared|scares & PERSON ~8
    terrified|petrified of dad|mum|him|her|going|stepdad & NOW|home ~8
    CHILD|THEM ..2 dying
    CHILD ..3 trapped
    PERSON ..2 trapped ..2 with|in|inside
    CHILD ..2 dead
    """,
    _LISTS,
)
