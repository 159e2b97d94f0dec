"""The closed lists that the reader of names stands on: nouns that head a service's or a post's name, and words that never do.

Nouns of places and bodies are open-ended, so capitals find them; these lists are only of short words whose part in a
sentence hardly changes from page to page.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BODIES = _words(
    "team teams service services hub hubs desk helpdesk door line lines helpline helplines hotline unit units centre centres "
    "center office offices department board panel clinic project scheme gateway police constabulary ambulance council trust "
    "partnership agency charity hospital hospitals school schools college reception station switchboard forum network practice "
    "surgery court refuge association federation foundation bureau commission point secretariat secretaries group alliance society childline "
    "samaritans nspcc ofsted crimestoppers cafcass duty access sendiass mechanism"
)
POSTS = _words(
    "nurse nurses doctor doctors gp gps midwife midwives officer officers manager managers lead leads co-ordinator "
    "co-ordinators coordinator coordinators adviser advisers advisor advisors worker workers chair chairs head director "
    "consultant consultants paediatrician paediatricians psychologist practitioner registrar sergeant inspector constable "
    "administrator administrators navigator guardian custodian scrutineer advocate advocates commissioner ombudsman deputy "
    "dsl lado supervisor governor executive matron visitor visitors therapist clerk receptionist coroner secretary"
)
FIELDS_OF_WORK = _words(
    "care help support safeguarding response advice referral referrals triage intake assessment education health justice "
    "welfare nursing visiting probation outreach advocacy liaison contact standby solutions fostering adoption protection "
    "relations complaints legal screening direct families first administration enquiries prevention intervention emergency inbox mailbox"
)
"""Head nouns of names such as "Early Help": they make a name with capitals, or after a name, and not on their own."""

COMMON_FIELDS = _words(
    "help health justice welfare education direct first families administration prevention intervention emergency "
    "fostering adoption protection relations standby solutions screening contact advice assessment"
)
"""Fields of work too common to tell a service's name from a topic on their own."""

PEOPLE = _words(
    "parent parents carer carers child children family people person anyone staff professional professionals practitioners "
    "pupil pupils student students member members referrer referrers victims adult adults agencies applicants employees "
    "volunteers colleagues everyone governors everybody residents witnesses relatives learners patients"
)
"""Who calls, and never who is called, unless a further noun follows."""

VAGUE = _words(
    "team service line office unit hub desk number department board worker officer manager person lead point group access "
    "practitioner school hospital trust council partnership centre agency panel court duty project network practice head "
    "consultant nurse doctor scheme teams services offices schools agencies hospitals gateway officers workers managers "
    "inbox mailbox nurses doctors midwives midwife leads advisers adviser helpline director chair secretary mechanism clinic "
    "visitor surgery college forum administrator administrators visitors association charity door"
)
"""Nouns that name nobody without a word in front of them: "the team"."""

DETERMINERS = _words(
    "the our your their its his her a an this that these those any each every all both either no my another other some "
    "same own following appropriate relevant new old local"
)
PREPOSITIONS = _words(
    "of for in on at by with from to into about via through during between outside within without under over against "
    "after before until till since as per near towards regarding concerning upon onto"
)
CONJUNCTIONS = _words("and or but nor so if when where while unless whether because although though once than whenever")
AUXILIARIES = _words(
    "is are was were be been being has have had do does did can could may might must shall should will would cannot"
)
PRONOUNS = _words(
    "i you we they he she it them us him me who whom whose which what that there here someone somebody nobody one "
    "whoever how why nothing"
)
ADVERBS = _words(
    "please also then now not only always never still just already first again otherwise alternatively instead "
    "immediately directly direct urgently straight away back too well more most very later soon otherwise up out off down "
    "free urgent non-urgent non-emergency initially usually normally currently today tomorrow next together separately least yet even above below "
)
REACHING = _words(
    "call calls calling called ring rings ringing rung phone phones phoning phoned telephone telephones telephoning "
    "telephoned contact contacts contacting contacted email emails emailing emailed e-mail e-mailing e-mailed text texting "
    "dial dialling notify notifies notifying inform informs informing tell tells telling alert consult consults consulting "
    "ask asks asking reach reaching reached bleep page try use using "
)
"""Verbs whose object is who is called."""

