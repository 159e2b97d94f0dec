"""Read one line (a paragraph, a list item, a table cell): whose numbers stand in it, and when they are answered."""

import re
from dataclasses import replace

from knowledge.contacts.adults import is_for_adults, names_adults, names_children, tells_adults
from knowledge.contacts.areas import PROPER, area_of, known_area, place_behind, place_beside, without_owner
from knowledge.contacts.choosing import NamedLine, begins_with, name_in_front, spoken_of
from knowledge.contacts.clauses import Clause, Sentence, sentences_of
from knowledge.contacts.drafts import Book, Draft, Subject, plain, same_name
from knowledge.contacts.label_words import label_alone
from knowledge.contacts.labels import Line, is_group, labelled, labels, looks_labelled
from knowledge.contacts.national import EMERGENCY, POLICE, national_line
from knowledge.contacts.opening_words import hour_spans, tells_out_of_hours
from knowledge.contacts.owners import Owners
from knowledge.contacts.phrases import is_rank, names_post
from knowledge.contacts.quiet_lines import read_quiet_line
from knowledge.contacts.runs import unrolled
from knowledge.contacts.service_words import FIELD_WORDS, has_capitals, names_service
from knowledge.contacts.sightings import sightings_in
from knowledge.contacts.spotted import Sighting
from knowledge.contacts.titles import label_name
from knowledge.contacts.weights import LEAST, LEAST_BESIDE_LABEL
from knowledge.manual import Place

_LONGEST_LABEL = 120  # characters
_UNANSWERED = re.compile(
    r"\b(?:answer\s?phone|answering\s+machine|voice\s?mail|closed|not\s+\w+(?:\s+(?:at|on|during|over))?)\W*$",
    re.IGNORECASE,
)


def read_line(line: Line, subject: Subject, book: Book) -> Subject:
    """Adds the contact points of a line to the book; returns what the line says about the lines below it."""
    sightings = sightings_in(line.text, line.links, subject.kind, only_number=subject.only_number)
    for sighting in sightings:
        for worry in (sighting.dropped, sighting.doubt):
            if worry:
                book.doubt(worry, subject.path)
    if not sightings:
        return read_quiet_line(line, subject, book)
    if all(sighting.dropped for sighting in sightings):
        return subject
    parts = unrolled(line, sightings)
    if len(parts) > 1:
        below = subject
        for part in parts:
            below = read_line(part, below, book)
        return below
    return _LineReader(line, labelled(line, sightings, subject, book), subject, book).read(sightings)


