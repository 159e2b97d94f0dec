"""Read one line (a paragraph, a list item, a table cell): whose numbers stand in it, and when they are answered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.contacts.clauses import Clause, Sentence, sentences_of
from knowledge.contacts.drafts import Book, Draft, Subject, plain
from knowledge.contacts.naming import (
    heading_name,
    is_general,
    is_name,
    is_question,
    label_name,
    name_behind,
    name_in_front,
    names_service,
)
from knowledge.contacts.national import national_line
from knowledge.contacts.opening_words import hour_spans, tells_out_of_hours
from knowledge.contacts.sightings import Sighting, sightings_in
from knowledge.manual import Link, Place

_ADULTS = re.compile(
    r"\badults?[’']?s?\s+(?:social|safeguarding|services?|care|mental|protection|mash|at\s+risk|team|duty|front\s+door|contact|concerns?)\b"
    r"|\b(?:vulnerable|about\s+an|for|concerning|older|safeguarding|abuse\s+of)\s+adults?\b|\badults?$|^adults?\b",
    re.IGNORECASE,
)
_CHILDREN = re.compile(r"\b(?:child|children|childrens|young|famil(?:y|ies)|mash)\b", re.IGNORECASE)
_RESIDENTS = re.compile(
    r"\b(?:(?:liv(?:es?|ing)|resident|based|resides?)\s+in|residents\s+of|(?:in|for)\s+the\s+area\s+of|schools\s+in|children\s+(?:in|from)|families\s+in)\s+"
    r"(?:the\s+)?(?P<a>[A-Z][\w’'-]+(?:\s+(?:(?:and|&|of|upon|on|in|under)\s+)?[A-Z][\w’'-]+)*)"
    r"|\b[Ff]or\s+(?P<b>[A-Z][\w’'-]+(?:\s+(?:(?:and|&|of|upon|on)\s+)?[A-Z][\w’'-]+)*)\s+(?:residents|children|families|schools|area|cases)\b"
    r"|^(?:In|For)\s+(?P<c>[A-Z][\w’'-]+(?:\s+(?:(?:and|&|of|upon|on)\s+)?[A-Z][\w’'-]+)*)\s*[,:]"
    r"|^(?P<d>[A-Z][\w’'-]+(?:\s+(?:(?:and|&|of|upon|on)\s+)?[A-Z][\w’'-]+)*)\s+residents\b"
)
_GROUPS = re.compile(
    r"^(?:(?:for|all|the|if\s+you\s+are|are\s+you)\s+)*(?:a\s+)?(?:professionals?|practitioners?|members?\s+of\s+the\s+public|(?:the\s+)?public|schools?|parents?|carers?|families|children|young\s+people|"
    r"agencies|everyone|urgent|non-urgent|urgent\s+calls|consultations?|advice|general|enquiries|general\s+enquiries|daytime|main|new\s+referrals|open\s+cases|hours|opening\s+hours|address|post|website|web|online)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^\s*([^:\n]{2,80}?)\s*:(?=\s|$|\d)|^\s*([A-Z][^:.\n]{1,80}?)\s+[–—-]\s")
_MANY = re.compile(
    r"\b(?:contacts|numbers|organi[sz]ations|agencies|helplines|services|resources|websites|charities|lines|links)\b",
    re.IGNORECASE,
)
_THE_X_IS = re.compile(
    r"^(?:The|Our)\s+((?:[\w’'()&/-]+\s+){1,9}?)(?:is|are|provides?|offers?|deals?|takes?|can|will|acts?|receives?|works?|do|does)\b"
)
_PURPOSE = re.compile(
    r"(?:to|at|if|for|when|how|during|after|before|outside|out|in|on|who|what|where|worried|urgent|day|night|evenings?|weekends?|office)\b",
    re.IGNORECASE,
)
_WHOLE_AREA = re.compile(
    r"^(?:The\s+)?([A-Z][\w\s&’'-]*?)\s+(?:areas?|district|borough|localit(?:y|ies)|residents|only)$"
)
_EVERYWHERE = re.compile(r"^(?:all|both|every|any|whole|county-?wide|each)\b", re.IGNORECASE)
_PROPER = re.compile(r"[A-Z][\w’'-]+(?:\s+(?:(?:and|&|of|upon|on)\s+)?[A-Z][\w’'-]+){0,3}")
_ROLE = re.compile(
    r"\b(?:nurse|doctor|gp|lead|officer|manager|head|chair|director|lado|dsl|co-?ordinator|advis[eo]r|consultant|midwife"
    r"|worker|paediatrician|scrutineer|administrator|inspector|sergeant)s?\b",
    re.IGNORECASE,
)
_PLACE_IN_BRACKET = re.compile(rf"\(\s*(?:in\s+|for\s+)?(?P<place>{_PROPER.pattern})[\s:–-]*(?:on\s+)?$")
_PLACE_AFTER = re.compile(rf"\s+(?:in|for)\s+(?P<place>{_PROPER.pattern})$")
_LONGEST_NAMING_LINE = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A run of text with its links, and its run-in label where the page marks one."""

    text: str
    links: Sequence[Link] = ()
    label: str = ""
    number: str = ""


