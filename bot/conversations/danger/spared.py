"""What only mentions danger: questions about words and procedures, general cases, the past, what was denied, figures of speech.

Figures of speech and denials are taken out before the rules are asked. A question's frame spares what it governs in the
same sentence, and only where nothing in it speaks of one child and the present.
"""

from bisect import bisect_left

from bot.conversations.danger.patterns import Finder, Place, read_patterns, read_words
from bot.conversations.danger.words import LISTS

_BEFORE = 16  # words between a frame and what it governs
_AFTER = 3

_OWN = {
    "ANYCHILD": read_words(
        """a child, a pupil, a student, a young person, a baby, a parent, a carer, a teenager, any child, children, pupils, parents, someone, somebody, a family,
        a person, a member of staff, young people, babies, any pupil, an infant, a student, students, staff, a teenager, carers, a mother, a father, an adult,
        a staff member, a teacher, a worker, a colleague, a practitioner, a toddler, a girl, a boy, families, one of our children, another child, a foster child, a young carer, a looked after child, people, an employee"""
    ),
    "PAPER": read_words(
        """policy, policies, protocol, protocols, procedure, procedures, guidance, training, chapter, section, leaflet, template, flowchart, flow chart, pathway,
        course, workshop, webinar, toolkit, strategy, form, forms, poster, research, statistics, stats, legislation, awareness, handbook,
        briefing, e learning, elearning, refresher, checklist, act, manual, process, prevention, resources, resource, module"""
    ),
    "SAY": read_words("say, says, state, states, mean, means, cover, covers, advise, advises, expect, require, requires, recommend, stand for, tell us, said, find, found"),
    "HAVING": read_words("came, comes, told us, tells, told me, turned, looks, brought, just, disclosed, is, are, has, have, will, was, says, said, keeps, s, just, being, had, got, wants, on, texted, told, kicking, hitting"),
    "ONE": read_words(
        """the child, the children, he, she, they, mum, dad, mother, father, stepdad, stepmum, her boyfriend, his girlfriend, the baby, this child, this boy, this girl, my pupil,
        the kids, kids, the boy, the girl, a neighbour, his dad, her dad, his mum, her mum, the toddler, the pupil, boyfriend, uncle, brother, baby, toddler, this pupil"""
    ),
}  # fmt: skip
_LISTS = {
    **LISTS,
    **_OWN,
    "ADULTAGE": frozenset(str(years) for years in range(19, 100)),
    "NUMBER": frozenset(str(years) for years in range(1, 100)),
    "AGED": frozenset(("AGE", "AGEM")),
    "YEAR": frozenset(str(year) for year in range(1950, 2100)),
}

