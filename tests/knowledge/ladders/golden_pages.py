"""Golden pages and the reading a person expects of each."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from knowledge.ladders import Ladder, LadderReading, read_ladders
from knowledge.ladders.scoring import ExpectedLadder, ExpectedStage, Score, score
from knowledge.manual import Chapter, block_texts
from scraper.parse import parse

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Golden:
    """One page: its chapter, its reading, and what was expected (see README.md beside the pages)."""

    name: str
    chapter: Chapter
    reading: LadderReading
    wanted: tuple[ExpectedLadder, ...]
    particulars: tuple[dict[str, object], ...]
    doubt: str

    def score(self) -> Score:
        return score(self.wanted, self.reading.ladders)


def page_names(folder: str) -> list[str]:
    return sorted(path.stem for path in (HERE / folder).glob("*.json"))


def load(folder: str, name: str) -> Golden:
    reading = HERE / folder / f"{name}.json"
    page = next(path for path in reading.parent.glob(f"{name}.*") if path != reading)
    expected = json.loads(reading.read_text("utf-8"))
    chapter = parse(page.read_bytes(), url=f"https://manual.example/{page.name}")
    wanted = tuple(
        ExpectedLadder(
            tuple(
                ExpectedStage(stage["label"], tuple(_clock(words) for words in stage["clocks"]))
                for stage in ladder["stages"]
            ),
            tuple(_clock(words) for words in ladder["clocks"]),
        )
        for ladder in expected["ladders"]
    )
    return Golden(name, chapter, read_ladders(chapter), wanted, tuple(expected["ladders"]), expected.get("doubt", ""))


def _clock(words: str) -> tuple[float | None, str]:
    counted = re.match(r"([\d.]+) (.*)", words)
    return (float(counted[1]), counted[2]) if counted else (None, words)


def words_of(chapter: Chapter) -> list[str]:
    """Every run of words of a chapter, with its headings."""
    runs = [chapter.title]
    for _, section in chapter.walk():
        runs.append(section.heading)
        for block in section.blocks:
            runs.extend(block_texts(block))
    return runs


def texts_of(ladder: Ladder) -> list[str]:
    """Every run of words that a ladder claims to be printed."""
    texts = [exemption.text for exemption in ladder.exceptions] + [clock.text for clock in ladder.clocks]
    for stage in ladder.stages:
        texts += [stage.name, stage.raised_by, stage.raised_to, stage.place.text, *stage.text, *stage.record]
        texts += (
            [clock.text for clock in stage.clocks]
            + [clock.actor for clock in stage.clocks]
            + [clock.runs_from for clock in stage.clocks]
        )
    return [text for text in texts if text]
