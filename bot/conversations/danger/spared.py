"""What only mentions danger: questions about words and procedures, general cases, the past, what was denied, figures of speech.

Figures of speech and denials are taken out before the rules are asked. A question's frame spares what it governs in the
same sentence, and only where nothing in it speaks of one child and the present.
"""

from bisect import bisect_left

from bot.conversations.danger.figures import TAKEN_OUT
from bot.conversations.danger.mentioned import MENTIONED
from bot.conversations.danger.patterns import Finder, Place, read_patterns

_BEFORE = 16  # words between a frame and what it governs
_AFTER = 3

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
        escalation|criteria|rules|exceptions if|when|where|for
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
        MENTIONED,
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
        ^ can|may|must|could|should a|the|our|any school|nursery|college|setting|teacher|worker|social_worker|practitioner|foster_carer|childminder
        """,
        MENTIONED,
    )
)

_PAST = Finder(
    read_patterns(
        """
        years|year|months|decade|decades ago
        last|previous|past year|term|academic_year|summer|autumn|spring|month|decade
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
        in MONTH & discharged|returned|resolved|closed|dealt_with|came_back|come_back ~10
        re_integration|reintegration meeting|plan|timetable|programme
        and|was|been|already|now dealt_with|sorted|resolved
        found|returned|turned_up|came_back|come_back|got_back|brought_back ..2 safe|safely|well|unharmed|fine|ok
        previous overdose|suicide|self|injuries|abuse|violence|injury|assault|attempt|missing|episode|episodes|domestic|attempts|allegations|allegation|incidents|incident
        """,
        MENTIONED,
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
        MENTIONED,
    )
)
_AFTERWARDS = Finder(
    read_patterns(
        "PAPER|training|awareness\nmeaning|definition|mean|means\nis|was it|that|this ..1 illegal|legal|lawful|allowed|an_offence|a_crime",
        MENTIONED,
    )
)
_PRESENT = Finder(
    read_patterns(
        """
        NOW
        again|still|every_day|every_night|keeps
        there is ..1 fire
        crowd|neighbours|people|everyone|everybody is|are ..1 filming|watching|gathering|shouting
        """,
        MENTIONED,
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
        MENTIONED,
    )
)


def frame_words() -> frozenset[str]:
    """Every word that frames, figures of speech and denials are made of."""
    finders = (TAKEN_OUT, _QUESTION, _FRAMES_BEFORE, _FRAMES_GENERAL, _PAST, _AFTERWARDS, _PRESENT, _ONE_CHILD)
    return frozenset().union(*(finder.words for finder in finders))


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
