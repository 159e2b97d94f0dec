"""An answer as one card: numbered quotations, and the message that a person sees."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from bot import phrases
from bot.replies import (
    Call,
    CheckItem,
    CheckList,
    Choice,
    Deadline,
    LadderView,
    LevelView,
    Missed,
    Outcome,
    Quote,
    Reply,
    Rung,
    StageView,
    Step,
)
from knowledge.answers import Answer, Answered, AskBack, Conflicting, Kind, NotFound, Unavailable
from knowledge.answers.outcomes import CitedCall, CitedClock, Section
from knowledge.ladders import Ladder, Stage
from knowledge.manual import Citation
from knowledge.retrieval import Rejected

_MOST_STEPS_SHOWN = 7


class Numbering:
    """Numbers quotations from one list, so that a number in the message always leads to its source."""

    def __init__(self, manual_names: dict[str, str]) -> None:
        self._names = manual_names
        self._numbers: dict[Citation, int] = {}

    def of(self, citation: Citation) -> int:
        """The citation's number; a new one where it has none yet."""
        return self._numbers.setdefault(citation, len(self._numbers) + 1)

    def quotes(self) -> tuple[Quote, ...]:
        """All quotations numbered so far, in order."""
        return tuple(self._quote(number, citation) for citation, number in self._numbers.items())

    def _quote(self, number: int, citation: Citation) -> Quote:
        return Quote(
            number=number,
            text=citation.quote,
            manual=self._names.get(citation.manual, citation.manual),
            chapter=citation.chapter,
            path=citation.path,
            url=citation.url,
            amended=citation.amended,
            fetched=citation.fetched,
            passage=citation.passage,
            section=citation.number,
            version=citation.version,
            learning=citation.learning,
            demonstration=citation.demonstration,
        )


def card(answer: Answer, *, area: str, manual_names: dict[str, str], explain: bool = False) -> Reply:
    """The reply for an answer. With `explain`, what was found and not used is listed too."""
    match answer:
        case Answered():
            return _answered(answer, area, Numbering(manual_names), explain)
        case AskBack():
            return _ask_back(answer, area, Numbering(manual_names), explain)
        case Conflicting():
            return _conflicting(answer, area, Numbering(manual_names), explain)
        case NotFound():
            return _not_found(answer, area, Numbering(manual_names), explain)
        case Unavailable():
            return unavailable(area=area, why=answer.why)


def unavailable(*, area: str = "", calls: tuple[Call, ...] = (), why: str = "") -> Reply:
    """The safe card for when nothing could be looked up. It needs no index and no Rasa."""
    lines = [phrases.UNAVAILABLE, *(_call_line(call) for call in calls)]
    return Reply(Outcome.UNAVAILABLE, "\n".join([*lines, *([why] if why else [])]), area=area, contacts=calls)


# --- answered -----------------------------------------------------------------------------------


def _answered(answer: Answered, area: str, numbers: Numbering, explain: bool) -> Reply:
    steps = tuple(Step(step.text, step.force.value, numbers.of(step.citation)) for step in answer.steps)
    deadlines = tuple(_deadline(clock, numbers) for clock in answer.clocks)
    checklist = _checklist(answer, numbers)
    levels = tuple(
        LevelView(one.level.label, one.level.name, one.level.order, tuple(numbers.of(quote) for quote in one.citations))
        for one in answer.levels
    )
    for citation in (*answer.citations, *answer.exceptions, *answer.learning):
        numbers.of(citation)
    calls = _calls(answer.calls, numbers)
    quotes = numbers.quotes()
    ladder = _ladder(answer.ladder, answer.stage) if answer.ladder else None
    stage = _stage(answer.stage) if answer.stage else None
    blocks = [
        [phrases.DANGER_LINE],
        _steps_block(answer, steps),
        _quotes_block(answer, quotes, steps),
        _levels_block(levels, quotes),
        _checklist_block(checklist),
        _when_block(answer, deadlines),
        [phrases.CALL, *(_call_line(call) for call in calls)] if calls else [],
        _exceptions_block(answer, numbers),
        _learning_block(answer, numbers),
        [phrases.SOURCES, *sources(quotes)],
    ]
    return Reply(
        outcome=Outcome.ANSWERED,
        message="\n\n".join("\n".join(block) for block in blocks if block),
        area=area,
        steps=steps,
        quotes=quotes,
        contacts=calls,
        ladder=ladder,
        stage=stage,
        deadline=deadlines[0] if deadlines else None,
        deadlines=deadlines,
        checklist=checklist,
        levels=levels,
        choices=_choices(answer),
        rejected=_missed(answer.rejected) if explain else (),
    )


