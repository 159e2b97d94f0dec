"""Does a message tell of a child in danger now? Rules alone, before everything else, leaning to say yes.

A missed emergency is the worst thing that Signpost could do, and a needless card costs a moment. Procedural mentions
("emergency protection order", "what does immediate danger mean") are spared only where nothing else in the message speaks
of a child now.
"""

import re
import unicodedata
from dataclasses import replace

from bot import phrases
from bot.replies import Call, Outcome, Reply

_CHILD = (
    r"(?:child(?:ren)?|kid(?:s|dies)?|baby|babies|toddler|infant|newborn|bab|boy|girl|lad|lass|son|daughter|pupil|student|teen(?:ager)?|"
    r"youngster|young (?:person|people)|yp|minor|brother|sister|sibling(?:s)?|twins?|he|she|they|him|her|them|\d{1,2}[ -]?(?:yo|y/?o|yr|year|month|week|day)s?(?:[ -]?olds?)?)"
)
_NOW = r"(?:right now|now|at the moment|atm|tonight|today|this (?:minute|morning|afternoon|evening|second)|just (?:now|been|rung|called)|as we speak|currently|still)"
_HARM = (
    r"(?:hit(?:ting)?|beat(?:s|ing|en)?|batter(?:ing|ed)?|punch(?:es|ing|ed)?|kick(?:s|ing|ed)?|slap(?:s|ping|ped)?|strangl(?:e|es|ing|ed)|"
    r"chok(?:e|es|ing|ed)|stab(?:s|bing|bed)?|attack(?:s|ing|ed)?|burn(?:s|ing|ed|t)?|shak(?:e|es|ing|en)|shook|throw(?:s|ing)?|thrown|"
    r"drown(?:s|ing|ed)?|suffocat(?:e|es|ing|ed)|smother(?:s|ing|ed)?|rap(?:e|es|ing|ed)|molest(?:s|ing|ed)?|assault(?:s|ing|ed)?|abus(?:e|es|ing|ed)|"
    r"hurt(?:s|ing)?|harm(?:s|ing|ed)?|threaten(?:s|ing|ed)?|kill(?:s|ing|ed)?|poison(?:s|ing|ed)?|starv(?:e|es|ing|ed)|whip(?:s|ping|ped)?|bit(?:e|ing|ten))"
)
_CARER = r"(?:mum|mother|mam|mom|dad|father|step ?dad|step ?mum|parents?|carer|uncle|aunt|boyfriend|girlfriend|partner|ex|nan|grandad|brother|babysitter|someone|somebody|man|he|she|they)"