def read_line(line: Line, subject: Subject, book: Book) -> Subject:
    """Adds the contact points of a line to the book; returns what the line says about the lines below it."""
    sightings = sightings_in(line.text, line.links, subject.kind, only_number=subject.only_number)
    for sighting in sightings:
        for worry in (sighting.dropped, sighting.doubt):
            if worry:
                book.doubt(worry, subject.path)
    if not sightings:
        return _read_words(line, subject, book)
    if all(sighting.dropped for sighting in sightings):
        return subject
    return _LineReader(line, _labelled(line, sightings, subject, book), subject, book).read(sightings)


class _LineReader:
    """The reading of one line: remembers whom the words before spoke of."""

    def __init__(self, line: Line, labelled: Subject, subject: Subject, book: Book) -> None:
        self.line, self.base, self.outer, self.book = line, labelled, subject, book
        self.place = Place(subject.path, line.text, subject.anchor, line.number)
        self.made: list[Draft] = []

    def read(self, sightings: list[Sighting]) -> Subject:
        """Reads every sentence; returns the subject for the lines below."""
        number_first = _number_first(self.line.text, sightings)
        for sentence in sentences_of(self.line.text, sightings):
            self._read_sentence(sentence, number_first=number_first)
        return self._carried()

    def _read_sentence(self, sentence: Sentence, *, number_first: bool) -> None:
        if not sentence.clauses:
            self._read_hours(self.line.text[sentence.start : sentence.end])
            self._read_name(self.line.text[sentence.start : sentence.end])
            return
        area = self._area(self.line.text[sentence.start : sentence.end])
        previous: Draft | None = None
        outside: Draft | None = None  # the contact a bracket is about
        for clause in sentence.clauses:
            name = name_behind(clause.behind) if number_first else name_in_front(self._without_purpose(clause.front))
            name, place = self._place_apart(name, clause, previous)
            if not name and not number_first and previous is None:
                name = self._name_behind_or_not(clause)
            if name and self._is_label_area(name, clause):
                name = ""
            follows = outside if (not clause.bracketed and outside is not None and previous is not None) else previous
            draft = self._draft(clause, name, follows, place or area)
            if not clause.bracketed:
                outside = draft
            previous = draft

    def _without_purpose(self, front: str) -> str:
        """The words in front of a number without a label that says what the number is for ("At night", "To refer a child")."""
        label = self.line.label.strip()
        rest = front.lstrip().removeprefix(label)
        purpose = (
            label
            and front.lstrip().startswith(label)
            and (label.endswith((":", "?")) or _PURPOSE.match(label) is not None)
        )
        named = names_service(label) and _PURPOSE.match(label) is None
        return rest if purpose and not named and names_service(rest) else front

    def _place_apart(self, name: str, clause: Clause, previous: Draft | None) -> tuple[str, tuple[str, ...]]:
        """The service and the area where one phrase names both: "the Duty Team (Ashdale", "Duty Team: Ashdale", "..., Brackenfield"."""
        if not name:
            return "", ()
        if names_service(name):
            inside = _PLACE_IN_BRACKET.search(clause.front) or _PLACE_AFTER.search(name)
            place = inside["place"] if inside else ""
            if place and not names_service(place) and not hour_spans(place) and not is_general(place):
                return name.removesuffix(inside.group()) if inside and inside.re is _PLACE_AFTER else name, (place,)
            return name, ()
        if (
            names_service(self.base.service)
            and self.base.here
            and _ROLE.search(self.base.service)
            and _labels(clause.front, self.base.service)
        ):
            return "", ()  # "Named GP: Dr A Example" is the named GP's number
        if not _PROPER.fullmatch(name):
            return name, ()
        if previous is not None and names_service(previous.service) and previous.areas:
            return previous.service, (name,)
        before = clause.front[: clause.front.rfind(": ")] if ": " in clause.front else ""
        service = name_in_front(before)
        return (service, (name,)) if service and names_service(service) else (name, ())

    def _name_behind_or_not(self, clause: Clause) -> str:
        """A name after the number, asked for only where nothing nearby names one."""
        bracketed = re.match(r"\s*\(\s*(?:the\s+)?[A-Z]", clause.behind)
        if bracketed and names_service(found := name_behind(clause.behind)):
            return found
        if (self.base.service and (names_service(self.base.service) or self.base.here)) or self.made:
            national = clause.sighting.telephone and national_line(clause.sighting.telephone.printed)
            if not national:
                return ""
        return name_behind(clause.behind)

    def _draft(self, clause: Clause, name: str, previous: Draft | None, areas: tuple[str, ...]) -> Draft:
        telephone, email = clause.sighting.telephone, clause.sighting.email
        line = national_line(telephone.printed) if telephone else None
        hours = _hours_in(clause.front, last=True) or _hours_in(clause.behind, last=False)
        outside = self._outside(clause, name, hours)
        service = name or self._service_without_name(clause, previous, outside, national=line is not None)
        borrowed = line is not None and not name and not self._may_be_national(service)
        if line and borrowed:
            service = line.name
        late = outside or tells_out_of_hours(service)
        if not name and previous is not None and not previous.national and email and not outside:
            late = previous.out_of_hours
        in_row = self.base.here and self.base.only_number and service == self.base.service
        national = line is not None and (borrowed or (not line.telephone.e164 and not in_row))
        keeps_hours = not national and not outside and plain(service) == plain(self.base.service)
        subject = replace(
            self.base,
            areas=areas or self.base.areas,
            hours=self.base.hours if keeps_hours or self.base.out_of_hours else "",
        )
        draft = self.book.draft(
            service,
            subject,
            self.place,
            out_of_hours=late and not national,
            for_adults=self._adults(service, clause),
            national=national,
            alone=line.telephone.printed if line and not line.telephone.e164 else "",
        )
        if not clause.sighting.dropped:
            draft.take(telephone, email)
        draft.hours = draft.hours or hours
        if draft not in self.made:
            self.made.append(draft)
        return draft

    def _outside(self, clause: Clause, name: str, hours: str) -> bool:
        if name:
            return (
                tells_out_of_hours(name)
                or tells_out_of_hours(hours)
                or tells_out_of_hours(_hours_in(clause.front, last=True))
            )
        return self.base.out_of_hours or tells_out_of_hours(hours) or tells_out_of_hours(clause.front)

    def _service_without_name(self, clause: Clause, previous: Draft | None, outside: bool, *, national: bool) -> str:
        if previous is not None and not previous.national:
            return previous.service
        if clause.sighting.email and (alike := _by_address(clause.sighting.email, self.made or self._near())):
            return alike.service
        mine = [draft for draft in self.made if not draft.national]
        if mine and not national:
            daytime = [draft for draft in mine if not draft.out_of_hours]
            return (daytime or mine)[-1 if not outside else 0].service
        return self.base.service

    def _near(self) -> list[Draft]:
        """Contacts begun under the same heading, the nearest two: an e-mail line may follow another's number."""
        return (
            [draft for draft in self.book.drafts if draft.subject.scope == self.base.scope and not draft.national][-2:]
            if not self.base.here
            else []
        )

    def _may_be_national(self, service: str) -> bool:
        """Whether the surroundings name the service of a short code, so that a MASH is never given 999."""
        return re.search(
            r"\b(?:police|constabulary|emergency\s+services?|ambulance|nhs|samaritans|fire)\b", service, re.IGNORECASE
        ) is not None or (self.base.here and not self.made and self.base.service == service and self.base.only_number)

    def _area(self, sentence: str) -> tuple[str, ...]:
        known = [area for area in self.book.areas if re.search(rf"\b{re.escape(area)}\b", sentence)]
        named = _RESIDENTS.search(sentence.strip())
        if named:
            words = next(group for group in named.groups() if group)
            if not names_service(words) and not hour_spans(words) and not is_general(words):
                return (words,)
        return tuple(known) if len(known) == 1 and not names_service(sentence.split(known[0], maxsplit=1)[0]) else ()

    def _is_label_area(self, name: str, clause: Clause) -> bool:
        """Whether the words in front are only the label that was taken as an area or a group of callers."""
        return plain(name) in {plain(area) for area in self.base.areas} or (
            self.base.service != ""
            and _GROUPS.match(name) is not None
            and not names_service(name)
            and clause.front.strip().startswith(name)
        )

    def _adults(self, service: str, clause: Clause) -> bool:
        words = f"{clause.front} {clause.behind}"
        if _CHILDREN.search(service) and not _ADULTS.search(service):
            return False
        if _ADULTS.search(service):
            return re.search(r"\bchild|\bfamil", service, re.IGNORECASE) is None
        return self.base.for_adults or (_ADULTS.search(words) is not None and _CHILDREN.search(words) is None)

    def _read_hours(self, sentence: str) -> None:
        """A sentence of opening hours without a number: it is about the contact before it."""
        hours = _hours_in(sentence, last=False)
        open_ones = [draft for draft in self.made if not draft.hours and not draft.national]
        if hours and open_ones and tells_out_of_hours(hours) == open_ones[-1].out_of_hours:
            open_ones[-1].hours = hours

    def _read_name(self, sentence: str) -> None:
        """A sentence without a number may name the service that the next sentence gives the number of."""
        about = _THE_X_IS.match(sentence)
        if about and names_service(about[1]) and not self.base.here and not names_service(self.base.service):
            self.base = replace(self.base, service=about[1].strip(), hours="")
            return
        name = name_in_front(sentence.strip(" .:"))
        if (
            names_service(name)
            and not self.base.here
            and re.search(
                r"\b(?:talk|speak|contact|call|ring|phone|refer|telephone|approach)\b", sentence, re.IGNORECASE
            )
        ):
            self.base = replace(self.base, service=name, hours="")

    def _carried(self) -> Subject:
        named = [draft for draft in self.made if not draft.national]
        if not named:
            return self.outer
        labelled = self.base.here and self.base.service == named[0].service and not self.outer.here
        if labelled or _looks_labelled(self.line.text, named[0].service):
            return replace(self.outer, service=named[-1].service, here=True, carried=True, hours="", out_of_hours=False)
        if not self.outer.service:
            daytime = [draft for draft in named if not draft.out_of_hours and not draft.for_adults]
            return replace(
                self.outer, service=(daytime or named)[0].service, here=True, carried=True, hours="", out_of_hours=False
            )
        return self.outer


