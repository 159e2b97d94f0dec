"""Ladders whose stages bear no label: headings, list items or sentences that climb from practitioner to partnership."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.ladders.contents import draft_of, is_general
from knowledge.ladders.drafts import Draft, Piece, Sketch
from knowledge.ladders.durations import durations
from knowledge.ladders.heads import Form, Head, split_name
from knowledge.ladders.labels import Label
from knowledge.ladders.lines import Kind, Line
from knowledge.ladders.roles import rank, roles
from knowledge.ladders.sentences import sentences
from knowledge.ladders.topics import escalation_words

_FEWEST = 2

_SUBJECT = (
    r"(?:this|that|it|which|the\s+(?:\w+\s+){0,3}(?:matter|issue|disagreement|concern|dispute|difference|problem|conflict|discussion|contact|approach|meeting|outcome|response|reply|decision|concerns|issues|differences|worker|practitioner|professional|manager|managers|parties|agency|agencies|referrer|professionals)|"
    r"(?:\w+\s+){0,2}(?:agreement|resolution|consensus|progress|discussions?|differences?|concerns?|matters?|disagreements?|response|reply)|an?\s+(?:\w+\s+)?(?:agreement|resolution|response|concern|reply)|they|you|he|she|either|both|neither|professionals|managers|practitioners)"
)
_FAILURE = (
    r"(?:not|n[o’']t|cannot|unresolved|unsuccessful|remains?|still|fails?|failed|failing|unable|no\s+(?:agreement|resolution|response|reply|progress|consensus|satisf\w+)|persists?|dissatisfied|unsatisf\w+|"
    r"unsatisfied|without\s+(?:success|agreement|resolution)|continues?|deadlock|impasse|inadequate|unhappy|insufficient)"
)
_UNRESOLVED = re.compile(
    rf"^\W*(?:(?:however|then|next|finally|lastly|in\s+turn|at\s+this\s+point|equally),?\s+)?(?:(?:if|where|when|should|in\s+the\s+event\s+(?:that|of)|once|unless|in\s+(?:cases|situations)\s+where)\s+(?:after\s+[^,]{{1,60}},\s*)?(?:[^,.;]{{0,80}},\s+(?:and|but|or)\s+)?(?:{_SUBJECT}\s+)?[^,.;]{{0,80}}?\b{_FAILURE}\b|"
    rf"failing\s+(?:this|that|which|agreement|resolution)|(?:if|when|where)\s+(?:still\s+|it\s+(?:is|remains)\s+)?unresolved|unresolved\s+\w+|matters?\s+(?:still\s+)?unresolved|(?:if\s+)?(?:there\s+is\s+)?(?:still\s+)?no\s+(?:agreement|resolution|response|consensus)|"
    r"in\s+the\s+absence\s+of|as\s+a\s+(?:last|final)\s+resort|ultimately\b|(?:any|all)\s+(?:\w+\s+)?(?:matter|issue|disagreement|dispute|concern)s?\s+(?:still|that\s+remains?|which\s+remains?|not|remaining))",
    re.IGNORECASE,
)
_NOT_THERE = re.compile(
    r"\b(?:not\s+(?:available|at\s+work|on\s+duty|in\s+work|contactable)|absent|on\s+leave|unavailable|cannot\s+be\s+(?:contacted|reached\s+by))\b",
    re.IGNORECASE,
)
_IN_TURN = re.compile(
    r"^\W*(?:first(?:ly)?|to\s+begin\s+with|in\s+the\s+first\s+(?:instance|place)|initially|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|next|then|after\s+that|thereafter|subsequently|finally|lastly|the\s+(?:next|final|last|second|third|fourth|fifth)\s+(?:stage|step)\s+(?:is|would))\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:in\s+the\s+first\s+(?:instance|place)|initial(?:ly)?|first(?:ly)?|to\s+begin\s+with|informal(?:ly)?|direct(?:ly)?\s+(?:to|with)|between\s+themselves)\b",
    re.IGNORECASE,
)
_RAISES = re.compile(
    r"\b(?:ring\w*|phone\w*|telephone\w*|call\w*|e-?mail\w*|discuss\w*|speak\w*|talk\w*|contact\w*|rais\w+|approach\w*|resolv\w+|refer\w*|escalat\w+|inform\w*|notif\w+|report\w*|consult\w*|involv\w+|conven\w+|meet\w*|challeng\w+|ask\w*|write\w*|tak\w+\s+(?:it|the|this)|taken|brought|alert\w*|pass\w*|mediat\w+|decid\w+|decision|arbitrat\w+|liais\w+|tell\w*|negotiat\w+|seek\w*)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:must|should|shall|will|may|can|(?:is|are|needs?|has|have)\s+to|ought|would)\b|^\W*(?:first(?:ly)?,?\s+|initially,?\s+)?(?:speak|talk|contact|raise|discuss|tell|ask|inform|escalate|refer|involve|take|try|arrange|ring|phone|call|telephone|e-?mail|pick|go)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence and where it stands: the position of its line, and its own place in that line."""

    text: str
    line: Line
    at: int
    order: int


