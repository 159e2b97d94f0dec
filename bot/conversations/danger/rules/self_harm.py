"""A child, or whoever writes, who may take their own life or is hurting themselves now."""

from bot.conversations.danger.patterns import read_patterns, read_words
from bot.conversations.danger.words import LISTS

_OWN = {
    "SELF": read_words("himself, herself, themselves, themself, myself, her self, him self, my self, them self"),
    "HIGH": read_words("bridge, roof, ledge, tracks, train tracks, railway, track, cliff, car park, window ledge, balcony, motorway, parapet, line, top floor, multi storey"),
    "DIE": read_words("die, be dead, kill, end it, end it all, not wake up, disappear forever, go to sleep forever, stop living, be alive, be here anymore, live anymore, live, be here any more, end their life, end his life, end her life"),
    "PLAN": read_words("plan, plans, note, goodbye, goodbyes, goodbye note, letter, letters, method, date, will"),
    "BY": read_words("now, tonight, today, plan, going, wants, just, gone, left, missing, roof, bridge, about, saying, says, said, threatening, tried, attempted, this, talking, has, is, active, very, really, feeling, deep, will not, not stop, again"),
}  # fmt: skip
_LISTS = {**LISTS, **_OWN}

SELF_HARM = read_patterns(
    """
    kill|killing|hang|hanging|hanged|drown|shoot|stab|hurt|cut|harm|cutting|strangle|strangling|burn|burning|hurting|harming|end|poison SELF
    PERSON|i ..2 hung SELF
    INTENDS ..1 DIE
    want|wants|wanted|wanting|wishes|wish|rather ..3 die|dead
    wants ..1 to ..1 end ..1 it
    does|do|did not want ..1 to ..1 live|be|exist
    not ..1 want ..2 be ..1 alive|here
    better|everyone ..2 off ..2 dead|without_me|without_her|without_him
    end ..2 life
    ending ..1 it|life
    take|taking|took ..1 own|her|his|my own|life ..1 life & THEM|SELF|i|CHILD ~6
    take|taking|took ..2 own life
    can not go on & CHILD|kids|baby|THEM|says|text|taking ~12
    can not ..1 go on & mum|dad|says|text|message|PERSON ~8
    suicidal ..5 BY
    CHILD|THEM|mum|dad|i ..3 suicidal
    suicide & THEM|CHILD & BY ~8
    attempted|attempting|committing|commit suicide
    suicide attempt|note|plan|pact & THEM|CHILD|NOW ~10
    CHILD|THEM|i ..3 cutting|cut|burning|slashed|slashing ..1 SELF|arms|wrists|wrist|legs|arm
    cutting & NOW & THEM|CHILD|i|will|stop ~8
    going to do it ..2 NOW|bye|goodbye
    do it NOW & bye|goodbye|sorry|love ~6
    can not take it ..2 more|anymore|longer & die|dead|end|THEM|i ~10
    self harm|harming|harmed|harms & NOW|stop|bleeding|deep|badly ~8
    self harming & CHILD|THEM ~6
    harming NOW
    ligature|noose & THEM|CHILD|NOW|neck|SELF|found ~10
    tied|tying|wrapped ..4 neck
    on|off|from ..2 HIGH & THEM|CHILD|jump|NOW|end|threatening|says|i ~10
    jump|jumping|jumped ..2 off|from|in_front|out
    going|threatening|INTENDS to jump
    going|INTENDS jump
    step|stepping|walk|walking|run|running ..2 in_front|into ..3 traffic|train|cars|road|lorry|bus
    text|texted|message|messaged|sent|said|saying|says|posted|writing|written|wrote|left|leaving ..4 goodbye|goodbyes|suicide_note|goodbye_note
    PERSON ..2 has|have|got|written|wrote a ..1 suicide|plan ..2 end|kill|die|plan|note
    plan|plans to|for|of ..1 end|kill|kills|suicide|die
    pills|tablets|rope|razor|blade & wants|want|going|die|kill|end|alive & THEM|CHILD|i ~12
    stop|stopped ..2 eating|drinking & collapsed|hospital|days|NOW & THEM|CHILD ~10
    """,
    _LISTS,
)
