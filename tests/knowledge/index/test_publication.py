"""One pointer: what is published is whole, old or new, whatever happens while it moves."""

import multiprocessing
import os
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from knowledge.encoder import Encoder
from knowledge.errors import IndexMismatch, IndexUnreadable, PublishRefused
from knowledge.index.contents import Contents
from knowledge.index.files import GENERATIONS, UNFINISHED, build, generations, open_generation
from knowledge.index.publication import (
    POINTER,
    history,
    open_published,
    prune,
    publish,
    published,
    rollback,
)

CREATED = datetime(2026, 5, 12, 14, 7, tzinfo=UTC)
KILLS = int(os.environ.get("SIGNPOST_TEST_KILLS", "40"))

Library = Callable[..., Contents]
Counting = Callable[..., Encoder]


@pytest.fixture
def three(tmp_path: Path, library: Library, counting: Counting) -> list[str]:
    """Three generations, the oldest first, none published."""
    return [
        build(tmp_path, library(mark), counting(), created=CREATED + timedelta(days=day))
        for day, mark in enumerate(("one", "two", "three"))
    ]


def damage(root: Path, generation: str) -> None:
    path = root / GENERATIONS / generation / "dense.faiss"
    path.write_bytes(bytes(path.stat().st_size))


def test_nothing_is_published_at_first(tmp_path: Path) -> None:
    """A new library says so in a sentence."""
    assert published(tmp_path) is None
    with pytest.raises(IndexUnreadable, match="Nothing is published yet"):
        open_published(tmp_path, None)


def test_publish_and_roll_back(tmp_path: Path, three: list[str]) -> None:
    """Publishing moves forward, rolling back moves back, one generation at a time."""
    for name in three:
        publish(tmp_path, name)
    assert history(tmp_path) == tuple(reversed(three))
    assert rollback(tmp_path) == three[1]
    assert published(tmp_path) == three[1]
    assert rollback(tmp_path) == three[0]
    with pytest.raises(PublishRefused, match="no earlier generation"):
        rollback(tmp_path)
    assert published(tmp_path) == three[0]


def test_publishing_twice_changes_nothing(tmp_path: Path, three: list[str]) -> None:
    """A repeated publish does not make roll back a step to itself."""
    publish(tmp_path, three[0])
    publish(tmp_path, three[1])
    publish(tmp_path, three[1])
    assert rollback(tmp_path) == three[0]


def test_a_damaged_candidate_is_not_published(tmp_path: Path, three: list[str]) -> None:
    """What was published stays published."""
    publish(tmp_path, three[0])
    damage(tmp_path, three[1])
    with pytest.raises(IndexMismatch):
        publish(tmp_path, three[1])
    with pytest.raises(IndexUnreadable):
        publish(tmp_path, "nothing")
    assert published(tmp_path) == three[0]


def test_roll_back_passes_over_a_damaged_generation(tmp_path: Path, three: list[str]) -> None:
    """Roll back ends at a generation that can answer."""
    for name in three:
        publish(tmp_path, name)
    damage(tmp_path, three[1])
    assert rollback(tmp_path) == three[0]


def test_the_previous_generation_answers(tmp_path: Path, three: list[str], counting: Counting) -> None:
    """A damaged published generation is an error, or with `fall_back` the one before answers and the damage
    is told.
    """
    publish(tmp_path, three[0])
    publish(tmp_path, three[1])
    damage(tmp_path, three[1])
    with pytest.raises(IndexMismatch, match=three[1]):
        open_published(tmp_path, counting())
    opened = open_published(tmp_path, counting(), fall_back=True)
    assert opened.generation.id == three[0]
    assert [refused.generation for refused in opened.refused] == [three[1]]