_MATTER = re.compile(
    r"\b(?:agree\w*|dis-?agree\w*|resol\w+|un-?resolved|settl\w+|disput\w+|concern\w*|worr(?:y|ied|ies)|satisf\w+|dissatisf\w+|respon[ds]\w*|repl(?:y|ies)|accept\w*|answer\w*|unhappy|consensus|differences?|matters?|issues?|"
    r"progress|resort|discussions?|unsuccessful|success\w*|deadlock|impasse|fail\w*|challenge)\b|\b(?:this|that|it|which)\s+(?:does|did|has|is)\s*(?:not|n[’']t)\b",
    re.IGNORECASE,
)
_CROSS_REFERENCE = re.compile(
    r"\b(?:use|see|follow|apply|invoke|refer\s+to|go\s+to|under)\s+(?:the\s+)?[^.;]{0,60}\b(?:procedures?|policy|policies|protocol|chapter|guidance|escalation\)?)\W*(?:$|[.,;])",
    re.IGNORECASE,
)


def is_transition(sentence: str) -> bool:
    """Whether a sentence says that what went before did not settle the matter, and what is done then. One that only
    sends the reader to another procedure is none."""
    matched = _UNRESOLVED.match(sentence)
    if not matched or _NOT_THERE.search(sentence) or not _MATTER.search(re.split(r",\s", sentence)[0]):
        return False
    told = bool(_RAISES.search(sentence[matched.end() :]) or _RAISES.search(sentence)) and bool(
        roles(sentence) or rank(sentence)
    )
    return told and not (_CROSS_REFERENCE.search(sentence) and not durations(sentence))


def unlabelled_draft(lines: Sequence[Line], region: Sequence[int]) -> Draft | None:
    """The ladder that the region's headings, items or sentences climb, None where none does. `region`: line positions."""
    for heads in (
        *_asking_headings(lines, region),
        *_climbing_headings(lines, region),
        *_climbing_items(lines, region),
    ):
        return draft_of(heads, lines)
    return _prose(lines, region)


# --- headings and items ----------------------------------------------------------------------------


_STILL = re.compile(
    r"(?:n[’']t|\b(?:still|not|cannot|unresolved|unhappy|dissatisfied|fails?))\b.*\b(?:agree\w*|resol\w+|settl\w+|work\w*|happy|satisf\w+|respon\w+|heard|answer\w*|help\w*)\b|"
    r"\b(?:remains?|still|unresolved|unsuccessful)\b",
    re.IGNORECASE,
)


def _asking_headings(lines: Sequence[Line], region: Sequence[int]) -> Iterator[list[Head]]:
    """ "What should I do first?", "What if we still don't agree?", "If managers cannot resolve it": each is a step."""
    for (kind, _, _), places in _siblings(lines, region).items():
        words = [lines[at].label if kind is Kind.TEXT else lines[at].text for at in places]
        moves = [position for position, word in enumerate(words) if _STILL.search(word) and len(word.split()) <= 16]
        if len(moves) >= _FEWEST and moves[-1] - moves[0] == len(moves) - 1:
            first = max(0, moves[0] - 1)
            yield [
                _plain_head(places[position], lines[places[position]], words[position])
                for position in range(first, moves[-1] + 1)
            ]


def _climbing_headings(lines: Sequence[Line], region: Sequence[int]) -> Iterator[list[Head]]:
    for (kind, _, _), places in _siblings(lines, region).items():
        words = [lines[at].label if kind is Kind.TEXT else lines[at].text for at in places]
        span = _climb([_head_rank(word) for word in words])
        if span and _tells_steps(lines, region, places, words, span):
            start = span.start - int(_begins_below(lines, places, words, span))
            steps = range(start, span.stop)
            yield [_plain_head(places[position], lines[places[position]], words[position]) for position in steps]


