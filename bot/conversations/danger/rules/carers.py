"""Carers who cannot keep a child safe at this moment: drunk, drugged, very ill, or somebody dangerous in the home."""

from bot.conversations.danger.patterns import read_patterns, read_words
from bot.conversations.danger.words import LISTS

_OWN = {
    "DRUNK": read_words(
        """drunk, wasted, off his face, off her face, off their face, off his head, off her head, off their head, high, drugged, smashed, pissed, stoned,
        intoxicated, hammered, plastered, been drinking, drinking, paralytic, slurring, out of it, on drugs, on crack, on heroin, under the influence, legless,
        reeks of alcohol, smells of alcohol, stinks of alcohol, smelling of alcohol, had a drink, had a skinful, can not stand, gouching, using heroin,
        smoking crack, injecting, shooting up, p ed, pi ed, steaming, bladdered, off it, drink driving, spiced up, staggering, stinks of vodka, stinks of booze,
        pissed up, pished"""
    ),
    "DRIVES": read_words("driving, drive, drives, drove, car, behind the wheel, driving off, pick up, picking up, pick, picking, collect, collecting, collected, drop, keys, wheel, put them in, putting, take them, taking, wants to take, is here to, come to get, came to get, get them, get her, get him"),
    "VOICES": read_words("not making any sense, not making sense, cleansed, must be cleansed, voices, psychotic, psychosis, hallucinating, possessed, demon, demons, devil, delusional, paranoid, manic, evil, breakdown, witch, spirit, jinn, exorcism"),
    "BANNED": read_words(
        """not allowed near, not allowed, not supposed to, not meant to, injunction, restraining order, non molestation, bail conditions, breaching bail,
        breached bail, out of prison, released from prison, out of jail, just out of prison, sex offender, schedule one, schedule 1, registered sex offender,
        no contact order, bailed, breached his, broken bail, broke bail, broken his bail, barred, convicted, paedophile, rso, on bail, tagged, released from custody"""
    ),
    "THERE": read_words("house, home, there, here, flat, outside, school, door, with her, with them, with him, with the kids, with the baby, back, in the house, moved in, turned up, with the children, gate, bedroom, upstairs, staying, alone with, living"),
}  # fmt: skip
_LISTS = {**LISTS, **_OWN}

CARERS = read_patterns(
    """
    CARER ..4 lying|collapsed|passed ..4 floor|out|bed & CHILD|NOT|wake|up|says ~12
    DRUNK & DRIVES & CHILD|THEM|CARER ~12
    DRUNK & CARER & CHILD|THEM & NOW|has|with|alone|looking|home|there|collapsed|crying|charge|caring|holding|supposed ~12
    CARER ..3 BE ..3 DRUNK & baby|kids|children|toddler|CHILD & NOW|has|got|with|crying|there|home|in_charge ~12
    CARER|parents ..3 DRUNK ..6 has|got|with|holding|and ..3 CHILD|baby|kids
    DRUNK & CARER|THEM & CHILD & room|house|with|RECENT|front ~10
    he|dad|stepdad|uncle|boyfriend|father will_be|is|gets ..1 home|back ..2 NOW|at
    off_his_head|off_her_head|off_their_heads|off_their_faces & CHILD ~10
    drink_driving|drunk_driving|drug_driving & CHILD|THEM|kids ~10
    overdosed|passed_out|collapsed|unconscious & CARER & CHILD|NOW ~10
    VOICES & CARER|she|he & CHILD|him|her|kill|hurt|harm ~10
    mum|dad|mother|father|CARER ..6 INTENDS ..2 hurt|harm|kill|smother|drown|shake|drop ..2 CHILD|him|her|them|baby
    scared|worried|afraid|frightened|think|might ..4 hurt|harm|shake|kill ..3 baby|CHILD|him|her
    BANNED & THERE & NOW|CHILD|THEM|kids|baby ~14
    BANNED & THERE & CARER|he|she ~10
    BANNED & NOW & CARER|he|she|CHILD ~10
    giving|gave|given|gives|feeding|fed|forcing ..3 CHILD|him|her|them ..3 drugs|methadone|alcohol|vodka|pills|tablets|sleeping_tablets|cannabis|piriton|calpol_to|salt|heroin|cocaine
    CHILD|baby ..3 given|fed|drinking|smoking|taken ..2 drugs|methadone|alcohol|vodka|heroin|cocaine|crack|cannabis
    exorcism|possessed|witchcraft & CHILD|THEM & NOW|beating|church|pastor|tonight|hurt|burn ~10
    taking|took|take|going ..4 with ..1 her|him|me|us & can_not_go_on|kill|die|end|goodbye ~14
    THEM|CARER BE ..3 in_the_house|at_the_house|at_home|with_them|with_her|with_the_kids ..3 violent|NOW
    """,
    _LISTS,
)
