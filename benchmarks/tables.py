"""Figures as tables for a terminal."""

from collections.abc import Mapping, Sequence

from benchmarks.contenders import Contender
from benchmarks.scoring import QUALITY, Aim, Quality, Speed


def quality_table(setting: str, tools: Sequence[Contender], of_tool: Mapping[str, Quality]) -> str:
    """One setting's quality; the best of each column is starred."""
    best = {column: max(one.columns[column] for one in of_tool.values()) for column in QUALITY}
    rows = [
        [
            tool.title,
            *(_starred(of_tool[tool.name].columns[column], best[column]) for column in QUALITY),
            _behind(of_tool[tool.name]),
        ]
        for tool in tools
        if tool.name in of_tool
    ]
    return table([setting.capitalize(), *QUALITY, "nDCG@10 to Signpost's (95 %)"], rows)


def speed_table(tools: Sequence[Contender], speeds: Mapping[str, Speed]) -> str:
    """Everyone's speed, a column for each setting."""
    settings = list(next(iter(speeds.values())).p50)
    headings = ["Speed", *(f"{what}, {setting}" for setting in settings for what in ("p50 ms", "p95 ms", "x"))]
    rows = []
    for tool in (tool for tool in tools if tool.name in speeds):
        one = speeds[tool.name]
        times = [
            text
            for setting in settings
            for text in (f"{one.p50[setting]:.1f}", f"{one.p95[setting]:.1f}", f"{one.slower[setting]:.1f}")
        ]
        rows.append(
            [
                tool.title,
                *times,
                f"{one.cold_seconds:.2f}",
                f"{one.resident_mb:.0f}",
                f"{one.rate:,.0f}",
                f"{one.busy:.2f}",
            ]
        )
    return table([*headings, "cold s", "MB", "passages/s", "threads"], rows)


def aims_table(aims: Sequence[Aim]) -> str:
    """Each aim, met or missed, with its figures."""
    return table(["Aim", "", "Measured"], [[aim.aim, "met" if aim.met else "MISSED", aim.figures] for aim in aims])


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns parted by two spaces, the first to the left, numbers to the right; a rule below the headings."""
    widths = [max(len(row[place]) for row in (headings, *rows)) for place in range(len(headings))]
    lefts = [place == 0 or not any(_is_number(row[place]) for row in rows) for place in range(len(headings))]
    lines = [_line(headings, widths, lefts), "  ".join("-" * width for width in widths)]
    return "\n".join([*lines, *(_line(row, widths, lefts) for row in rows)])


def _line(cells: Sequence[str], widths: Sequence[int], lefts: Sequence[bool]) -> str:
    placed = zip(cells, widths, lefts, strict=True)
    return "  ".join(cell.ljust(width) if left else cell.rjust(width) for cell, width, left in placed).rstrip()


def _is_number(cell: str) -> bool:
    return cell.strip(" *").replace(",", "").replace(".", "", 1).isdigit()


def _starred(value: float, best: float) -> str:
    return f"{value:.3f}{'*' if value == best else ' '}"


def _behind(quality: Quality) -> str:
    if quality.behind is None:
        return ""
    mean, low, high = quality.behind
    return f"{mean:+.3f} ({low:+.3f} to {high:+.3f})"