def _labels(front: str, service: str) -> bool:
    """Whether the words in front of a number begin with the service as their label."""
    return re.match(rf"\W*{re.escape(service)}\s*[:–—-]", front) is not None


def _looks_labelled(text: str, service: str) -> bool:
    return text.lstrip().startswith(service) and service != ""


def _number_first(text: str, sightings: list[Sighting]) -> bool:
    """Whether a line gives the number and then whose it is ("01632 960123 - Northshire MASH")."""
    first = sightings[0]
    front = text[: first.start].strip(" \t•·*-–—(")
    if front and label_name(front):
        return False
    behind = re.match(r"\s*(?:[-–—:=]|\()\s*(?P<name>[A-Z][^:;\d(]{2,60})", text[first.end :])
    return behind is not None and not hour_spans(behind["name"]) and names_service(behind["name"])


def _labelled(line: Line, sightings: list[Sighting], subject: Subject, book: Book) -> Subject:
    """The subject with what the line's own label says: a service, an area, opening hours, or nothing."""
    label = _label_of(line, sightings)
    spans = hour_spans(label)
    bare = label_name(label)
    if spans and spans[0][0] <= 1 and spans[-1][1] >= len(label.rstrip(" :)")) - 1:
        late = tells_out_of_hours(label)
        return replace(
            subject, out_of_hours=late, hours="" if late and label.lower().startswith("out") else subject.hours
        )
    if not bare or is_general(bare) or (_GROUPS.match(bare) and not names_service(bare)):
        return subject
    if _is_area(bare, subject, book):
        return replace(subject, areas=(bare,))
    if not is_name(bare, spoken=False) or is_question(bare):
        return subject
    if name_in_front(bare + " on") != bare and re.search(
        r"\b(?:call|contact|ring|phone|email|speak)\b", bare, re.IGNORECASE
    ):
        return subject
    rest = line.text[len(label) :]
    if not names_service(bare) and any(
        name_in_front(clause.front)
        for s in sentences_of(rest, sightings_in(rest, only_number=False))
        for clause in s.clauses
    ):
        return replace(subject, perhaps_area=bare)
    return subject.named(bare)