_TAKEN_OUT = Finder(
    read_patterns(
        """
        not in ..4 danger|risk
        no ..2 immediate|imminent|serious|current|obvious|apparent ..1 danger|risk|concerns|harm
        no danger|risk
        not ..1 think|believe|feel ..3 in|at ..2 danger|risk
        not ..2 immediate|urgent ..1 danger|risk
        not an|a ..1 emergency
        out of danger
        found safe
        no_longer|not ..1 at_risk|suicidal
        not|never ..1 self_harmed|self_harming
        denies|denied|denying ..2 self_harm|suicidal|hitting|hurting|being
        no ..1 injuries|bruises|marks|bruising|thoughts|injury|weapon|weapons
        not hurt|injured|harmed
        emergency protection
        protection order|orders
        police_powers|powers of protection
        police protection
        emergency duty
        emergency contact|contacts|number|numbers
        out_of_hours emergency
        child abduction unit
        missing school|schools|education|lessons|lesson|class|appointments|appointment|appts|appt|register|information|info|data|minutes|pages|page|documents|details|records|entries|paperwork|work|meetings|sessions|something|signature|health|early|dental|college|nursery|days
        missing ..2 out on
        missing|misses lots|loads|much|most|half|some|a_lot|chunks|bits of
        no_longer in ..2 danger|risk
        missing from ..1 education|the_referral|referral|minutes|record|records|file|list|lessons|form|chronology|plan|notes|report|agenda|register|class|college
        missing in education
        children missing education|from
        missing children|episodes|episode|person|persons|form|forms ..1 PAPER|coordinator|team|form|unit
        miss|missed|misses|missing ..2 appointments|appointment|deadline|visits|visit|calls|call|dose|doses
        minutes|page|pages|section|information|entries|form|chapter|link|attachment|notes|file|files is|are|s|have|has ..2 missing
        has|have missing entries|pages|sections|information
        brick wall
        hit|hits|hitting ..2 wall|roof|deadline|ground|buffers|target|targets|dead_end|nail|road|send|sack|jackpot|numbers
        this|it|emails|email|calls|phone|deadlines|workloads|cuts|systems|paperwork|caseload|workload|mash|process|delay|delays|job|waiting|forms|referral|system|stress|admin|hours|traffic|meeting|meetings ..3 killing|kills|kill|killed ..1 me|us
        killing me this|the|with|waiting|trying
        killing ..1 time
        drowning|drown|drowned|swimming in|under ..3 referrals|paperwork|emails|work|cases|admin|forms|it|caseload|deadlines|meetings
        fire fighting
        firefighting|fire_drill|fire_alarm|fire_safety|fire_door|fire_risk|fire_fighting|under_fire|fire_away|fired
        shot ..2 down
        shot in ..1 dark
        shoot ..2 email|down|message|over|off
        beat|beats|beating|beaten ..2 down|clock|bush|deadline|system|process|drum|odds|rush
        i|we|im ..2 got|been|was|am|being|were ..1 attacked|slated|battered|hammered|slaughtered|shot|beaten|hammered|slammed|strangled|smashed ..4 meeting|chair|process|conference|management|email|ofsted|manager|system|mash|workload|media|press|audit|caseload|it|paperwork|deadlines
        banging|bang|hitting|banged|smashing ..1 my|our|your|head head|against
        head against ..2 wall
        kick|kicking|kicked ..5 grass|off_the|off_a|touch|can|into_touch|kerb
        kick|kicks|kicking|kicked off|back ..2 meeting|project|process|session|conference|review|training|plan|off
        threw|throw|throws|throwing|thrown|chucked ..4 referral|referrals|out_the_window|towel|book|under|light|money|at_us|complaint|application
        strangled|killed|stabbed|strangling|killing ..3 referral|birth|plan|project|process|proposal|paperwork|back|system|tape
        stabbed|stab in|at ..1 back|the_dark|this|it
        dying|dead ..1 to|in|for ..2 know|hear|water|see|end|go|loo
        dead end|line|lines|beat|set|tired|wrong
        over my dead
        burning question|issue|questions|desire|issues|platform|need
        burnt|burned|burning|burn out|ourselves_out
        choking|choked ..2 up|system|process|workload|deadline|deadlines|admin|tight
        i am choking
        hanging|hang|hung|left ..2 on_the_phone|on_hold|phone|out_to_dry|hanging|up|around|over|about|fire|in_the_balance
        jump|jumping|jumped ..1 through|to|on|hoops|ship|gun|queue|in
        breathing ..1 down|space|room|exercises
        breathe a
        not breathe ..1 word
        cut|cuts|cutting ..2 services|corners|funding|budget|budgets|through|red_tape|down|back|short|staff|and_paste|hours|jobs|posts|off_the|edge|out_the|costs
        snowed|buried|swamped|sinking under|in
        bleeding edge|heart|us_dry|obvious|money|computer|system|form
        poisoned chalice
        unconscious bias
        come|came|comes|coming|got|get back to ..1 us|me|you
        pin|pinned|pinning|nail|nailed down ..2 stage|level|date|time|answer|meaning|threshold|process|plan
        dragging|drags|drag|dragged ..2 feet|heels
        is|am|are now a ..1 parent|mum|dad|adult|mother|father|practitioner|social
        jumped|jumps|jumping down ..2 throat
        down my|our|the|his|her throat
        bite|bit my head
        murder trying|getting|to
        car crash of
        washed|wash|washing ..2 hands
        being bombarded
        hard to swallow
        kill|killing two birds
        bleeding us|me
        no_one|nobody|noone has|have|was|is|had ..1 been hurt|harmed|injured
        no_one|nobody|noone is|was|got hurt|harmed|injured
        not ..1 saying|suggesting|claiming|implying ..4 in ..2 danger|risk
        playing|play|played with fire
        dead loss|wood|slow|keen|easy|simple|straightforward|against|on|right
        stone|half|brain dead
        killed|kill|killing ..2 it|referral|plan|idea|project|case ..1 off|dead
        blood is|was|s ..1 boiling|up
        blood out_of|from a stone
        blood pressure|test|tests
        bad|new|cold|own blood
        breathing fire
        under fire|attack
        shoot|shot|shooting ..1 me|us|him|her|over ..2 link|email|message|copy|line
        red tape
        slam|slammed|slamming ..2 door|phone
        bit|bite|biting|bites ..1 my|our|his|her|your head|tongue|bullet
        fighting|fought tooth
        crash course
        out|blood of ..1 blue
        feeling|feel|am|been|was|bit ..1 blue
        into thin
        hit|hitting|hits home|rock|the_spot
        jump|jumping|jumped ..1 at|up|ship|on_a_call|on_the|to_conclusions|queue|hoops
        hanging ..1 around|on|over|up|in_there
        beat|beating|beats ..1 myself|ourselves|yourself up
        emergency|danger ..1 placement|placements|accommodation|review|leave|meeting|contact|money|pay|fund|services|strategy|housing|funding|grant|planning|plan|plans|food|tax|respite|case|conference
        non|not emergency
        danger|drink|drug statements|statement
        kick|kicks|kicking|kicked off ..3 meeting|project|process|conference|review|training|plan
        dead to
        sink|sinking or|ship|feeling
        freezing|boiling|starving in|here|office
        trapped in ..2 loop|system|cycle|bureaucracy|meetings|meeting
        hiding behind|something
        crushed|crushing by|workload ..2 workload|it|decision
        abuse|abusing ..1 of power|system|process|trust
        attack|attacked ..1 on|by ..2 ofsted|professionals|press
        has|have|had not been hit|hurt|harmed|injured|assaulted|abused|threatened|beaten
        we are ..1 drowning|dying|sinking|suffocating|choking|drowned|dead
        hit|hits|hitting us with
        pulled|pull|pulling the plug|rug|strings
        see|seen|speak|spoken|spoke|talk|seeing|interview|talked ..3 alone
        now ADULTAGE|an_adult|grown_up
        missing from ..1 school ..2 a_lot|often|attendance|most|regularly|frequently|days
        brain storm|storming|dead
        crashed|crash ..3 computer|laptop|system
        placement|plan|placements|package|system|meeting|arrangement ..2 collapsed|broken|broke|breakdown|broken_down
        fight|fighting|battle|fought ..2 battle|corner|losing|for|against|over|with ..2 battle|corner|cause|front_door|mash|this|them|place|funding|social|system|council|decision
        fitting in|into|the|with
        smashed|smashing it|the_targets|targets|that|job
        lost ..1 cause|the_form|the_link
        ticking time|bomb
        blown|blow ..2 away|proportion|off
        in hot|deep water
        dead|killed ..2 referral|case_closed|lead
        gun to ..2 head
        jumping|jumped the gun
        bite|bit|biting ..2 bullet|tongue|back_at|the_hand|of
        tear|tearing|pulling ..3 hair
        up in arms
        left alone to|with ..2 deal|this|sort|case|decide
        on fire today
        shoot|shooting|shot the|from messenger|hip|breeze
        murder|nightmare ..3 parking|traffic|getting|trying
        danger|dangers of|in ..2 drift|delay|assuming|groupthink|losing|missing|overlooking
        suicide watch policy
        risk of|that drift|delay
        passed out ..2 leaflets|forms|copies|minutes|information
        in|at the_deep end
        stranger danger
        internet|online|road|water|fire|e safety
        choking|strangling|killing|suffocating ..2 services|service|system|process|sector
        shaken by
        """,
        {**_LISTS},
    )
)

