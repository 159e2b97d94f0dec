"""Sources are kept in a file that people may edit; what is wrong in it is named by row and key."""

from pathlib import Path

import pytest

from knowledge.errors import SourceError
from knowledge.manual import Audience, Jurisdiction, Manual
from scraper.sources import Source, add, load

_SOURCE = Source(
    Manual(
        "northshire", "Northshire Procedures", ("Northvale", "Southmere"), Audience.PRACTITIONERS, Jurisdiction.ENGLAND
    ),
    "https://northshire.example/contents.html",
)


def test_what_is_added_is_loaded_again(tmp_path: Path) -> None:
    """A source added by the command is read back with all that was said of it."""
    add(tmp_path / "sources.toml", _SOURCE)
    assert load(tmp_path / "sources.toml") == (_SOURCE,)


def test_comments_survive_an_addition(tmp_path: Path) -> None:
    """What people wrote in the file stays there when the command adds a source."""
    path = tmp_path / "sources.toml"
    path.write_text("# Checked by the business manager\n", encoding="utf-8")
    add(path, _SOURCE)
    assert "# Checked by the business manager" in path.read_text(encoding="utf-8")


def test_a_name_taken_is_refused(tmp_path: Path) -> None:
    """Two sources never share an id, and the first one stays as it was."""
    add(tmp_path / "sources.toml", _SOURCE)
    with pytest.raises(SourceError, match='already a source called "northshire"'):
        add(tmp_path / "sources.toml", _SOURCE)
    assert load(tmp_path / "sources.toml") == (_SOURCE,)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('id = "a"\nname = "A"', '"address" is missing'),
        ('id = "A B"\nname = "A"\naddress = "x"', "may hold only small letters"),
        ('id = "a"\nname = "A"\naddress = "x"\naudience = "everyone"', '"audience" is "everyone"'),
        ('id = "a"\nname = "A"\naddress = "x"\nlearning = "yes"', '"learning" must be true or false'),
        ('id = "a"\nname = "A"\naddress = "x"\nareas = "North"', '"areas" must be a list'),
        ('id = "a"\nname = "A"\naddress = "x"\nadress = "y"', '"adress" is not a setting'),
        (
            'id = "a"\nname = "A"\naddress = "x"\n[[source]]\nid = "a"\nname = "B"\naddress = "y"',
            'two sources are called "a"',
        ),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, row: str, said: str) -> None:
    """The error names the file, the row and the key, so that a person can put it right."""
    path = tmp_path / "sources.toml"
    path.write_text(f"[[source]]\n{row}\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"sources\.toml") as refused:
        load(path)
    assert said in str(refused.value)


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    """A broken file is refused with the place, never taken for an empty one."""
    path = tmp_path / "sources.toml"
    path.write_text("[[source]\nid=", encoding="utf-8")
    with pytest.raises(SourceError, match="cannot be read"):
        load(path)