def _label_of(line: Line, sightings: list[Sighting]) -> str:
    found = _LABEL.match(line.text)
    label = line.label or ((found[1] or found[2]) if found else "")
    first = next((sighting.start for sighting in sightings), len(line.text))
    return label if label and len(label) <= first + 1 else ""


def _is_area(label: str, subject: Subject, book: Book) -> bool:
    """Whether a label names an area: a known one, or a proper name in front of a service's number."""
    if any(plain(label) == plain(area) for area in book.areas):
        return True
    proper = all(
        word[:1].isupper() or word.lower() in ("and", "of", "upon", "on", "the", "&") for word in label.split()
    )
    return (
        proper
        and not names_service(label)
        and not subject.carried
        and subject.service != ""
        and names_service(subject.service)
        and not _MANY.search(subject.service)
    )


def _by_address(email: str, drafts: Sequence[Draft]) -> Draft | None:
    """The contact whose name shares words or initials with the address's own name, where only one does."""
    local = re.split(r"[._+\d-]+", email.split("@", maxsplit=1)[0].lower())
    joined = "".join(local)
    alike = [draft for draft in drafts if not draft.national and _alike(draft.service, local, joined)]
    return alike[0] if len({plain(draft.service) for draft in alike}) == 1 else None


def _alike(service: str, local: list[str], joined: str) -> bool:
    words = [word for word in plain(service).split() if len(word) > 1]
    initials = "".join(word[0] for word in words)
    return any(word in local or word == joined for word in words) or (
        len(initials) > 1 and (initials in local or joined.startswith(initials))
    )


