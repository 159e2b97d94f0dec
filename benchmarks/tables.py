"""Figures as tables for a terminal."""

from collections.abc import Mapping, Sequence

from benchmarks.contenders import Contender
from benchmarks.scoring import COMPARED, QUALITY, Aim, Quality, Speed


def quality_table(setting: str, tools: Sequence[Contender], of_tool: Mapping[str, Quality]) -> str:
    """One setting's quality; the best of each column is starred."""
    best = {column: max(one.columns[column] for one in of_tool.values()) for column in QUALITY}
    rows = [
        [
            tool.title,
            *(_starred(of_tool[tool.name].columns[column], best[column]) for column in QUALITY),
            *(_beside(of_tool[tool.name], column) for column in COMPARED),
        ]
        for tool in tools
        if tool.name in of_tool
    ]
    return table([setting.capitalize(), *QUALITY, *(f"{column} to Signpost's (95 %)" for column in COMPARED)], rows)


def speed_table(setting: str, tools: Sequence[Contender], speeds: Mapping[str, Speed]) -> str:
    """Everyone's times in one setting."""
    rows = [
        [tool.title, f"{one.p50[setting]:.1f}", f"{one.p95[setting]:.1f}", f"{one.slower[setting]:.1f}"]
        for tool, one in _measured(tools, speeds)
    ]
    return table([f"Time, {setting}", "p50 ms", "p95 ms", "x"], rows)


def cost_table(tools: Sequence[Contender], speeds: Mapping[str, Speed]) -> str:
    """What everyone takes besides the time of a question."""
    rows = [
        [tool.title, f"{one.cold_seconds:.2f}", f"{one.resident_mb:.0f}", f"{one.rate:,.0f}", f"{one.busy:.2f}"]
        for tool, one in _measured(tools, speeds)
    ]
    return table(["What it takes", "cold s", "MB", "passages/s", "threads"], rows)


def _measured(tools: Sequence[Contender], speeds: Mapping[str, Speed]) -> list[tuple[Contender, Speed]]:
    return [(tool, speeds[tool.name]) for tool in tools if tool.name in speeds]


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


def _beside(quality: Quality, column: str) -> str:
    one = quality.beside.get(column)
    return f"{one.mean:+.3f} ({one.low:+.3f} to {one.high:+.3f})" if one else ""