_ROLE_LIST = re.compile(
    r"\b(?:roles?|responsibilit\w+|membership|training|contacts?|definitions?|who['’]?s\s+who|duties|glossary)\b",
    re.IGNORECASE,
)


def _tells_steps(
    lines: Sequence[Line], region: Sequence[int], places: Sequence[int], words: Sequence[str], span: range
) -> bool:
    """Whether sections named after climbing roles tell what is done in turn, rather than who is responsible for what."""
    if any(_ROLE_LIST.search(heading) for heading in lines[places[span.start]].path[:-1]):
        return False
    telling = 0
    for position in span:
        end = places[position + 1] if position + 1 < len(places) else region[-1] + 1
        told = " ".join(lines[at].text for at in range(places[position], end))
        pair = re.search(r"\b(\w+)\s+to\s+(?:\w+\s+)?\1\b", words[position], re.IGNORECASE)
        telling += bool(pair or escalation_words(told) or durations(told))
    return telling * 2 >= len(span)


_OPENING = re.compile(
    r"\b(?:introduction|purpose|scope|aims?|principles?|background|definitions?|about|overview|context|why|values|what\s+is|legislation|policy\s+statement|expectations|general)\b",
    re.IGNORECASE,
)


def _begins_below(lines: Sequence[Line], places: Sequence[int], words: Sequence[str], span: range) -> bool:
    """Whether the section before the first that names a manager tells practitioners to settle it among themselves."""
    before = span.start - 1
    if before < 0 or _head_rank(words[span.start]) < _FEWEST or _OPENING.search(words[before]):
        return False
    told = [lines[at].text for at in range(places[before] + 1, places[span.start])]
    return any(_RAISES.search(text) and _MODAL.search(text) and rank(text) == 1 for text in told)


def _siblings(lines: Sequence[Line], region: Sequence[int]) -> dict[tuple[Kind, int, tuple[str, ...]], list[int]]:
    """Headings, bold paragraphs and run-in labels that stand beside each other."""
    groups: dict[tuple[Kind, int, tuple[str, ...]], list[int]] = {}
    for at in region:
        line = lines[at]
        if line.kind in (Kind.HEADING, Kind.BOLD) and not line.linked:
            outer = line.path[:-1] if line.kind is Kind.HEADING else line.path
            groups.setdefault((line.kind, line.level, outer), []).append(at)
        elif line.kind in (Kind.TEXT, Kind.ITEM) and line.label:
            groups.setdefault((Kind.TEXT, line.level, line.path), []).append(at)
    return groups


def _head_rank(words: str) -> int:
    return rank(words) if len(words.split()) <= 14 else 0


def _climb(ranks: Sequence[int]) -> range | None:
    """The longest run of neighbours that each name a role, never step down, and reach at least two heights."""
    best: range | None = None
    start = 0
    for end in range(1, len(ranks) + 1):
        if end < len(ranks) and ranks[end] and ranks[end - 1] and ranks[end] >= ranks[end - 1]:
            continue
        if (
            ranks[start]
            and end - start >= _FEWEST
            and len(set(ranks[start:end])) >= _FEWEST
            and (best is None or end - start > len(best))
        ):
            best = range(start, end)
        start = end
    return best


def _plain_head(at: int, line: Line, words: str) -> Head:
    form = {Kind.HEADING: Form.HEADING, Kind.BOLD: Form.PSEUDO_HEADING}.get(line.kind, Form.RUN_IN)
    body = line.text[len(words) :].lstrip(" :.–—-") if form is Form.RUN_IN else ""
    return Head(at, line, Label("", "", None, name=words.strip(" :.–—-")), form, body)


def _climbing_items(lines: Sequence[Line], region: Sequence[int]) -> Iterator[list[Head]]:
    for run in _item_runs(lines, region):
        texts = [lines[at].text for at in run]
        moves = [
            bool(_UNRESOLVED.match(text))
            or bool(re.search(r"\b(?:escalat|un-?resolved|still\s|remain)\w*", text, re.IGNORECASE))
            for text in texts
        ]
        acts = [bool(_RAISES.search(text) and _MODAL.search(text) and (rank(text) or roles(text))) for text in texts]
        steps = [at for at, acting in enumerate(acts) if acting]
        if len(steps) < _FEWEST or sum(moves) * 2 < len(steps) - 1 or sum(moves) < 1:
            continue
        first, last = steps[0], steps[-1]
        if (
            not (lines[run[0]].ordered or sum(moves[first + 1 : last + 1]) * 2 >= last - first)
            or len({rank(texts[at]) for at in steps}) < _FEWEST
        ):
            continue
        yield [_item_head(run[position], lines[run[position]]) for position in range(first, last + 1)]


