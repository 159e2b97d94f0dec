"""`signpost evaluate`: golden questions and BEIR folders, measured and held to floors."""

import hashlib
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from signpost.settings import Settings

if TYPE_CHECKING:
    from knowledge.evaluation import Breach, Measures, Summary, Tried
    from signpost.golden_pages import Extraction
    from signpost.question_sets import QuestionSet

_FLOORS = "floors.toml"
_CALIBRATED_ON = "calibrate"
_MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)  # questions are asked in office hours of a working day


@click.command()
@click.option(
    "--questions", "folder", type=click.Path(path_type=Path, file_okay=False), help="A folder of golden questions."
)
@click.option(
    "--beir", "benchmarks", type=click.Path(path_type=Path, file_okay=False), multiple=True, help="A BEIR folder."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON (documented in docs/json.md).")
@click.option("--details", is_flag=True, help="List each question that did not turn out as expected.")
@click.option("--pages/--no-pages", default=True, help="Also read the golden pages, in a checkout.")
@click.option("--calibrate", is_flag=True, help="First fit the support check's weights on the questions kept for that.")
def evaluate(  # noqa: PLR0913, PLR0917  # one parameter for each option
    folder: Path | None, benchmarks: tuple[Path, ...], as_json: bool, details: bool, pages: bool, calibrate: bool
) -> None:
    """Ask golden questions and say how well they were found, answered and refused. Exit status 1 below a floor.

    For example: signpost evaluate --details
    """
    from knowledge.evaluation import breaches, read_floors, summarise, try_all
    from signpost.golden_pages import extraction
    from signpost.question_sets import BUILT_IN, question_sets

    settings = Settings()
    folder = folder or BUILT_IN
    sets = list(question_sets(folder, settings.home, settings.encoder_folder))
    if calibrate:
        _calibrate(sets, folder)
    tried = {one.name: try_all(one.questions, one.shelf, _MONDAY) for one in sets}
    summaries = {name: summarise(each) for name, each in tried.items()}
    measured = {path.name: _search(path, settings) for path in benchmarks}
    rows = extraction() if pages and folder == BUILT_IN else ()
    figures = {name: summary.figures() for name, summary in summaries.items()}
    figures |= {name: {"ndcg@10": one.ndcg, "mrr": one.mrr, "hit@1": one.hit[1]} for name, one in measured.items()}
    floors = folder / _FLOORS
    fallen = breaches(read_floors(floors), figures) if floors.exists() else ()
    if as_json:
        click.echo(json.dumps(_as_json(summaries, measured, rows, fallen, tried), ensure_ascii=False, indent=1))
    else:
        _print(summaries, measured, rows, fallen, tried if details else {})
    sys.exit(1 if fallen else 0)


def _search(path: Path, settings: Settings) -> "Measures":
    from knowledge.encoder import Form
    from knowledge.evaluation import read_benchmark
    from signpost.beir_search import search_benchmark
    from signpost.opening import open_encoder

    full, quick = (open_encoder(settings.encoder_folder, form) for form in (Form.FP32, Form.INT8))
    return search_benchmark(read_benchmark(path), full, quick, settings.home / "evaluation" / "beir")


def _calibrate(sets: "Iterable[QuestionSet]", folder: Path) -> None:
    """Fit the weights and keep them with where they come from."""
    from knowledge.answers.support.weights import PATH, weights
    from knowledge.evaluation import EvaluationUnreadable
    from knowledge.evaluation.calibration import calibrate

    chosen = next((one for one in sets if one.name == _CALIBRATED_ON), None)
    if chosen is None:
        raise EvaluationUnreadable(f"There is no {_CALIBRATED_ON}.jsonl in {folder} to calibrate on.")
    path = folder / f"{_CALIBRATED_ON}.jsonl"
    models = {
        name: {
            "bias": one.bias,
            "weights": one.weights,
            "out_of_fold": {"answered": round(one.answered, 4), "false": round(one.false, 4)},
        }
        for name, one in calibrate(chosen.questions, chosen.shelf).items()
    }
    encoder = chosen.shelf.retriever.generation.encoder
    provenance = {
        "made_by": "signpost evaluate --calibrate",
        "questions": path.name,
        "count": len(chosen.questions),
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "encoder": encoder.digest if encoder else "",
        "date": datetime.now(UTC).date().isoformat(),
    }
    PATH.write_text(json.dumps({"provenance": provenance, **models}, indent=1) + "\n", encoding="utf-8")
    weights.cache_clear()


def _print(
    summaries: "dict[str, Summary]",
    measured: "dict[str, Measures]",
    pages: "Sequence[Extraction]",
    fallen: "Sequence[Breach]",
    tried: "dict[str, tuple[Tried, ...]]",
) -> None:
    for name, summary in summaries.items():
        click.echo(_lines(name, summary))
        for one in tried.get(name, ()):
            if not one.right:
                expected = "/".join(one.question.expected.outcomes)
                click.echo(
                    f"  {one.question.id} {one.question.text!r}: {one.outcome}, expected {expected}. {one.first_words}"
                )
    for name, measures in measured.items():
        click.echo(f"\n{name} ({measures.questions} questions, search alone)\n  {measures.line()}")
    if pages:
        click.echo("\nReading of golden pages (F1)")
        for row in pages:
            click.echo(f"  {row.what:16} {row.folder:18} {row.pages:3} pages  {row.f1:.3f}")
    click.echo("")
    for breach in fallen:
        click.echo(f"Below its floor: {breach}")
    if not fallen:
        click.echo("Every figure is at or above its floor.")


def _lines(name: str, summary: "Summary") -> str:
    curve = "  ".join(f"{point.floor:.2f}: {point.answered:.0%}/{point.false:.0%}" for point in summary.curve[::2])
    kinds = "  ".join(f"{one.kind} {one.answered}, {one.right} of {one.questions};" for one in summary.by_kind)
    note = " (the support check was fitted on these: not a measure)" if name == _CALIBRATED_ON else ""
    return "\n".join(
        (
            f"\n{name}: {summary.questions} questions, {summary.answerable} of them answerable{note}",
            f"  search      recall@5 {summary.retrieval.recall[5]:.3f}  MRR {summary.retrieval.mrr:.3f}  nDCG@10 {summary.retrieval.ndcg:.3f}  "
            f"hit@5 {summary.retrieval.hit[5]:.3f}",
            f"  answers     answered {summary.answered:.1%} of the answerable, {summary.right:.1%} with the expected words; "
            f"outcome as expected {summary.outcomes:.1%}; kind told {summary.kinds:.1%}",
            f"  refusals    answered falsely {summary.false:.1%} of the unanswerable, asked back {summary.asked_back:.1%}",
            f"  by kind     answered, with the expected words, of all  {kinds}",
            f"  curve       floor: answered/falsely  {curve}",
            f"              at most 5 % falsely: {summary.within.answered:.1%} answered, {summary.within.false:.1%} falsely, "
            f"at a floor of {summary.within.floor:.2f}; the floor in use is 0.50",
            f"  quotations  {summary.quotes}, word for word {summary.verbatim:.1%}; answers that show every limit of what they "
            f"quote {summary.limits:.1%}; annotated exceptions shown {summary.exceptions:.1%} of {summary.annotated}",
        )
    )


def _as_json(
    summaries: "dict[str, Summary]",
    measured: "dict[str, Measures]",
    pages: "Sequence[Extraction]",
    fallen: "Sequence[Breach]",
    tried: "dict[str, tuple[Tried, ...]]",
) -> dict[str, object]:
    return {
        "questions": {
            name: {
                **asdict(summary),
                "unexpected": [
                    {"id": one.question.id, "outcome": one.outcome, "expected": list(one.question.expected.outcomes)}
                    for one in tried[name]
                    if not one.right
                ],
            }
            for name, summary in summaries.items()
        },
        "beir": {name: asdict(one) for name, one in measured.items()},
        "extraction": [asdict(row) for row in pages],
        "below_floor": [asdict(breach) for breach in fallen],
    }