# Each tells of danger whatever else is said.
_ALWAYS = (
    r"\b(?:not|isn'?t|stopped|has ?n'?t been) breathing\b",
    r"\bcan'?t breathe\b|\bcannot breathe\b",
    r"\b(?:unconscious|unresponsive|passed out|won'?t wake|can'?t wake|cannot wake|not waking|gone limp|floppy and|turning blue|gone blue|fitting|having a (?:fit|seizure))\b",
    r"\b(?:taken|took|swallowed|had) (?:an? )?(?:overdose|od\b|\w+ (?:pills|tablets|paracetamol)|(?:pills|tablets|bleach|loads of))",
    r"\boverdos(?:e|ed|ing)\b(?! (?:policy|procedure|guidance|training|protocol))",
    r"\b(?:bleeding|blood) (?:heavily|a lot|everywhere|badly|won'?t stop|all over)|\bwon'?t stop bleeding|\bbleeding out\b",
    r"\b(?:going|gonna|gunna|threatening|threatened|wants?|about|trying|tried|plans?|planning) to (?:kill|stab|shoot|strangle|hang|drown|murder|hurt|jump|end (?:it|her|his|their) )",
    r"\b(?:said|says|say|saying|told \w+) (?:\w+ )?(?:he|she|they|i)(?:'ll|'s going to| will| is going to|'s gonna| gonna) (?:kill|stab|hurt|hit|batter|shoot)",
    r"\b(?:knife|machete|gun|axe|hammer|weapon|bat|acid|petrol)\b.{0,40}\b(?:now|outside|in the (?:house|room|school|playground|building)|to (?:her|his|their|the) (?:throat|neck)|at (?:her|him|them|school)|with (?:him|her|a)|threaten|waving|holding|got)|"
    r"\b(?:has|got|with|holding|carrying|waving|pulled|brought) (?:a|the|his|her) (?:knife|machete|gun|axe|hammer|weapon|blade|bottle of petrol)\b",
    r"\b(?:in|at) (?:immediate|imminent|serious|grave|real|terrible) (?:danger|risk|harm|peril)\b",
    r"\b(?:in )?danger (?:right )?now\b|\bin danger (?:tonight|today|at the moment|atm)\b|\bis (?:still )?in danger\b|\bare (?:still )?in danger\b",
    r"\b(?:not|isn'?t|aren'?t|wasn'?t|never) safe (?:right now|now|tonight|at home|to (?:go|be|return|stay)|there|here)\b|\bunsafe (?:right now|now|tonight)\b",
    r"\b(?:scared|terrified|frightened|afraid|petrified|scard|refus\w+|too scared)\b.{0,40}\b(?:to )?(?:go|going|return|be|get taken|sent) (?:back )?(?:home|there)\b",
    r"\b(?:suicid\w+|self[- ]?harm\w*|ligature|noose|hang(?:ing|ed)? (?:her|him|them)sel(?:f|ves)|cutting (?:her|him|them)sel(?:f|ves)|jump(?:ing)? (?:off|from|in front)|on (?:the|a) (?:bridge|roof|ledge|tracks?))\b.{0,60}\b(?:now|tonight|today|plan|going|wants?|just|bridge|roof|ledge|tracks?)\b",
    r"\bwants? to die\b|\bend (?:her|his|their|my) (?:own )?life\b|\bkill(?:ing)? (?:her|him|them)sel(?:f|ves)\b",
    r"\b(?:abducted|kidnapped|snatched|been taken by|taken (?:her|him|them|the \w+) (?:and|without)|run off with (?:her|him|the))\b",
    r"\b(?:trafficked|being sold|locked in|tied up|chained|held (?:against|captive|hostage)|kept in a (?:cage|cupboard|shed))\b",
    r"\b(?:flying|fly|flown|taking|taken|flight|leav(?:e|ing)|boarding|on a plane)\b.{0,50}\b(?:fgm|cut|circumcis\w+|forced marriage|married off|to be married)\b|"
    r"\b(?:fgm|cutting|forced marriage|married off)\b.{0,50}\b(?:tonight|today|tomorrow|this (?:week|weekend)|now|flight|airport|plane)\b",
    r"\b(?:999|emergency services|ambulance|police) (?:now|needed|please|quick|right away)\b|\bshould i (?:call|ring|phone|dial) 999\b|\bdo i (?:call|ring|phone|dial) 999\b",
    r"\bhelp (?:me )?(?:now|quick|please).{0,30}\b(?:hurt|hit|child|baby|kid)",
    r"\b(?:can|could) (?:hear|see) .{0,30}\b(?:scream\w*|beating|hitting|being hit|fighting|smashing|shouting at the (?:kids|children|baby))",
    r"\bscreaming\b.{0,40}\b(?:help|next door|now|inside|house|flat|kids?|child(?:ren)?|baby|stop)\b",
)
# Each tells of danger where a child and the present are spoken of.
_HARM_NOW = (
    rf"\b{_CARER}\b.{{0,25}}\b(?:is|are|'s|s|keeps?|has just|have just|just|was|been|had)?\s*{_HARM}\b.{{0,30}}\b{_CHILD}\b.{{0,60}}\b{_NOW}\b",
    rf"\b{_NOW}\b.{{0,60}}\b{_CARER}\b.{{0,25}}\b{_HARM}\b.{{0,30}}\b{_CHILD}\b",
    rf"\b{_CHILD}\b.{{0,30}}\b(?:is|are|was|were|being|been|gets?|getting|got|'s)\b.{{0,15}}\b{_HARM}\b.{{0,60}}\b{_NOW}\b",
    rf"\b{_CHILD}\b.{{0,20}}\b(?:is|are) being {_HARM}\b",
    rf"\b(?:is|are|'s|he s|she s) {_HARM.replace('(?:hit', '(?:hit', 1)}\b.{{0,20}}\b(?:the |this |that |a |my |her |his )?(?:baby|child|kid|kids|children|toddler|boy|girl)\b(?! (?:protection|abuse))",
    rf"\b(?:baby|toddler|child|children|kids?|boy|girl|\d{{1,2}}[ -]?(?:yo|y/?o|yr|year|month|week)s?(?:[ -]?olds?)?)\b.{{0,40}}\b(?:home alone|left alone|on (?:his|her|their) own|locked (?:in|out)|alone in the (?:house|flat|car))\b.{{0,50}}\b{_NOW}\b",
    rf"\b(?:home alone|left alone|locked (?:in|out)|alone in the (?:house|flat|car))\b.{{0,30}}\b{_NOW}\b",
    rf"\b{_NOW}\b.{{0,60}}\b(?:home alone|left alone|locked (?:in|out)|alone in the (?:house|flat|car))\b",
    rf"\b(?:missing|disappeared|vanished|run away|ran away|gone missing|absconded|can'?t find)\b.{{0,60}}\b{_NOW}\b|\b{_NOW}\b.{{0,50}}\b(?:gone missing|disappeared|ran away|run away|can'?t find)\b",
    rf"\b{_CHILD}\b.{{0,25}}\b(?:has |have |'s |been )?(?:gone missing|disappeared|run away|ran away|is missing|are missing)\b",
    r"\b(?:fresh|new|nasty|big|huge|horrific|bad|black|cigarette) (?:bruis\w+|burns?|marks?|cuts?|injur\w+|wounds?)\b.{0,60}\b(?:baby|newborn|infant|today|this morning|now|just)\b",
    r"\b(?:broken|fractured|snapped) (?:arm|leg|rib|ribs|skull|collar ?bone|wrist|jaw)\b.{0,60}\b(?:now|today|just|won'?t take|refus\w+|not taking)\b",
    rf"\b(?:drunk|wasted|off (?:his|her|their) (?:face|head)|high|drugged|smashed)\b.{{0,60}}\b(?:baby|child(?:ren)?|kids?|driv\w+|pick(?:ing)? (?:up|them|her|him))\b.{{0,40}}\b{_NOW}\b",
    rf"\b(?:meeting|met|getting (?:in|into)|got (?:in|into)|gone (?:off )?with)\b.{{0,40}}\b(?:older man|older men|strange man|man in a car|bloke|groomer|adult (?:he|she|they) met)\b.{{0,40}}\b{_NOW}\b",
    rf"\b(?:dad|father|ex|he|stepdad|partner|boyfriend)\b.{{0,30}}\b(?:kicking (?:the|her) door|breaking in|smashing|outside (?:the )?(?:school|house|nursery|refuge)|turned up|here)\b.{{0,60}}\b(?:threat\w*|violent|kick\w*|knife|aggressive|kill|take the (?:kids|children)|{_NOW})\b",
)
_PROCEDURAL = re.compile(
    r"\b(?:what (?:is|are|does|do|counts)|define|definition|meaning|explain|where (?:is|in)|which (?:section|chapter|form)|procedure (?:for|on|say)|"
    r"policy|policies|protocol|guidance|manual says?|does the (?:manual|procedure)|training|course|assessment framework|template|leaflet|"
    r"difference between|how do (?:i|we) (?:record|apply)|(?:last|previous) (?:year|month)|years? ago|historic(?:al)?|non[- ]recent|in the past|as a child)\b",
    re.I,
)
_ORDER = re.compile(
    r"\b(?:emergency protection orders?|epos?|police protection powers?|emergency duty team|emergency contacts?|immediate danger section|"
    r"not in (?:any )?(?:immediate |imminent )?(?:danger|risk)|no immediate (?:danger|risk)|isn'?t in (?:immediate )?danger|aren'?t in (?:immediate )?danger|"
    r"if a child is in (?:immediate )?danger|when a child is in (?:immediate )?danger)\b",
    re.I,
)
_ALWAYS_ANY = re.compile("|".join(f"(?:{rule})" for rule in _ALWAYS), re.I)
_HARM_ANY = re.compile("|".join(f"(?:{rule})" for rule in _HARM_NOW), re.I)
_WINDOW, _STEP = 400, 200  # characters; a long message is read in overlapping parts so that no rule runs away