def _steps_block(answer: Answered, steps: Sequence[Step]) -> list[str]:
    if not steps:
        return []
    heading = phrases.NEXT_STAGE.format(stage=stage_title(answer.stage)) if answer.stage else phrases.NEXT
    shown = [
        f"{number}. “{step.text}” [{step.citation}]{_force(step)}"
        for number, step in enumerate(steps[:_MOST_STEPS_SHOWN], 1)
    ]
    stages = [phrases.TOP_OF_LADDER] if answer.top else []
    if answer.ladder:
        stages.append(
            phrases.SHOW_STAGES.format(stages="; ".join(stage_title(stage) for stage in answer.ladder.stages))
        )
    return [heading, *shown, *stages]


def _force(step: Step) -> str:
    return f" {step.force.upper()}" if step.force != "none" else ""


def _quotes_block(answer: Answered, quotes: Sequence[Quote], steps: Sequence[Step]) -> list[str]:
    """The quotations that are not already shown as steps, items, levels, exceptions or learning."""
    if answer.items or answer.levels or steps:
        return []
    elsewhere = {quote.quote for quote in (*answer.exceptions, *answer.learning)}
    calls = {call.citation.quote for call in answer.calls if call.citation}
    wanted = (
        {citation.quote for citation in answer.citations}
        - elsewhere
        - (calls if answer.kind is Kind.CONTACT else set())
    )
    return [f"“{quote.text}” [{quote.number}]" for quote in quotes if quote.text in wanted]


def _levels_block(levels: Sequence[LevelView], quotes: Sequence[Quote]) -> list[str]:
    if not levels:
        return []
    by_number = {quote.number: quote for quote in quotes}
    lines = [phrases.LEVELS_LEAD]
    for level in levels:
        lines.append(": ".join(part for part in (level.label, level.name) if part))
        lines += [f"  “{by_number[number].text}” [{number}]" for number in level.quotes]
    return lines


def _checklist(answer: Answered, numbers: Numbering) -> CheckList | None:
    if answer.checklist is None:
        return None
    items = tuple(CheckItem(item.text, numbers.of(item.citation), item.group) for item in answer.items)
    return CheckList(answer.checklist.title, answer.checklist.kind.value, items, answer.checklist.lead_in)


def _checklist_block(checklist: CheckList | None) -> list[str]:
    if checklist is None:
        return []
    lines = [checklist.title, *([f"“{checklist.lead_in}”"] if checklist.lead_in else [])]
    group = ""
    for item in checklist.items:
        if item.group != group:
            group = item.group
            lines.append(group)
        lines.append(f"- “{item.text}” [{item.citation}]")
    return [*lines, phrases.CHECKLIST_NOTE]


def _deadline(cited: CitedClock, numbers: Numbering) -> Deadline:
    clock = cited.clock
    return Deadline(
        text=clock.text,
        value=clock.value,
        unit=clock.unit.value,
        runs_from=clock.runs_from,
        actor=clock.actor,
        due=cited.due,
        assumptions=cited.assumptions,
        citation=numbers.of(cited.citation),
        why=cited.why,
    )


