"""What every answer carries, whatever made it: its parts, whom to call, what its short forms stand for, and the moment."""

from dataclasses import replace

from knowledge.answers.calling import calls, front_doors
from knowledge.answers.outcomes import Answer, Answered, CitedCall, Conflicting, Kind, Question
from knowledge.answers.parts import parts_of
from knowledge.answers.shelf import Shelf
from knowledge.answers.short_forms import short_forms


def finished(answer: Answer, question: Question, shelf: Shelf) -> Answer:
    """The answer made whole. Calls that are open now come first; those for nights and weekends are always among them."""
    match answer:
        case Answered():
            return replace(
                answer,
                parts=parts_of(answer, shelf),
                calls=_people(answer, question, shelf),
                short_forms=short_forms((*answer.citations, *answer.exceptions), question, shelf),
                at=question.now,
            )
        case Conflicting():
            return replace(answer, calls=_open_first(_doors(question, shelf)), at=question.now)
        case _:
            return answer


def _people(answer: Answered, question: Question, shelf: Shelf) -> tuple[CitedCall, ...]:
    """Whom to call. A service that was asked for by name stays first, open or not."""
    doors = front_doors(shelf, question.area)
    people = answer.calls or calls(shelf, doors, question.now)
    named = answer.kind is Kind.CONTACT and any(one.point not in doors for one in people)
    return people if named else _open_first(people)


def _doors(question: Question, shelf: Shelf) -> tuple[CitedCall, ...]:
    return calls(shelf, front_doors(shelf, question.area), question.now)


def _open_first(people: tuple[CitedCall, ...]) -> tuple[CitedCall, ...]:
    """Those that are open now, then those whose hours cannot be read, then those that are closed."""
    order = {True: 0, None: 1, False: 2}
    return tuple(sorted(people, key=lambda one: order[one.open_now]))
