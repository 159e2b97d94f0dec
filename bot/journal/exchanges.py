"""What was asked on the web pages, and what was answered: the question until it is answered, the answer until the visit ends."""

from dataclasses import dataclass

from sqlalchemy import Engine, Row, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.journal.tables import EXCHANGES

WAITING, ANSWERED = "waiting", "answered"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and its answer. `key` is what the form carried; `answer` is JSON, "" while the question waits."""

    id: int
    conversation: str
    key: str
    received: float
    question: str
    answer: str


class Exchanges:
    """All visits' exchanges, in the order in which they were asked."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def take(self, conversation: str, key: str, question: str, now: float) -> int | None:
        """Keep a question. Its number, None where this form was sent before."""
        row = {
            "conversation": conversation,
            "key": key,
            "state": WAITING,
            "received": now,
            "question": question,
            "answer": "",
        }
        try:
            with self._engine.begin() as connection:
                return int(connection.execute(insert(EXCHANGES).returning(EXCHANGES.c.id), row).scalar_one())
        except IntegrityError:
            return None

    def finish(self, number: int, answer: str) -> None:
        """Keep an answer and erase its question."""
        with self._engine.begin() as connection:
            connection.execute(
                update(EXCHANGES).where(EXCHANGES.c.id == number).values(state=ANSWERED, question="", answer=answer)
            )

    def waiting(self) -> list[Exchange]:
        """All questions that have not been answered, in order."""
        query = select(EXCHANGES).where(EXCHANGES.c.state == WAITING).order_by(EXCHANGES.c.id)
        with self._engine.connect() as connection:
            return [_exchange(row) for row in connection.execute(query)]

    def newest(self, conversation: str, most: int) -> list[Exchange]:
        """What was said last on a browser's visit, at most so many, oldest first."""
        query = select(EXCHANGES).where(EXCHANGES.c.conversation == conversation)
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(EXCHANGES.c.id.desc()).limit(most)).all()
        return [_exchange(row) for row in reversed(rows)]


def _exchange(row: Row[tuple[object, ...]]) -> Exchange:
    return Exchange(
        int(row.id), str(row.conversation), str(row.key), float(row.received), str(row.question), str(row.answer)
    )