def _when_block(answer: Answered, deadlines: Sequence[Deadline]) -> list[str]:
    if not deadlines:
        return [phrases.WHEN, phrases.NO_CLOCK] if answer.stage else []
    lines = [phrases.WHEN]
    for one in deadlines[:4]:
        due = f" ({phrases.DUE_IF_NOW.format(due=moment(one.due))})" if one.due else ""
        lines.append(f"- “{one.text}” [{one.citation}]{due}")
    notes = dict.fromkeys(note for one in deadlines[:4] for note in one.assumptions)
    return [*lines, *(f"  {note}" for note in notes)]


def moment(when: datetime) -> str:
    """A date and time as people read it: "17:00, Tuesday 1 September 2026"."""
    return f"{when:%H:%M}, {when:%A} {when.day} {when:%B %Y}"


def _exceptions_block(answer: Answered, numbers: Numbering) -> list[str]:
    if not answer.exceptions:
        return []
    return [phrases.UNLESS, *(f"- “{quote.quote}” [{numbers.of(quote)}]" for quote in answer.exceptions[:4])]


def _learning_block(answer: Answered, numbers: Numbering) -> list[str]:
    if not answer.learning:
        return []
    return [phrases.LEARNING, *(f"- “{quote.quote}” [{numbers.of(quote)}]" for quote in answer.learning)]


def sources(quotes: Iterable[Quote]) -> Iterator[str]:
    """One line for each chapter quoted: its sections with the numbers that stand in them, how old it is, its address."""
    chapters: dict[tuple[str, str], dict[str, list[Quote]]] = {}
    for quote in quotes:
        sections = chapters.setdefault((quote.manual, quote.chapter), {})
        sections.setdefault(_section(quote), []).append(quote)
    for (manual, chapter), sections in chapters.items():
        first = next(iter(sections.values()))[0]
        places = "; ".join(
            f"{''.join(f'[{quote.number}]' for quote in together)} {name}".rstrip()
            for name, together in sections.items()
        )
        yield f"{manual} > {chapter} ({_age(first)}): {places}. {first.url}".rstrip()


def _section(quote: Quote) -> str:
    return " ".join(part for part in (quote.section, quote.path[-1] if quote.path else "") if part)


def _age(quote: Quote) -> str:
    amended = quote.version or (_day(quote.amended) if quote.amended else "")
    known = [f"amended {amended}"] if amended else ["no date of amendment printed"]
    known += [f"read {_day(quote.fetched)}"] if quote.fetched else []
    known += [phrases.DEMONSTRATION] if quote.demonstration else []
    return "; ".join(known)


def _day(when: date) -> str:
    return f"{when.day} {when:%B %Y}"


def _calls(cited: Iterable[CitedCall], numbers: Numbering) -> tuple[Call, ...]:
    return tuple(
        Call(
            service=one.point.service,
            areas=one.point.areas,
            telephones=tuple(phone.shown for phone in one.point.telephones),
            e164=tuple(phone.e164 for phone in one.point.telephones),
            emails=one.point.emails,
            hours=one.point.hours,
            out_of_hours=one.point.out_of_hours,
            open_now=one.open_now,
            verified=one.point.verified,
            citation=numbers.of(one.citation) if one.citation else None,
        )
        for one in cited
    )


def _call_line(call: Call) -> str:
    name = call.service + (f" ({', '.join(call.areas)})" if call.areas else "")
    reach = " or ".join((*call.telephones, *call.emails))
    state = phrases.OPEN_NOW if call.open_now else phrases.CLOSED_NOW if call.open_now is False else ""
    notes = [phrases.OUT_OF_HOURS] if call.out_of_hours else []
    notes += [note for note in (call.hours, state) if note]
    notes.append(phrases.VERIFIED.format(date=_day(call.verified)) if call.verified else phrases.AS_PRINTED)
    number = f" [{call.citation}]" if call.citation else ""
    return f"- {name}: {reach} ({'; '.join(notes)}){number}"