class _LineReader:
    """The reading of one line: remembers whom the words before spoke of."""

    def __init__(self, line: Line, labelled: Subject, subject: Subject, book: Book) -> None:
        self.line, self.base, self.outer, self.book = line, labelled, subject, book
        self.place = Place(subject.path, line.text, subject.anchor, line.number)
        self.made: list[Draft] = []

    def read(self, sightings: list[Sighting]) -> Subject:
        """Reads every sentence; returns the subject for the lines below."""
        spans = [_span_of(sighting, self.line.text) for sighting in sightings]
        names = NamedLine(
            self.line.text,
            spans,
            number_first=_number_first(self.line.text, sightings),
            label_end=_label_end(self.line),
        )
        for sentence in sentences_of(self.line.text, sightings):
            self._read_sentence(sentence, names)
        self._give_unnamed()
        return self._carried()

    def _give_unnamed(self) -> None:
        """Gives what stood before any name to the one service that the rest of the line names, where only one is named."""
        named = [draft for draft in self.made if draft.service and not draft.national]
        if len(named) != 1:
            return
        unnamed = [draft for draft in self.made[: self.made.index(named[0])] if not draft.service]
        for draft in unnamed:
            for telephone in draft.telephones:
                named[0].take(telephone, "")
            for email in draft.emails:
                named[0].take(None, email)
            self.made.remove(draft)
            self.book.drafts.remove(draft)

    def _read_sentence(self, sentence: Sentence, names: NamedLine) -> None:
        if not sentence.clauses:
            self._read_hours(self.line.text[sentence.start : sentence.end])
            self._read_name(self.line.text[sentence.start : sentence.end])
            return
        area = area_of(self.line.text[sentence.start : sentence.end], self.book.areas)
        behind = [place_behind(clause.behind) for clause in sentence.clauses]
        previous: Draft | None = None
        outside: Draft | None = None  # the contact a bracket is about
        for clause in sentence.clauses:
            labelled = self.base.here and not self.base.carried and self.base.service != ""
            choice = names.owner(
                _span_of(clause.sighting, self.line.text),
                bounds=(sentence.start, sentence.end),
                least=LEAST_BESIDE_LABEL if labelled else LEAST,
            )
            name = self._with_label(choice.name)
            if not name and previous is None and not labelled:
                name = self._label_alone(sentence, clause)
            if is_rank(name) and names_service(self.base.service) and not self.base.carried:
                name = ""  # "Detective Inspector on ..." below the name of a team: the team's own number
            if self._is_marked_label(clause.front):
                name = self.base.service
            name, place = self._in_area(name, behind, clause, previous)
            if name and self._is_label_area(name, clause):
                name = ""
            follows = outside if (not clause.bracketed and outside is not None and previous is not None) else previous
            draft = self._draft(clause, name, follows, place or area)
            if not clause.bracketed:
                outside = draft
            previous = draft

    def _label_alone(self, sentence: Sentence, clause: Clause) -> str:
        """The words between the sentence's beginning and its number where they can only be a label."""
        ends = _label_end(self.line)
        marked = sentence.start == 0 and 0 < ends <= clause.sighting.start
        stop = ends if marked else _span_of(clause.sighting, self.line.text)[0]
        if stop - sentence.start > _LONGEST_LABEL:
            return ""
        return label_alone(self.line.text[sentence.start : stop], marked=marked)

    def _with_label(self, name: str) -> str:
        """The whole label where a name is the beginning of the one that the number stands behind: "Police (emergency)"."""
        label = self.base.service
        mine = self.base.here and not self.base.carried and self.line.text.strip(" •·*-–").startswith(label)
        rest = label.removeprefix(name)
        qualified = rest.lstrip().startswith(("(", ",")) or len(rest.split()) == 1 or label.endswith(f", {name}")
        return label if name and mine and qualified and not FIELD_WORDS.fullmatch(rest.strip(" ()")) else name

    def _is_marked_label(self, front: str) -> bool:
        """Whether the words before a number are a label that the page marks (bold, a term) and words that only explain it."""
        label = self.line.label.strip(" :–-")
        if not (label and self.base.here and not self.base.carried and self.base.service == label):
            return False
        _, found, rest = front.partition(label)
        rest = re.sub(r"\([^()]*\)", "", rest)
        return bool(found) and ":" not in rest.strip(" :") and not names_service(name_in_front(rest))

    def _in_area(
        self, name: str, behind: list[str], clause: Clause, previous: Draft | None
    ) -> tuple[str, tuple[str, ...]]:
        """The service, and the area where a bracket behind each number, or the number's own words, name one."""
        mine = place_behind(clause.behind)
        told = mine != "" and (known_area(mine, self.book.areas) != "" or (len(behind) > 1 and all(behind)))
        if told and (previous is not None or name) and not same_name(name, mine):
            other = not name or any(name == place for place in behind)  # "... (Ashdale) or 01632 960456 (Brackenfield)"
            return (previous.service if previous is not None and other else name), (mine,)
        apart, places = self._place_apart(name, clause, previous)
        area = known_area(apart, self.book.areas)
        if area and previous is not None and not previous.national:
            return without_owner(previous.service, self.book.areas), (area,)  # "... and Brackenfield's on 01632 960123"
        return apart, places

    def _place_apart(self, name: str, clause: Clause, previous: Draft | None) -> tuple[str, tuple[str, ...]]:
        """The service and the area where one phrase names both: "the Duty Team (Ashdale", "Duty Team: Ashdale", "..., Brackenfield"."""
        beside = clause.front.strip(" ,;(").removeprefix("and ").removeprefix("or ")
        if previous is not None and previous.areas and PROPER.fullmatch(beside) and not names_service(beside):
            return previous.service, (beside,)  # "(Ashdale 01632 960123, Brackenfield 01632 960124)"
        if not name or names_service(name):
            return place_beside(name, clause.front) if name else ("", ())
        if (
            (names_service(self.base.service) or names_post(self.base.service))
            and self.base.here
            and names_post(self.base.service)
            and labels(clause.front, self.base.service)
        ):
            return "", ()  # "Named GP: Dr A Example" is the named GP's number
        if not PROPER.fullmatch(name):
            return name, ()
        if previous is not None and names_service(previous.service) and previous.areas:
            return previous.service, (name,)
        return _service_before(name, clause.front)

    def _draft(self, clause: Clause, name: str, previous: Draft | None, areas: tuple[str, ...]) -> Draft:
        telephone, email = clause.sighting.telephone, clause.sighting.email
        line = national_line(telephone.printed) if telephone else None
        code = line is not None and not line.telephone.e164 and (not name or line is EMERGENCY)
        if code and not (telephone and telephone.extension) and not self._owners().may_hold_code(name):
            name = self._owners().of_code(clause, previous)
        hours = _hours_in(clause.front, last=True) or _hours_in(clause.behind, last=False)
        outside = self._outside(clause, name, hours)
        name = name if areas else self._owners().in_full(name)
        service = name or self._owners().without_name(clause, previous, outside, national=line is not None)
        borrowed = line is not None and not name and not self._owners().may_be_national(service)
        if line and (borrowed or same_name(service, line.name)):
            service = line.name
        late = outside or tells_out_of_hours(service)
        if not name and email and not outside and previous is not None and same_name(previous.service, service):
            late = previous.out_of_hours
        in_row = self.base.here and self.base.only_number and service == self.base.service
        national = line is not None and (borrowed or (not line.telephone.e164 and not in_row))
        keeps_hours = not national and not outside and plain(service) == plain(self.base.service)
        subject = replace(
            self.base,
            areas=areas or self.base.areas,
            hours=self.base.hours if keeps_hours or self.base.out_of_hours else "",
        )
        begun = Draft(
            service,
            subject,
            self.place,
            out_of_hours=late and not (national or (line is not None and same_name(service, POLICE.name))),
            for_adults=self._adults(service, clause),
            areas=subject.areas,
            hours=subject.hours,
            national=national,
        )
        draft = self.book.draft(begun, alone=line.telephone.printed if line and not line.telephone.e164 else "")
        if not clause.sighting.dropped:
            draft.take(telephone, email)
        draft.hours = draft.hours or hours
        if draft not in self.made:
            self.made.append(draft)
        return draft

    def _owners(self) -> Owners:
        return Owners(self.line.text, self.base, self.made, self.book)

    def _outside(self, clause: Clause, name: str, hours: str) -> bool:
        if name:
            return (
                tells_out_of_hours(name)
                or tells_out_of_hours(hours)
                or tells_out_of_hours(_hours_in(clause.front, last=True))
                or (self.base.out_of_hours and self.base.here and same_name(name, self.base.service) and not hours)
            )
        return self.base.out_of_hours or tells_out_of_hours(hours) or tells_out_of_hours(clause.front)

    def _is_label_area(self, name: str, clause: Clause) -> bool:
        """Whether the words in front are only the label that was taken as an area or a group of callers."""
        return plain(re.sub(r"\([^()]*\)", "", name)) in {plain(area) for area in self.base.areas} or (
            self.base.service != "" and is_group(name) and clause.front.strip().startswith(name)
        )

    def _adults(self, service: str, clause: Clause) -> bool:
        if names_adults(service):
            return is_for_adults(service)
        beside = tells_adults(service, f"{clause.front} {clause.behind}")
        return beside or (self.base.for_adults and not names_children(service))

    def _read_hours(self, sentence: str) -> None:
        """A sentence of opening hours without a number: it is about the contact before it."""
        hours = _hours_in(sentence, last=False)
        open_ones = [draft for draft in self.made if not draft.hours and not draft.national]
        if hours and open_ones and tells_out_of_hours(hours) == open_ones[-1].out_of_hours:
            open_ones[-1].hours = hours

    def _read_name(self, sentence: str) -> None:
        """A sentence without a number may name the service that the next sentence gives the number of."""
        given = self.base.here or (names_service(self.base.service) and has_capitals(self.base.service))
        if given and not self.base.carried:
            return
        if told := spoken_of(sentence):
            self.base = replace(self.base, service=told, hours="")
        elif self.base.carried and (other := begins_with(sentence)) and not same_name(other, self.base.service):
            self.base = replace(self.base, service="", here=False, carried=False)  # somebody else is spoken of now

    def _carried(self) -> Subject:
        named = [draft for draft in self.made if not draft.national]
        if not named:
            return self.outer
        labelled = self.base.here and self.base.service == named[0].service and not self.outer.here
        if labelled or looks_labelled(self.line.text, named[0].service):
            return replace(self.outer, service=named[-1].service, here=True, carried=True, hours="")
        if not self.outer.service:
            daytime = [draft for draft in named if not draft.out_of_hours and not draft.for_adults]
            return replace(
                self.outer, service=(daytime or named)[0].service, here=True, carried=True, hours="", out_of_hours=False
            )
        return self.outer


