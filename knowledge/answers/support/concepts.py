"""What a question asks about, word by word: each telling word with everything that it may stand for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from knowledge.index.words import STOP_WORDS, stems, words
from knowledge.questions import Expansion, Query, Repair

# Words by which people ask, hedge, greet and hurry. They say nothing about the topic, so no passage need hold them.
_ASKING = frozenset(
    """
    what whats wot wots wat which who whos whom whose when where why how hows can could should shd shud would wd will may might
    must do does did doing done need needs needed want wants get gets getting got go goes going please pls plz thanks thx hi
    hello hey help helping just really actually honestly bit still even ever yet again also too very so now then there here any
    anyone anybody anything some someone something somebody somewhere one ones thing things stuff way ways lot lots kind sort
    sorts know knows tell tells told say says said saying mean means meant think thinks thought feel feels want like look looks
    looking see use using used make makes made take takes took give gives given give bring brings put keep keeps let lets
    happen happens happened next first about abt re regarding around between with without from into out up down off on over
    after before by of for at to in am pm not no yes ok okay if or but because cos although however right wrong exactly
    quickly quick soon long many much often far okay isnt dont doesnt wont cant didnt havent hasnt shouldnt couldnt wouldnt mustnt arent wasnt werent hadnt neednt
    having thats im ive id youre theyre hes
    shes its thats theres were r u ur w n b4 me us them those these this that today tonight tomorrow yesterday morning
    monday tuesday wednesday thursday friday saturday sunday everyone everybody nobody myself yourself themselves maximum
    minimum max min apply applies supposed allowed ok able remind explain describe steps step process procedure policy
    guidance manual page chapter section advice information info details question questions answer answers number email phone
    wo ca whether all though although whole nobody honestly strongly totally anyway already always never since while during meanwhile since given
    telephone tel ring call contact line helpline hours deadline timescale timescales definition define stand stands no none asked ask told urgent
    """.split()  # noqa: SIM905  # a list of one word a line would hide what is in it
)
# Everyday words and shorthand for what manuals call otherwise. Any one of the words on the right will do.
_EVERYDAY = {
    word: tuple(meant.split())
    for words_, meant in (
        ("kid kids kiddo kiddie youngster bairn lad lads lass boy boys girl girls", "child children pupil young"),
        ("mum mums mam mummy mom", "mother mothers parent parents"),
        ("dad dads daddy stepdad", "father fathers parent parents"),
        ("teen teens teenager teenagers adolescent adolescents", "young child children"),
        ("toddler toddlers infant infants newborn", "baby babies toddlers child"),
        ("gran nan granny grandma grandad grandparent grandparents", "relatives grandparents grandmother family"),
        ("permission", "agreement consent agree permission"),
        ("last lasts lasting", "last finish finished end ends complete completed"),
        ("moan moans moaning grumble grumbles whinge", "complain complaint unhappy"),
        ("jump skip bypass", "leave skip straight start"),
        ("caretaker cleaner coach tutor ta volunteer governor", "worker staff works employee adult"),
        ("letter letters", "letter write written"),
        ("same equal equivalent", "same equal equivalent"),
        ("quiet silent silence", "quiet silent silence stop"),
        ("second twice", "second two twice"),
        ("third thrice", "third three"),
        ("example examples", "example examples include may look"),
        ("phone telephone call", "telephone spoken device verbal"),
        ("wk wks", "week weeks"),
        ("hr hrs", "hour hours"),
        ("mgr mgrs", "manager managers"),
        ("appt appts appointment", "appointment appointments visit"),
        ("soc", "social"),
        ("conf confs", "conference conferences"),
        ("strat", "strategy"),
        ("sig", "significant"),
        ("elderly", "adult adults older"),
        ("tel", "telephone"),
        ("grp grps", "group groups"),
        ("pic pics pics photo photos photograph", "photograph photographs pictures picture image"),
        ("doc docs", "document documents doctor"),
        ("teacher teachers", "teacher teachers school staff"),
        ("hit hits hitting smacked slapped punched", "violence injury harm hurt injured abuse"),
        ("mobile", "telephone device"),
        ("whatsapp", "messaging app"),
        ("cops copper", "police"),
        (
            "reply replies replied respond responds responded response",
            "acknowledge acknowledgement decide decision answer tell reply response respond",
        ),
        ("decide decides decided decision", "decide decision agree outcome"),
    )
    for word in words_.split()
}
_FIGURES = {
    word: str(number)
    for number, word in enumerate("zero one two three four five six seven eight nine ten".split())  # noqa: SIM905
}
_COUNTED_IN = frozenset(
    """minute minutes min mins hour hours hr hrs day days week weeks wk wks month months year years yr yrs yo am pm times time
    year-old old o clock oclock""".split()  # noqa: SIM905
)
_NUMBERED = frozenset(
    ["stage", "step", "level", "tier", "section", "part", "phase", "rule", "box", "annex", "appendix", "form"]
)
_LONG = 9  # letters from which two slips are believed
_MOSTLY = 0.6  # of a meaning's words; a passage that holds these holds the meaning


@dataclass(frozen=True, slots=True)
class Concept:
    """A telling word of a question. `stem` is its own; `meanings` are the stems of what it may stand for, each a set."""

    word: str
    stem: str
    meanings: tuple[frozenset[str], ...] = ()

    def held_by(self, held: frozenset[str]) -> bool:
        """Whether a text with these stems speaks of it, in its own word or in one that it stands for."""
        if self.stem in held:
            return True
        return any(len(meaning & held) >= _MOSTLY * len(meaning) for meaning in self.meanings if meaning)

    def known_to(self, vocabulary: Iterable[str]) -> bool:
        """Whether the manual uses the word, or all words of something it may stand for."""
        known = vocabulary if isinstance(vocabulary, frozenset | set | dict) else frozenset(vocabulary)
        return self.stem in known or any(all(stem in known for stem in meaning) for meaning in self.meanings if meaning)


def concepts(query: Query, asking: frozenset[str] = frozenset()) -> tuple[Concept, ...]:
    """The telling words of a prepared question, slips mended, each once. `asking` are further stems to leave out."""
    mended = {repair.typed: repair.read_as for repair in query.repairs if _believed(repair)}
    typed = [word for one in words(query.asked) for word in words(one if _only_asks(one) else mended.get(one, one))]
    meanings = dict(_meanings(typed, query.expansions))
    found: dict[str, Concept] = {}
    for at, word in enumerate(typed):
        stem = next(iter(stems([word])), "")
        meant = (
            *meanings.get(at, ()),
            *(frozenset(stems([one])) for one in (*_EVERYDAY.get(word, ()), *_figure(word))),
        )
        if not stem or stem in asking or (not meant and _only_asks(word)) or _loose_figure(typed, at):
            continue
        found.setdefault(stem, Concept(word, stem, meant))
    return tuple(found.values())


def carried(query: Query) -> tuple[Concept, ...]:
    """The telling words that a question without any leans on: those that were said before it."""
    return tuple(Concept(term, term) for term in query.terms if not _only_asks(term))


def _only_asks(word: str) -> bool:
    return word in _ASKING or word in STOP_WORDS or (len(word) == 1 and not word.isdigit())


def _believed(repair: Repair) -> bool:
    """Whether a repair is sure enough to answer on. The search may read "measles" as "meals"; an answer may not."""
    slips = OSA.distance(repair.typed, repair.read_as)
    return slips == 1 or len(repair.typed) >= _LONG


def _loose_figure(typed: Sequence[str], at: int) -> bool:
    """Whether a word is a figure that names nothing: "3 days ago", but not "stage 3", nor "ring 3" where a manual has rings."""
    if not typed[at].isdigit():
        return False
    before = typed[at - 1] if at else ""
    after = typed[at + 1] if at + 1 < len(typed) else ""
    names = before in _NUMBERED or (before.isalpha() and not _only_asks(before) and len(typed[at]) == 1)
    return not names or after in _COUNTED_IN


def _figure(word: str) -> tuple[str, ...]:
    """The figure for a number in words, the word for a figure: "tier four" is tier 4."""
    return tuple(
        other for name, figure in _FIGURES.items() for one, other in ((name, figure), (figure, name)) if word == one
    )


def _meanings(
    typed: Sequence[str], expansions: Iterable[Expansion]
) -> Iterator[tuple[int, tuple[frozenset[str], ...]]]:
    """For each place of the typed words what it may stand for there, as sets of stems."""
    found: dict[int, list[frozenset[str]]] = {}
    for expansion in expansions:
        phrase = words(expansion.typed)
        meant = [frozenset(stems(words(one))) for one in (*expansion.meant, *expansion.alike)]
        for start in _starts(typed, phrase):
            for at in range(start, start + len(phrase)):
                found.setdefault(at, []).extend(meant)
    for at, sets in found.items():
        yield at, tuple(dict.fromkeys(sets))


def _starts(typed: Sequence[str], phrase: Sequence[str]) -> Iterator[int]:
    for start in range(len(typed) - len(phrase) + 1):
        if phrase and all(_same(typed[start + at], word) for at, word in enumerate(phrase)):
            yield start


def _same(typed: str, word: str) -> bool:
    """Whether a typed word is this one, or a plural or verb of a short form: "TAFs", "nfad"."""
    return typed == word or bool(re.fullmatch(rf"{re.escape(word)}(?:s|d|ed)", typed))
