"""The phrases that the danger rules are held to: one a line, `#` for comments, `\\n` for a line break."""

from pathlib import Path

_FOLDER = Path(__file__).parent / "phrases"


def phrases_of(*names: str) -> list[str]:
    """The phrases of these files, in order."""
    lines = [line for name in names for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n")]
    return [line.replace("\\n", "\n") for line in lines if line.strip() and not line.startswith("#")]