def _hours_in(words: str, *, last: bool) -> str:
    spans = hour_spans(words)
    return words[slice(*spans[-1 if last else 0])] if spans else ""


def _read_words(line: Line, subject: Subject, book: Book) -> Subject:
    """A line without numbers: it may name the service or area of the lines below, or say when one is open."""
    text = line.text.strip()
    spans = hour_spans(text)
    if spans:
        return _read_hours_line(text, spans, subject, book)
    if len(text.split()) <= _LONGEST_NAMING_LINE and not text.endswith((".", "?", "!")):
        return _named_below(text, subject, book)
    about = _THE_X_IS.match(text)
    if about and not subject.service and names_service(about[1]):
        return replace(subject, service=about[1].strip())
    return subject


def _named_below(text: str, subject: Subject, book: Book) -> Subject:
    label = text.rstrip(": ")
    resident = _RESIDENTS.search(text)
    if resident:
        return replace(subject, areas=(next(group for group in resident.groups() if group),))
    spoken = name_in_front(text)
    name = heading_name(label)
    if whole := _WHOLE_AREA.match(label):
        everywhere = _EVERYWHERE.match(label) is not None
        return replace(subject, areas=() if everywhere else (whole[1],), perhaps_area="")
    if re.search(r"\d", label):
        return subject  # a postal address, or a reference
    if re.search(r"\b(?:call|contact|ring|phone|speak|email)\b", label, re.IGNORECASE) and spoken and spoken != label:
        return subject.named(spoken)
    if (
        not name
        or is_question(label)
        or (_GROUPS.match(name) and not names_service(name))
        or re.search(r"[a-z]\.\s", label)
    ):
        return subject
    if _is_area(name, subject, book):
        return replace(subject, areas=(name,))
    if not is_name(name, spoken=True):
        return subject
    perhaps = subject.perhaps_area if names_service(name) else name
    return replace(subject, service=name, here=True, carried=False, hours="", perhaps_area=perhaps, out_of_hours=False)


def _read_hours_line(text: str, spans: list[tuple[int, int]], subject: Subject, book: Book) -> Subject:
    hours = text[spans[0][0] : spans[-1][1]]
    front = text[: spans[0][0]]
    late = tells_out_of_hours(hours) and spans[0][0] == 0
    if late and len(text) - spans[-1][1] <= 2 and len(spans) == 1 and not re.search(r"\d", hours):
        return replace(subject, out_of_hours=True)  # "Out of hours" as a line above its number
    if len(front.split()) > _LONGEST_NAMING_LINE:
        return subject
    mine = [
        draft
        for draft in book.drafts
        if draft.subject.scope == subject.scope
        and not draft.hours
        and not draft.national
        and (not subject.service or plain(draft.service) == plain(subject.service))
    ]
    spoken = name_in_front(front)
    mine = [draft for draft in mine if plain(draft.service) == plain(spoken)] or mine
    if mine:
        mine[-1].hours = hours
        return subject
    return replace(subject, hours=hours) if subject.service else subject