def _item_head(at: int, line: Line) -> Head:
    name, body = split_name(line.text)
    return Head(at, line, Label("", "", None, name=name if body else ""), Form.RUN_IN, body or line.text)


def _item_runs(lines: Sequence[Line], region: Sequence[int]) -> Iterator[list[int]]:
    """Neighbouring list items of one depth, or paragraphs numbered 1, 2, 3."""
    run: list[int] = []
    for at in region:
        line = lines[at]
        listed = line.kind is Kind.ITEM or (line.kind is Kind.TEXT and re.fullmatch(r"\(?\d{1,2}[.)]?", line.number))
        if listed and (not run or (line.depth == lines[run[0]].depth and line.section == lines[run[0]].section)):
            run.append(at)
        elif run and line.depth <= lines[run[0]].depth:
            yield run
            run = [at] if listed else []
    if run:
        yield run


# --- prose -----------------------------------------------------------------------------------------


def _prose(lines: Sequence[Line], region: Sequence[int]) -> Draft | None:
    said = [
        _Said(sentence, lines[at], at, order)
        for at in region
        if lines[at].kind in (Kind.TEXT, Kind.ITEM)
        for order, sentence in enumerate(sentences(lines[at].text))
    ]
    starts = [place for place, one in enumerate(said) if is_transition(one.text)]
    turns = [
        place
        for place, one in enumerate(said)
        if _IN_TURN.match(one.text) and _RAISES.search(one.text) and (roles(one.text) or rank(one.text))
    ]
    if len(turns) >= _FEWEST and not starts:
        starts = turns
    elif starts:
        first = _first_step(said, starts[0])
        starts = sorted(
            {*([first] if first is not None else []), *starts, *(turn for turn in turns if turn > starts[0])}
        )
    starts = _without_repeats(said, starts)
    if len(starts) < _FEWEST or len({rank(said[start].text) for start in starts}) < _FEWEST:
        return None
    return _prose_draft(said, starts)


def _first_step(said: Sequence[_Said], before: int) -> int | None:
    """The sentence that tells the first step: one that says so, else the nearest that tells somebody to raise it."""
    near = [
        place
        for place in range(max(0, before - 12), before)
        if _RAISES.search(said[place].text) and _MODAL.search(said[place].text)
    ]
    told = [place for place in near if _FIRST.search(said[place].text) and not is_general(said[place].text)]
    if told:
        return told[-1]
    peopled = [place for place in near if roles(said[place].text) or rank(said[place].text)]
    if not peopled:
        return None
    first = peopled[-1]
    while first - 1 in peopled and said[first - 1].at == said[first].at and not is_general(said[first - 1].text):
        first -= 1
    return first


def _without_repeats(said: Sequence[_Said], starts: Sequence[int]) -> list[int]:
    """Leave out a transition that raises the matter no higher within its own line ("if there is no reply, chase it")."""
    kept: list[int] = []
    for start in starts:
        if kept and said[start].at == said[kept[-1]].at and rank(said[start].text) < rank(said[kept[-1]].text):
            continue
        kept.append(start)
    return kept


def _prose_draft(said: Sequence[_Said], starts: Sequence[int]) -> Draft:
    sketches: list[Sketch] = []
    owned: set[int] = set()
    usual = 0
    for position, start in enumerate(starts):
        bound = starts[position + 1] if position + 1 < len(starts) else _last_end(said, start, usual)
        own = said[start:bound]
        usual = max(usual, len({one.at for one in own}) - 1)
        owned.update(one.at for one in own)
        first = own[0]
        pieces = tuple(Piece(one.text, one.line) for one in own)
        sketches.append(Sketch("", "", None, "", replace(first.line), "", pieces))
    lines = sorted(owned)
    return Draft(tuple(sketches), said[starts[0]].line.path, lines[0], lines[-1], "", frozenset(owned))


def _last_end(said: Sequence[_Said], start: int, usual: int) -> int:
    end = start + 1
    while end < len(said) and said[end].line.section == said[start].line.section:
        if said[end].at - said[start].at > usual or is_general(said[end].text):
            break
        end += 1
    return end
