"""Takes what was erased out of SQLite's write-ahead log too, so that no file still holds it."""

from sqlalchemy import Engine, text


def tidy(engine: Engine) -> None:
    """Write the log into the database, where erased text is overwritten, and empty it. Other databases need none of it."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