_FRAMES_BEFORE = Finder(
    read_patterns(
        """
        what|where|how|when|why|which ..2 is|are|does|do|did|would|should|can|says ..5 SAY
        what|which does|do|did|is ..6 say|mean|advise|recommend|cover|stand
        manual|policy|procedure|guidance|law|report|review|legislation|handbook|chapter|act|keeping_children_safe|kcsie|working_together SAY
        what ..2 meant|meaning
        meaning|definition|define|explain|describe|example|examples|difference|concept|term
        what is|are ..2 a|an|the|so_called|meant|called
        what is|are|counts|constitutes
        PAPER ..1 on|for|about|of|to|when|if|where|covering|around|regarding|say|says|with|after|against|in|a|cover|covers|that|and|child|children|missing|explain
        signs|indicators|symptoms|red_flags|risk_factors|warning_signs|risk_indicators|effects|impact|causes|features
        threshold|thresholds|level|tier|section_47|s47|section_17|s17
        timescale|timescales|deadline|time_limit|how_long|how_often|how_common|how_many|what_age|which_age|what_happens
        when|how|why does|do|did|would|should|is
        what is|are the process|procedure|steps
        what might|could|would
        what ..2 support|help|resources|services is|are|can|for|do
        what should go|be|happen
        who|how|when|what do|does|should|must|would staff|we|teachers|schools|parents|nurseries|carers|you ..1 call|contact|ring|tell|inform|do|report
        age at which
        do|does|should|must we|i|schools|staff|nurseries|carers|foster_carers|teachers|parents|you ..1 need|have|tell|hold|report|inform|notify|record
        if there is|has|are|was|were
        if ANYCHILD
        section on|about|for
        how fast|quickly|soon|serious|many|often|long
        who has|have|can|may|must|decides|does|chairs|attends|leads|investigates|is_responsible|carries
        how ..2 respond|spot|recognise|identify|prevent|record|tell|manage|report|refer|assess|support|talk|write|apply|document|handle
        should staff|we|teachers|schools|practitioners|i ..2 respond|do|record|report|tell
        what ..1 should|must|can|do|would staff|we|teachers|schools|practitioners|a_teacher|nurseries|i|a_nursery|a_school|school|nursery|you ..2 do|say
        what do|does we|staff|i|practitioners|one|you do ..1 if|when
        law on|about
        legal|legally|liable|lawful|illegal|unlawful|statutory|entitled|allowed|powers
        is|are there a|any ..2 PAPER
        role ..3 in
        number for
        scenario|case_study|example|hypothetical|hypothetically|quiz|exam|essay|assignment|dissertation|vignette|role_play
        might ..3 notice|see|tell|suggest|indicate
        could ..3 indicate|suggest|mean|sign
        worried|concerned about the|our PAPER
        tell me about
        information|advice|help|support on|about|around
        """,
        _LISTS,
    )
)