def test_a_damaged_pointer_is_an_error_or_falls_back(tmp_path: Path, three: list[str], counting: Counting) -> None:
    """Any bit of the pointer: never another generation than one that was published; publishing again heals
    it.
    """
    publish(tmp_path, three[0])
    publish(tmp_path, three[1])
    pointer = tmp_path / POINTER
    content = pointer.read_bytes()
    for place in range(0, len(content) * 8, 7):
        damaged = bytearray(content)
        damaged[place // 8] ^= 1 << place % 8
        pointer.write_bytes(bytes(damaged))
        with pytest.raises(IndexUnreadable, match="published"):
            published(tmp_path)
    opened = open_published(tmp_path, counting(), fall_back=True)
    assert opened.generation.id == three[0]
    assert opened.refused[0].generation == ""
    publish(tmp_path, three[2])
    assert history(tmp_path) == (three[2], three[0])


def test_when_all_are_damaged_the_newest_is_named(tmp_path: Path, three: list[str]) -> None:
    """Nothing left to answer from is one plain error."""
    for name in three[:2]:
        publish(tmp_path, name)
        damage(tmp_path, name)
    with pytest.raises(IndexMismatch, match=three[1]):
        open_published(tmp_path, None, fall_back=True)


def test_readers_keep_what_they_opened(tmp_path: Path, three: list[str], counting: Counting, library: Library) -> None:
    """An open generation answers whole while others are published and it is deleted from the disk."""
    publish(tmp_path, three[0])
    held = open_published(tmp_path, counting()).generation
    publish(tmp_path, three[1])
    publish(tmp_path, three[2])
    prune(tmp_path, keep=1)
    assert held.contents == library("one")
    assert held.lexical.score({"librari": 1.0}).all()


def test_prune_keeps_what_is_needed(tmp_path: Path, three: list[str], library: Library, counting: Counting) -> None:
    """The newest published ones and newer candidates stay; older ones and unfinished builds go."""
    publish(tmp_path, three[0])
    publish(tmp_path, three[1])
    candidate = three[2]
    (tmp_path / GENERATIONS / f"{UNFINISHED}left").mkdir()
    assert prune(tmp_path, keep=2) == ()
    assert prune(tmp_path, keep=1) == (three[0],)
    assert generations(tmp_path) == (three[1], candidate)
    assert not list((tmp_path / GENERATIONS).glob(f"{UNFINISHED}*"))


def test_killed_at_any_moment_nothing_is_torn_or_mixed(tmp_path: Path, library: Library, counting: Counting) -> None:
    """Processes that build and publish without rest are killed (SIGKILL); what is published is always whole.

    Each passage carries its library's mark: one library's passages beside another's would be seen. After
    every kill the published generation opens, and publishing goes on.
    """
    libraries = {mark: library(mark) for mark in ("one", "two")}
    begun = time.perf_counter()
    publish(tmp_path, build(tmp_path, libraries["one"], counting(), created=CREATED))
    turn = time.perf_counter() - begun  # how long one turn takes on this machine, now
    processes = multiprocessing.get_context("forkserver")  # not from here: threads do not survive a fork
    processes.set_forkserver_preload([__name__])
    chance = random.Random(7)
    seen = set()
    for kill in range(KILLS):
        ready, telling = processes.Pipe(duplex=False)
        child = processes.Process(target=_publish_without_rest, args=(telling, tmp_path, libraries, counting(), kill))
        child.start()
        telling.close()
        for _ in range(1 + kill % 2):  # every other one has published at least once
            ready.recv()
        time.sleep(chance.uniform(0, 2 * turn))
        child.kill()
        child.join()
        ready.close()
        opened = open_published(tmp_path, counting()).generation
        assert len([mark for mark, whole in libraries.items() if opened.contents == whole]) == 1
        seen.add(opened.id)
        for name in generations(tmp_path):
            open_generation(tmp_path, name, counting())
        prune(tmp_path, keep=3)
    assert len(seen) > KILLS / 4, "the kills came before anything was published: they prove nothing"


def _publish_without_rest(
    telling: Connection, root: Path, libraries: dict[str, Contents], encoder: Encoder, kill: int
) -> None:
    telling.send("begun")
    for turn in range(10_000):
        mark = ("one", "two")[turn % 2]
        created = CREATED + timedelta(hours=1 + kill, seconds=turn)
        publish(root, build(root, libraries[mark], encoder, created=created))
        telling.send("published")