_TYPOS = {
    "rite": "right", "nw": "now", "noww": "now", "tonite": "tonight", "2nite": "tonight", "2day": "today", "2moro": "tomorrow",
    "dnager": "danger", "dangr": "danger", "dager": "danger", "dangar": "danger", "danager": "danger", "imediate": "immediate", "immediat": "immediate", "immedate": "immediate", "immidiate": "immediate",
    "brething": "breathing", "breathin": "breathing", "breething": "breathing", "unconcious": "unconscious", "unconsious": "unconscious",
    "knif": "knife", "nife": "knife", "strangeling": "strangling", "hiting": "hitting", "hittin": "hitting", "beatin": "beating", "beting": "beating",
    "kil": "kill", "suicidle": "suicidal", "sucidal": "suicidal", "overdosed": "overdosed", "mising": "missing", "missin": "missing",
    "chid": "child", "chld": "child", "babby": "baby", "scarred to go": "scared to go", "terified": "terrified", "screeming": "screaming", "bleding": "bleeding", "bleedin": "bleeding",
}  # fmt: skip
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def tells_of_danger(text: str) -> bool:
    """Whether a message tells of a child in danger now. Both the raw and the cleaned text are read."""
    return any(_tells(part) for version in dict.fromkeys((text, cleaned(text))) for part in _parts(version))