_FRAMES_GENERAL = Finder(
    read_patterns(
        """
        if|when|where|whenever|once|unless|should|whether|in_case|suppose ANYCHILD
        ANYCHILD who|that|whose|which|at_risk
        if|when|where we|you|i|staff|they|a_teacher|a_practitioner|one ..2 think|suspect|believe|suspects|find|are_worried|thinks|worry|see
        for|of|with|about|to|by children|parents|young_people|a_child|pupils|families|babies|people|teenagers|students|a_parent|a_young_person
        ^ is|would|does|could|can|are|do|should ANYCHILD|the_police|schools|police|domestic_abuse|it
        how|why|what do|does|can|should|might|could children|parents|a_child|young_people|people
        children|young_people|pupils|parents in|with|living|experiencing
        how common
        """,
        _LISTS,
    )
)

_PAST = Finder(
    read_patterns(
        """
        years|year|months|decade|decades ago
        last|previous|past year|term|summer|autumn|spring|month|decade
        historic|historical|historically|non_recent|previously|formerly|in_the_past|at_the_time|past_history
        non recent
        as a ..1 child|kid|teenager|baby|boy|girl|young
        when|while he|she|they|mum|dad|i was|were ..2 younger|little|child|young|teenager|small|pregnant|kid|growing
        used to
        case_study|case_studies
        history of
        at university|uni
        in the 50s|60s|70s|80s|90s|1950s|1960s|1970s|1980s|1990s|noughties|war
        old|spent|historic conviction|convictions|injury|injuries|incident
        when he|she|they|mum|dad|i was|were ..1 NUMBER
        return ..2 interview|interviews
        previous|rapid|practice|serious|earlier|local|national review|reviews
        looked at a
        review|reviews
        in YEAR
        review|report|inquiry|lessons|learning|case|scr|lcspr|cspr|court|inquest|study ..1 found|heard|identified|says|said|describes|told|where|about|concluded
        review|report where|about|into|of|that|when|found|say
        js case
        learning from|about|points
        convicted|conviction|convictions|prosecuted|acquitted
        case ..2 was|is|been|got ..1 closed|shut
        now ..1 grown|adult|an_adult|safe|45|30|40|50
        is|are|been ..1 safe now
        not for years
        previous overdose|suicide|self|injuries|abuse|violence|injury|assault|attempt|missing|episode|episodes|domestic|attempts|allegations|allegation|incidents|incident
        """,
        {**_LISTS},
    )
)

