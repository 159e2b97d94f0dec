"""Which prompts stand on the sheet, and under which part of the model."""

from collections.abc import Sequence

from bot.conversations.reflection.gathering import Prompt
from bot.conversations.reflection.models import Model, Part
from knowledge.answers import Shelf
from knowledge.answers.support import embedded

MOST = 12  # prompts on a sheet: what a supervision has time for
_NEAREST = 3  # questions of our own whose nearness is averaged: one alone is chance, all blur the part
_CUE = 0.15  # of a cosine: more than what usually lies between two parts, less than what lies between clear ones


def chosen(
    model: Model, questions: Sequence[Prompt], signs: Sequence[Prompt], shelf: Shelf
) -> list[tuple[str, Prompt]]:
    """At most MOST prompts in the order of the model: each part has its share, those nearest to the subject first, the
    learning's and the manual's in turn. Room that one part leaves is given to the others."""
    by_part: dict[str, list[Prompt]] = {part.heading: [] for part in model.parts}
    for prompt in sorted(questions, key=lambda one: (-one.near, not one.learning)):
        by_part[part_of(prompt, model, shelf).heading].append(prompt)
    ranked = {heading: _in_turn(prompts) for heading, prompts in by_part.items()}
    room = MOST - len(signs)
    kept: dict[str, list[Prompt]] = {heading: [] for heading in ranked}
    while room and any(ranked.values()):
        for heading, waiting in ranked.items():
            if waiting and room:
                kept[heading].append(waiting.pop(0))
                room -= 1
    kept[model.signs] = [*kept[model.signs], *signs]
    return [(heading, prompt) for heading, prompts in kept.items() for prompt in prompts]


def part_of(prompt: Prompt, model: Model, shelf: Shelf) -> Part:
    """The part that the printed heading names, else the one whose questions come nearest in meaning."""
    for heading in prompt.under:
        named = [part for part in model.parts if part.named.search(heading)]
        if len(named) == 1:
            return named[0]
    return nearest_part(prompt.citation.quote, model, shelf)


def nearest_part(question: str, model: Model, shelf: Shelf) -> Part:
    """The part whose own questions a question comes nearest to in meaning; words that speak for a part count beside that."""
    asked = embedded(question, shelf)

    def nearness(part: Part) -> float:
        near = sorted((float(asked @ embedded(like, shelf)) for like in part.like), reverse=True)
        return sum(near[:_NEAREST]) / _NEAREST + (_CUE if part.cues.search(question) else 0.0) - part.lead

    return max(model.parts, key=nearness)


def _in_turn(ranked: Sequence[Prompt]) -> list[Prompt]:
    """One from the learning, one from the manual, and so on, each in its own order."""
    learning = [prompt for prompt in ranked if prompt.learning]
    manual = [prompt for prompt in ranked if not prompt.learning]
    mixed = [prompt for pair in zip(learning, manual, strict=False) for prompt in pair]
    shorter = min(len(learning), len(manual))
    return [*mixed, *learning[shorter:], *manual[shorter:]]
