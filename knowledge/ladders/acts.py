"""Who does what in a sentence: its subjects with their verbs, the people an act is done to, and who must meet a limit."""

# ruff: noqa: SIM905 - a list of words reads best as words

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from knowledge.ladders.roles import Role, roles

_RAISING = (
    "contact raise discuss speak talk ring phone telephone call email e-mail write tell inform notify brief ask refer escalate "
    "take bring put place send submit report approach consult alert meet liaise confer convene pass involve request challenge "
    "explain seek invite forward present go"
).split()
_DOING = (
    "respond reply answer consider review decide acknowledge attempt provide confirm give have hold chair settle mediate record "
    "note look sit rule return share feed follow try aim act get hear conclude make ensure check set complete arrange agree "
    "resolve determine fill log conduct reach let uphold examine read work"
).split()


def _inflected(verb: str) -> str:
    stem = f"{verb[:-1]}(?:y|ies)" if verb.endswith("fy") or verb in ("reply", "try") else f"{verb}(?:e?s)?"
    return "ha(?:s|ve)" if verb == "have" else stem


_RAISING_VERB = rf"(?:{'|'.join(map(_inflected, _RAISING))})"
_VERB = rf"(?:{'|'.join(map(_inflected, [*_RAISING, *_DOING]))})"
_MODAL = r"(?:must|should|shall|will|may|can|would|could|(?:is|are|needs?|has|have|ought)\s+to)"
_OFTEN = r"(?:first|then|also|both|each|now|next|either|together|therefore|jointly|always|in\s+turn|\w+ly)"
_ADVERB = rf"(?:{_OFTEN},?\s+|,\s+)*"
_AFTER_ROLE = r"(?:\s+(?:in|at|of|for|from|within|on|with)\s+(?:[\w’'-]+\s+){0,5}?[\w’'-]+|\s*\([^)]*\)|\s+(?:who|that)\s+[^,.;]{3,60}?|,[^,]{1,60},|\s+(?:concerned|responsible|involved))?(?<!\bthe)(?<!\btheir)(?<!\bits)(?<!\ba)(?<!\ban)(?<!\bof)"
_DOES = rf"(?:{_MODAL}\s+{_ADVERB}(?!(?:not|be|{_OFTEN})\b)(?P<told>\w[\w-]*)|(?!(?:has|have)\s+(?:not\s+)?(?:been|\w+(?:ed|en))\b)(?P<does>{_VERB})\b)"
_IS_SUBJECT = re.compile(rf"{_AFTER_ROLE}\s*{_ADVERB}{_DOES}", re.IGNORECASE)
_IS_ANTECEDENT = re.compile(rf",?\s+who\s+{_ADVERB}{_DOES}", re.IGNORECASE)
_RAISES = re.compile(_RAISING_VERB, re.IGNORECASE)
_DETERMINERS = r"(?:(?:the|their|his|her|a|an|its|your|our|relevant|appropriate|other|opposite|both|own|same|each|either|another|this|that|all)\s+)*(?:(?:other\s+)?(?:agency|organisation)['’]s\s+)?"
_TO_WHOM = re.compile(
    rf"\b(?:to|with|between|before|via|(?:contact|inform|notif|involv|approach|ask|consult|alert|brief|e-?mail|phone|telephone|call|ring|tell)\w*)\s+{_DETERMINERS}$",
    re.IGNORECASE,
)
_IS_TOLD = re.compile(
    rf"{_AFTER_ROLE}\s+(?:(?:is|are)|(?:must|should|shall|will|may|can)(?:\s+also)?\s+be)\s+(?:\w+ly\s+)?(?:told|informed|notified|asked|contacted|alerted|consulted|involved|briefed|approached)\b",
    re.IGNORECASE,
)
_AGENT = re.compile(r"\bby\s+(?:(?:the|their|a|an|both|each|your)\s+)*$", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:,|,?\s+(?:and|or))\s+(?:(?:the|their|a|an|your)\s+)?", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"^\W*(?:if|where|when|whenever|should|once|unless|failing|after|following|until|as\s+soon\s+as|in\s+(?:the\s+event|cases?|situations?))\b[^,]*,\s+",
    re.IGNORECASE,
)
_NEW_SUBJECT = re.compile(
    r"(?:\b(?:and|but)|,)\s+(?:the|an?|their|any|all|this)\s+(?:[\w’'-]+\s+){1,4}?(?:(?:is|are)|(?:must|should|will|shall|may)\s+be)\s+\w+",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"^\W*(?:the|a|an|any|their|its|this)?\s*(?:written\s+|final\s+)?(?:outcomes?|minutes|notes?|decisions?|results?|records?|letters?|cop(?:y|ies)|findings)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(rf"(?:they|he|she)\s+{_ADVERB}{_DOES}", re.IGNORECASE)
_NOT_SATISFIED = re.compile(
    r"\s+(?:cannot|can\s+not|can[’']t|do(?:es)?\s*(?:not|n[’']t)|still|remains?|(?:is|are)\s+(?:still\s+)?(?:not|un\w+|dis\w+|worried|concerned))\b",
    re.IGNORECASE,
)
_EVERYBODY = re.compile(r"\b(?:all|every)\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE)
_BEGINS_WITH_LIMIT = re.compile(r"\W*(?:\w+ly,?\s+)?(?:within|by|no later|not later|in)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody who does something: `role` with the verb that ends at `end`; `raises` where it passes the matter to somebody."""

    role: Role
    end: int
    raises: bool
    relative: bool = False  # in a clause of its own: "..., who will reply"


def actor_of(sentence: str, at: int) -> str:
    """Who must act within the limit at `at`, "" where the sentence does not say."""
    start = max((match.end() for match in re.finditer(r"[;:]\s", sentence[:at])), default=0)
    done = [act for act in acts(sentence) if start <= act.role.start and act.end <= at]
    if done and not _NEW_SUBJECT.search(sentence[done[-1].end : at]):
        return done[-1].role.words
    end = next((at + match.start() for match in re.finditer(r"[;.]\s", sentence[at:])), len(sentence))
    agents = [role for role in roles(sentence) if start <= role.start < end and _AGENT.search(sentence[: role.start])]
    if agents:
        return agents[0].words
    later = [act for act in acts(sentence) if at <= act.role.start < end]
    return later[0].role.words if later and _BEGINS_WITH_LIMIT.match(sentence) else ""


def raisers(sentence: str) -> tuple[Act, ...]:
    """The acts of the main clause, those that pass the matter to somebody first."""
    main = _main(sentence)
    done = [act for act in acts(sentence) if act.role.start >= main and not act.relative]
    return tuple(sorted(done, key=lambda act: not act.raises)) or tuple(_unsatisfied(sentence, main))


def _unsatisfied(sentence: str, main: int) -> Iterator[Act]:
    """ "If practitioners cannot settle it, they tell their line managers": the pronoun stands for who is not satisfied."""
    if pronoun := _PRONOUN.match(sentence[main:]):
        for role in roles(sentence[:main]):
            if _NOT_SATISFIED.match(sentence[role.end :]):
                yield Act(role, main + pronoun.end(), raises=True)
                return


def told_to(sentence: str, by: Act | None) -> str:
    """Who the matter is passed to in the main clause, "" where it does not say or only passes on the result."""
    if _RESULT.match(sentence):
        return ""
    start, end = _main(sentence), next((match.start() for match in re.finditer(r";\s", sentence)), len(sentence))
    people = [role for role in roles(sentence) if start <= role.start < end and role is not (by and by.role)]
    told = next((role for role in people if _IS_TOLD.match(sentence[role.end :])), None)
    after = by.end if by else start
    given = (role for role in people if role.start >= after and _is_given(role, sentence))
    to = next(given, told)
    return to.words if to else ""


def only_role(sentence: str) -> str:
    """The role that is all a sentence says ("The person who made the decision."), "" where it says more or names none."""
    articles = ("", "the", "your", "their", "a", "an")
    rest = ((role, (sentence[: role.start] + sentence[role.end :]).strip(" .:").lower()) for role in roles(sentence))
    return next((role.words for role, said in rest if said in articles), "")


def agent_of(sentence: str) -> str:
    """Whom "by the ..." names as the one who acts, "" where nobody is named so."""
    return next((role.words for role in roles(sentence) if _AGENT.search(sentence[: role.start])), "")


def _main(sentence: str) -> int:
    """Where the main clause begins."""
    clause = _SUBORDINATE.match(sentence)
    return clause.end() if clause else 0


def _is_given(role: Role, sentence: str) -> bool:
    before = sentence[: role.start]
    return bool(_TO_WHOM.search(before)) and not _EVERYBODY.search(before)


@lru_cache(maxsize=4096)
def acts(sentence: str) -> tuple[Act, ...]:
    """The acts of a sentence in printed order."""
    return tuple(_acts(sentence))


def _acts(sentence: str) -> Iterator[Act]:
    reached = 0
    for group in _joined(roles(sentence), sentence):
        first, last = group[0], group[-1]
        if first.start < reached:
            continue  # it only says of which service the subject is: "the managers of both services"
        rest = sentence[last.end :]
        found = _IS_SUBJECT.match(rest)
        relative = _IS_ANTECEDENT.match(rest) if found is None or _TO_WHOM.search(sentence[: first.start]) else None
        match = relative or found
        if match is None or (_AGENT.search(sentence[: first.start]) and not relative):
            continue
        role = last if relative else Role(sentence[first.start : last.end], first.start, last.end)
        verb = match["told"] or match["does"]
        reached = last.end + match.end()
        yield Act(role, reached, bool(_RAISES.fullmatch(verb)), bool(relative))


def _joined(found: Sequence[Role], sentence: str) -> Iterator[list[Role]]:
    """Roles that stand together as one subject: "the Named Nurse, Named Midwife or Named Doctor"."""
    group = list(found[:1])
    for one, other in pairwise(found):
        if _JOINED.fullmatch(sentence[one.end : other.start]):
            group.append(other)
        else:
            yield group
            group = [other]
    if group:
        yield group
