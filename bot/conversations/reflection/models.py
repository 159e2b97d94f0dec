"""The models that a supervisor may reflect by: their parts in order, and what questions of each part are like.

The cycle of experience, reflection, analysis and action is Kolb's, as Morrison's 4x4x4 supervision model uses it; the
columns are those of Signs of Safety. A printed heading that names a part decides for the questions under it; else the
questions of our own that stand for each part decide, by nearness of meaning.
"""

import re
from dataclasses import dataclass

from bot import phrases


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a model: its heading, the words by which a printed heading names it, those that speak for it in a
    question, and questions that are like it. `lead` is by how much a question must come nearer to it than to any other."""

    heading: str
    named: re.Pattern[str]
    cues: re.Pattern[str]
    like: tuple[str, ...]
    lead: float = 0.0


@dataclass(frozen=True, slots=True)
class Model:
    """A way to reflect. `key` stands in the command that chooses it; `signs` is the part that warning signs go to."""

    key: str
    name: str
    parts: tuple[Part, ...]
    signs: str


CYCLE = Model(
    "cycle",
    phrases.REFLECT_CYCLE,
    (
        Part(
            phrases.REFLECT_EXPERIENCE,
            re.compile(r"\bexperienc|\bwhat happened|\bobserv", re.I),
            re.compile(
                r"\b(?:happened|saw|see|seen|said|say when|told (?:you|us|me)|where did|what time|how (?:many|often)|visit(?:ed)? last|last (?:visit|contact|met|saw))\b",
                re.I,
            ),
            (
                "What happened on the visit?",
                "What did you see and hear?",
                "Who was there, and what did they say?",
                "When did you last see the child alone?",
                "What has been done so far, and by whom?",
                "Which meetings or visits were missed or cancelled?",
                "What did the child tell you?",
                "What was difficult in working with this family?",
                "What is the history of the case?",
                "How often have you visited?",
                "What got in the way inside your agency?",
                "What did you find out about the child's wishes?",
            ),
        ),
        Part(
            phrases.REFLECT_REFLECTION,
            re.compile(r"\breflection\b(?!\s+(?:questions|tool|sheet))|\bfeel|\bwhat was it like", re.I),
            re.compile(
                r"\b(?:feel\w*|felt|comfortable|uncomfortable|uneas\w*|anxious|afraid|scared|frighten(?:ed|s you)|gut|assum\w+|take for granted|believe|values|prejudic\w*|bias\w*|remind\w*|surpris\w*|upset|affect(?:ed|s)? you|through your mind|hold back|held back|rather not|too hopeful|hard to challenge|avoid\w*)\b",
                re.I,
            ),
            (
                "What did you feel, and where does that come from?",
                "What makes you uncomfortable about this case?",
                "What worries you most?",
                "What do you take for granted about this family?",
                "Who do you find difficult to challenge?",
                "What are your own values and prejudices here?",
                "What have you been afraid to ask?",
                "Did you feel frightened, angry or sad?",
                "What does this case stir up in you?",
                "How do you get on with the parents?",
                "What do you keep thinking about after work?",
            ),
        ),
        Part(
            phrases.REFLECT_ANALYSIS,
            re.compile(r"\banaly|\bmake of it|\bwhat does it mean|\bunderstanding", re.I),
            re.compile(
                r"\b(?:mean\w*|explain\w*|explanation|evidence|pattern|likel\w+|serious|risks?|why (?:do|does|did|is|are)|not know|still unknown|gap|protects?|difference|repeat\w*)\b",
                re.I,
            ),
            (
                "What does this mean for the child?",
                "What is the child's daily life like?",
                "What other explanation is there?",
                "What pattern does the chronology show?",
                "What is the risk, and what protects the child?",
                "What do we not know yet?",
                "What has changed for the child, and what has not?",
                "What evidence supports your view, and what speaks against it?",
                "Why does this keep happening?",
                "What are the lessons of this?",
                "How likely is harm, and how bad would it be?",
                "What is working, and how do we know?",
            ),
        ),
        Part(
            phrases.REFLECT_ACTION,
            re.compile(r"\baction|\bplan(?:ning|s)?\b|\bnext\b|\bwhat now", re.I),
            re.compile(
                r"\b(?:(?:who|what|when|where|how) (?:will|must|should|do we)|by when|by (?:what|which) date|next|plan if|(?:to|we) do\b|needs? to happen|escalat\w+|must be (?:told|done)|should we|should the case|is it time|differently|from (?:me|your manager))\b",
                re.I,
            ),
            (
                "What needs to happen next?",
                "Who will do it, and by when?",
                "Should we escalate?",
                "What will you do if it is refused?",
                "What would you do differently?",
                "Who needs to know about this?",
                "What do you need from your manager?",
                "When do we review this?",
                "What must be recorded, and where?",
                "What has to change before we can close the case?",
            ),
        ),
    ),
    signs=phrases.REFLECT_EXPERIENCE,
)
COLUMNS = Model(
    "columns",
    phrases.REFLECT_COLUMNS,
    (
        Part(
            phrases.REFLECT_WORRIED,
            re.compile(r"\bworr|\bconcern|\brisk|\bharm|\bdanger", re.I),
            re.compile(
                r"\b(?:worr\w+|risks?|harm\w*|hurt|danger\w*|frighten\w*|afraid|uneas\w*|missed|cancel\w+|not know|wrong|gap|hard to|serious)\b",
                re.I,
            ),
            (
                "What are you worried about?",
                "What harm has the child come to?",
                "What makes things complicated or hard?",
                "What is hard in working with this family?",
                "What got in the way inside your agency?",
                "What did you feel afterwards, and what does that say?",
                "What do we not know?",
                "What has gone wrong so far?",
                "Which warning signs are there?",
                "What makes you uneasy?",
                "What keeps happening, and when does it get worse?",
                "Which visits were cancelled or missed?",
                "What could happen to the child if nothing changes?",
                "What frightens the child?",
                "Who is hard to challenge?",
            ),
        ),
        Part(
            phrases.REFLECT_WELL,
            re.compile(r"\bworking well|\bgoing well|\bstrength|\bprotect|\bsafety\b", re.I),
            re.compile(
                r"\b(?:well|strengths?|protects?|safe|worked|helped|useful|proud|better|manage to|good|relied on|rely on)\b",
                re.I,
            ),
            (
                "What is working well?",
                "What are the family's strengths?",
                "Who keeps the child safe?",
                "Who does the child turn to when upset?",
                "What has got better for the child?",
                "Which help made a difference?",
                "What is a good day like for the child?",
                "When were things better, and what was different then?",
                "What do the parents do well?",
                "What did you do that helped?",
            ),
            lead=0.05,  # of a cosine: false comfort is worse than an empty column
        ),
        Part(
            phrases.REFLECT_NEEDS,
            re.compile(r"\bneeds? to happen|\baction|\bnext\b|\bplan(?:ning|s)?\b|\bgoal", re.I),
            re.compile(
                r"\b(?:(?:who|what|when|where|how) (?:will|must|should|do we)|by when|by (?:what|which) date|next|plan if|(?:to|we) do\b|needs? to happen|escalat\w+|must be (?:told|done)|should we|should the case|is it time|differently|have to be|goes into)\b",
                re.I,
            ),
            (
                "What needs to happen?",
                "Who will do what, and by when?",
                "Should we escalate?",
                "What would you do differently?",
                "What has to change for the child to be safe enough?",
                "Who else must be told?",
                "What is the next step?",
                "What do you need to get this done?",
                "When do we look at it again?",
                "What must be written down?",
            ),
        ),
    ),
    signs=phrases.REFLECT_WORRIED,
)
MODELS = (CYCLE, COLUMNS)