def _service_before(place: str, front: str) -> tuple[str, tuple[str, ...]]:
    """The service in front of a place that a bracket or a colon parts from it ("the Duty Team (Ashdale"); else the place's own name."""
    before, found, _ = front.rpartition(place)
    if not found or not before.rstrip().endswith(("(", ":")):
        return place, ()
    bracket = before.rstrip().endswith("(")
    before = before.rstrip(" (:")
    service = name_in_front(before) or spoken_of(before)
    beside = bracket and has_capitals(f" {service}") and before.endswith(service)
    return (service, (place,)) if service and (names_service(service) or beside) else (place, ())


def _span_of(sighting: Sighting, text: str) -> tuple[int, int]:
    """Where a number stands; behind the words that carry it only in their link ("Call the Duty Team")."""
    printed = sighting.telephone.printed if sighting.telephone else sighting.email
    hidden = printed not in text[sighting.start : sighting.end]
    return (sighting.end, sighting.end) if hidden else (sighting.start, sighting.end)


def _label_end(line: Line) -> int:
    """Where the label that the page marks ends, 0 where the line begins with none."""
    return len(line.label) if line.label and line.text.startswith(line.label) and line.text != line.label else 0


def _number_first(text: str, sightings: list[Sighting]) -> bool:
    """Whether a line gives the number and then whose it is ("01632 960123 - Northshire MASH")."""
    first = sightings[0]
    front = text[: first.start].strip(" \t•·*-–—(")
    if front and label_name(front):
        return False
    behind = re.match(r"\s*(?:[-–—:=]|\()\s*(?P<name>[A-Z][^:;\d(]{2,60})", text[first.end :])
    return behind is not None and not hour_spans(behind["name"]) and names_service(behind["name"])


def _hours_in(words: str, *, last: bool) -> str:
    spans = [span for span in hour_spans(words) if not _UNANSWERED.search(words[: span[0]])]
    return words[slice(*spans[-1 if last else 0])] if spans else ""
