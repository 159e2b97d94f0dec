"""A tracker's table as Rasa makes it, for tests that need no Rasa."""

import sqlite3
from pathlib import Path

_TABLE = (
    "CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id VARCHAR(255) NOT NULL, type_name VARCHAR(255) NOT NULL, "
    "timestamp FLOAT, intent_name VARCHAR(255), action_name VARCHAR(255), data TEXT)"
)


def tracker_at(file: Path) -> Path:
    """An empty tracker."""
    with sqlite3.connect(file) as connection:
        connection.execute(_TABLE)
    connection.close()
    return file


def keep(file: Path, sender: str, moment: float, data: str = "{}") -> None:
    """One event of a conversation."""
    with sqlite3.connect(file) as connection:
        row = (sender, "slot", moment, data)
        connection.execute("INSERT INTO events (sender_id, type_name, timestamp, data) VALUES (?, ?, ?, ?)", row)
    connection.close()