_QUESTION = Finder(
    read_patterns(
        """
        what|where|which ..4 PAPER
        what is the process|procedure|protocol
        is|are there a|any ..2 PAPER
        lado matter|threshold|referral
        """,
        _LISTS,
    )
)
_AFTERWARDS = Finder(read_patterns("PAPER|training|awareness\nmeaning|definition|mean|means", _LISTS))
_PRESENT = Finder(
    read_patterns(
        """
        NOW
        again|still|every_day|every_night|keeps
        """,
        _LISTS,
    )
)
_ONE_CHILD = Finder(
    read_patterns(
        """
        ONE HAVING
        have|has|got ..1 a|another ..2 child|pupil|girl|boy|baby|kid|young_person|student|toddler
        AGED
        there is a ..2 child|baby|boy|girl|man|knife|fire|kid|toddler|pupil
        """,
        {**_LISTS},
    )
)


def frame_words() -> frozenset[str]:
    """Every word that frames, figures of speech and denials are made of."""
    finders = (_TAKEN_OUT, _QUESTION, _FRAMES_BEFORE, _FRAMES_GENERAL, _PAST, _AFTERWARDS, _PRESENT, _ONE_CHILD)
    return frozenset().union(*(finder.words for finder in finders))


def without_mentions(words: list[str]) -> list[str]:
    """The words, with a dot in the place of each that belongs to a figure of speech or to something denied."""
    left = list(words)
    for _, (start, end) in _TAKEN_OUT.find(words):
        left[start:end] = ["·"] * (end - start)
    return left


class Frames:
    """The frames of one message, found when they are first asked for."""

    def __init__(self, words: list[str], sentences: list[int]) -> None:
        self._sentences = sentences
        self._before = _ends(_FRAMES_BEFORE, words, sentences)
        self._general = _ends(_FRAMES_GENERAL, words, sentences)
        self._past = _ends(_PAST, words)
        self._after = _ends(_AFTERWARDS, words)
        self._question = _ends(_QUESTION, words)
        self._present = _ends(_PRESENT, words)
        self._one = [
            place for place in _ends(_ONE_CHILD, words) if words[max(0, place[0] - 1)] not in ("a", "an", "any")
        ]

    def spare(self, place: Place) -> bool:
        """Whether what was found at this place is only a mention."""
        if self._within(self._present, place):
            return False
        if self._within(self._past, place):
            return True
        governed = (
            self._governs(self._before, place)
            or self._governs(self._general, place)
            or self._follows(place)
            or self._within(self._question, place)
        )
        return governed and not self._within(self._one, place)

    def _within(self, frames: list[Place], place: Place) -> bool:
        return any(self._same(frame, place) for frame in _around(frames, place))

    def _governs(self, frames: list[Place], place: Place) -> bool:
        return any(frame[0] <= place[0] + 1 and self._same(frame, place) for frame in _around(frames, place))

    def _follows(self, place: Place) -> bool:
        near = _around(self._after, place)
        return any(place[1] <= frame[0] <= place[1] + _AFTER and self._same(frame, place) for frame in near)

    def _same(self, frame: Place, place: Place) -> bool:
        first, last = self._sentences[place[0]], self._sentences[place[1] - 1]
        return first <= self._sentences[frame[0]] <= last or first <= self._sentences[frame[1] - 1] <= last


def _ends(finder: Finder, words: list[str], sentences: list[int] | None = None) -> list[Place]:
    return sorted({place for _, place in finder.find(words, sentences)})


def _around(frames: list[Place], place: Place) -> list[Place]:
    """The frames, in order of their beginnings, that begin within reach of a place."""
    return frames[bisect_left(frames, (place[0] - _BEFORE, 0)) : bisect_left(frames, (place[1] + _BEFORE, 0))]