TOWARDS = _words(
    "speak speaking speaks spoken talk talking write writing written refer refers referred referring report reported "
    "reporting send sent sending pass passed passing go goes escalate escalated directed addressed turn made make booked "
    "available provided offered taken answered handled covered received staffed coordinated co-ordinated held dealt "
    "obtained sought submit submitted return returned discuss discussed check notified come comes put copied challenged run "
    "apply applied advice referrals enquiries requests concerns picked"
)
"""Words after which "to", "with", "by", "via", "from" or "through" leads to who is called."""

VERBS = _words(
    "need needs want wants wish keep keeps takes take gives give get gets offers offer works work runs operates covers "
    "deals helps responds receives provides provide complete completes think thinks leave leaves acknowledge include "
    "includes think feel believe say says said know known formerly called based open opens closed moved changed replaced "
    "live lives carry says follow see visit share shares lie lies apply arrange find"
)
LINKING = _words(
    "c/o on at via by using tel telephone phone mobile mob email e-mail e-mails emails number numbers line lines direct "
    "directly free is are be can may should must will also now contacted reached called rung telephoned phoned emailed "
    "e-mailed available either or and its their whose which has have had the new own secure address addresses inbox mailbox "
    "voicemail a an as follows following extension ext urgently immediately straight away first in instance during "
    "between from please to through found sent call ring dial text sms minicom textphone main general switchboard fax them "
    "contactable please open staffed anytime day night daily weekdays weekday please then with calls taken made us it out "
    "of hours contact details time any secure team's reachable changed moved office daytime night-time external internal "
    "texts freephone his her helpline answers takes runs duty told informed notified consulted alerted"
)
"""Words that may stand between a name and its number without making it another's."""

REFERENCES = _words(
    "form section appendix page chapter annex act stage part level step room floor box po figure table paragraph bleep"
)
"""First words of references: "Form SC7", "Section 47"."""
NO_SERVICES = _words(
    "working borough county city town england state parliament government january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday"
)
"""What has a capital and is nobody: "the Borough", "Monday"."""
PLACES = _words("road street lane avenue house hall square close drive court park way building tower floor place box")
NO_NAMES = _words("po uk hq eu am pm id pin")
"""Words in capitals that are no service's abbreviation."""
ABBREVIATED = _words("tel ext no nos mob ph")
TITLES = _words("dr mr mrs ms miss mx prof professor sgt di dci ds pc rev sir dame cllr")
REACHED_BY = _words(
    "number numbers line inbox mailbox voicemail address email e-mail telephone phone mobile fax minicom "
    "answerphone extension details website form bleep"
)
"""What a service owns that a number stands for: "the LADO's voicemail"."""
NUMBER_LABELS = _words(
    "t e m f tel telephone phone mobile mob email e-mail fax minicom sms textphone website web emails e-mails whatsapp "
    "freephone landline typetalk number numbers"
)
"""Words that say what a number is: they end a name in front of them, and are none on their own."""
POST_TOPICS = _words(
    "children child protection safeguarding deaths death care governors families quality adults people education "
    "exploitation abuse inclusion service services practice health school"
)
"""What a post without a capital may be for: "Head of quality", not "the duty officer for advice"."""
RANKS = _words("duty team deputy assistant senior chief detective shift on-call")
"""Words before a post that say its rank and not its field."""
OWNERS = _words("trust's council's board's partnership's hospital's school's authority's")
CLAUSE_OPENERS = _words("if when where while unless once whether because although after before since whenever should")