def cleaned(text: str) -> str:
    """The text without invisible characters, with plain letters and quotes, single spaces, and common typos mended."""
    plain = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = plain.replace("’", "'").replace("‘", "'").casefold()
    plain = re.sub(r"(.)\1{2,}", r"\1\1", plain)
    return " ".join(_TYPOS.get(word.strip(".,!?"), word) for word in plain.split())


def _parts(text: str) -> list[str]:
    if len(text) <= _WINDOW:
        return [text]
    return [text[start : start + _WINDOW] for start in range(0, len(text), _STEP)]


def _tells(text: str) -> bool:
    bare = _ORDER.sub(" ", text.replace("’", "'"))
    if not (_ALWAYS_ANY.search(bare) or _HARM_ANY.search(bare)):
        return False
    return not (_PROCEDURAL.search(bare) and not re.search(rf"\b{_NOW}\b|\bplease help\b", bare, re.I))


def danger_reply(answer: Reply | None = None, calls: tuple[Call, ...] = (), area: str = "") -> Reply:
    """The 999 card, with the answer to what was asked below it where there is one."""
    reach = "\n".join(_reach(call) for call in (answer.contacts if answer else calls)[:4])
    card = f"{phrases.DANGER_CARD}\n{phrases.DANGER_THEN}\n{reach}" if reach else phrases.DANGER_CARD
    if answer is None:
        return Reply(Outcome.DANGER, card, area=area, danger=True, contacts=calls)
    if answer.danger:
        return answer
    if answer.outcome not in (Outcome.ANSWERED, Outcome.CONFLICTING):
        return replace(answer, outcome=Outcome.DANGER, danger=True, message=card)
    below = answer.message.removeprefix(phrases.DANGER_LINE).strip()
    return replace(answer, outcome=Outcome.DANGER, danger=True, message=f"{card}\n\n{phrases.DANGER_QUESTION}\n{below}")


def _reach(call: Call) -> str:
    """A service with its areas, since two areas' services may have one name."""
    where = f" ({', '.join(call.areas)})" if call.areas else ""
    return f"- {call.service}{where}: {' or '.join(call.telephones)}"