def stage_title(stage: Stage | None) -> str:
    """A stage's label and name, as printed."""
    if stage is None:
        return ""
    return ": ".join(part for part in (stage.label, stage.name) if part) or (
        stage.place.path[-1] if stage.place.path else ""
    )


def _ladder(ladder: Ladder, current: Stage | None) -> LadderView:
    rungs = (Rung(stage.label, stage.name, stage.order, stage == current) for stage in ladder.stages)
    return LadderView(ladder.name, ladder.chapter, tuple(rungs))


def _stage(stage: Stage) -> StageView:
    return StageView(stage.label, stage.name, stage.order, stage.raised_by, stage.raised_to)


def _choices(answer: Answered) -> tuple[Choice, ...]:
    choices = []
    if answer.ladder and answer.stage and not answer.top and answer.ladder.after(answer.stage):
        choices.append(Choice("If they still say no", "and if they still say no?"))
    if answer.stage:
        choices.append(Choice("Help me find my stage", "help me find my stage"))
    if not answer.items:
        choices.append(Choice("Warning signs", "what are the warning signs?"))
    if not answer.levels:
        choices.append(Choice("Levels of need", "which level is this?"))
    return tuple(choices)


# --- other outcomes -----------------------------------------------------------------------------


def _ask_back(answer: AskBack, area: str, numbers: Numbering, explain: bool) -> Reply:
    question = {"area": phrases.ASK_AREA, "stage": phrases.ASK_STAGE}.get(answer.wanted, phrases.ASK_SUBJECT)
    calls = _calls(answer.calls, numbers)
    lines = [question, *(f"- {choice}" for choice in answer.choices), *(_call_line(call) for call in calls)]
    return Reply(
        Outcome.ASK_BACK,
        "\n".join(lines),
        area=area,
        quotes=numbers.quotes(),
        contacts=calls,
        choices=tuple(Choice(choice, choice) for choice in answer.choices),
        rejected=_missed(answer.rejected) if explain else (),
    )


def _conflicting(answer: Conflicting, area: str, numbers: Numbering, explain: bool) -> Reply:
    for citation in answer.citations:
        numbers.of(citation)
    quotes = numbers.quotes()
    names = [ladder.name for ladder in answer.ladders] or [quote.chapter for quote in quotes]
    readers = [phrases.WRITTEN_FOR.format(audience=ladder.audience) for ladder in answer.ladders] or [""] * len(names)
    lines = [
        f"- {name}{reader}: “{quote.text}” [{quote.number}]"
        for name, reader, quote in zip(names, readers, quotes, strict=False)
    ]
    return Reply(
        Outcome.CONFLICTING,
        "\n".join([phrases.CONFLICTING, *lines, "", phrases.SOURCES, *sources(quotes)]),
        area=area,
        quotes=quotes,
        choices=tuple(Choice(name, name) for name in dict.fromkeys(names)),
        rejected=_missed(answer.rejected) if explain else (),
    )


def _not_found(answer: NotFound, area: str, numbers: Numbering, explain: bool) -> Reply:
    calls = _calls(answer.calls, numbers)
    lines = [phrases.NOT_FOUND]
    if answer.closest:
        lines += [phrases.NOT_FOUND_CLOSEST, *(_section_line(section) for section in answer.closest)]
    lines += [phrases.NOT_FOUND_LEAD, *(_call_line(call) for call in calls)]
    return Reply(
        Outcome.NOT_FOUND,
        "\n".join(lines),
        area=area,
        quotes=numbers.quotes(),
        contacts=calls,
        rejected=_missed(answer.rejected) if explain else (),
    )


def _section_line(section: Section) -> str:
    path = dict.fromkeys((section.chapter, *section.path))
    return f"- {' > '.join(path)} {section.url}".rstrip()


def _missed(rejected: Iterable[Rejected]) -> tuple[Missed, ...]:
    return tuple(Missed(one.passage.id, round(one.score, 4), one.why) for one in rejected)
