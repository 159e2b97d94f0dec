"""Whose a number is that no name stands beside: of the words before, of the address itself, of the heading."""

import re
from dataclasses import dataclass

from knowledge.contacts.addressing import named_by_address
from knowledge.contacts.clauses import Clause
from knowledge.contacts.drafts import Book, Draft, Subject, plain
from knowledge.contacts.inherited import Bond, bond

_IN_WRITING = re.compile(r"\b(?:writing|written|confirm\w*|forms?|referrals?)\b", re.IGNORECASE)
_EMERGENCY_BODY = re.compile(r"\b(?:[Pp]olice|[Aa]mbulance)\b")
_CODE_HOLDER = re.compile(
    r"\b(?:police|constabulary|emergency(?:\s+services?|\W*$)|ambulance|coastguard|control\s+room|nhs|samaritans|fire)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Owners:
    """What a line and its surroundings have told so far about whom its numbers may belong to."""

    text: str
    base: Subject
    made: list[Draft]
    book: Book

    def in_full(self, name: str) -> str:
        """The full name where a row, a label or the words before gave it: "the MASH" in the Northshire MASH's own line."""
        given = [draft.service for draft in self.made] + ([self.base.service] if self.base.here else [])
        return next((full for full in given if name and plain(full).endswith(f" {plain(name)}")), name)

    def of_code(self, clause: Clause, previous: Draft | None) -> str:
        """The police or the ambulance service, where the words before a short code speak of them."""
        if previous is not None and previous.national and previous.service in self.text:
            return previous.service
        spoken = _EMERGENCY_BODY.findall(clause.front)
        return spoken[-1] if spoken and not (self.base.here and self.base.only_number) else ""

    def without_name(self, clause: Clause, previous: Draft | None, outside: bool, *, national: bool) -> str:
        """The service of a number with no name beside it: the one before it, one its address names, or the line's own.

        "" where only the words before its sentence name a service and the address is plainly somebody else's.
        """
        service = self._named_around(clause, previous, outside, national=national)
        mine = any(not draft.national for draft in self.made)
        if (
            not service
            or national
            or previous is not None
            or clause.sighting.dropped
            or not (mine or self.base.carried)
        ):
            return service
        found = bond(service, clause.sighting.email, clause.front, self.base.path)
        if found is Bond.STRANGE:
            return ""
        if found is not Bond.SURE:
            printed = clause.sighting.telephone.printed if clause.sighting.telephone else clause.sighting.email
            self.book.doubt(
                f'The page does not say outright whose "{printed}" is; "{service}" is named before it.', self.base.path
            )
        return service

    def _named_around(self, clause: Clause, previous: Draft | None, outside: bool, *, national: bool) -> str:
        written = clause.sighting.email != "" and _IN_WRITING.search(clause.front) is not None
        if previous is not None and not previous.national and not (written and previous.out_of_hours):
            return previous.service
        if clause.sighting.email and (alike := named_by_address(clause.sighting.email, self.made or self._near())):
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
            if not self.base.here or self.base.carried
            else []
        )

    def may_hold_code(self, name: str) -> bool:
        """Whether a short code can be a name's: the police's or the ambulance service's, or its row's in a table."""
        in_row = self.base.here and self.base.only_number and plain(name) == plain(self.base.service)
        return name != "" and (in_row or _CODE_HOLDER.search(name) is not None)

    def may_be_national(self, service: str) -> bool:
        """Whether the surroundings name the service of a short code, so that a MASH is never given 999."""
        return _CODE_HOLDER.search(service) is not None or (
            self.base.here and not self.made and self.base.service == service and self.base.only_number
        )
