"""The phrases that the danger rules are held to: one a line, `#` for comments, `\\n` for a line break.

Those in training_data/danger teach the learned net as well; those beside this file are never learnt from.
"""

from pathlib import Path

_LEARNT = Path(__file__).parents[4] / "training_data" / "danger"
_APART = Path(__file__).parent / "phrases"


def phrases_of(*names: str) -> list[str]:
    """The phrases of these files, in order."""
    files = (
        folder / f"{name}.txt" for name in names for folder in (_LEARNT, _APART) if (folder / f"{name}.txt").is_file()
    )
    lines = [line for file in files for line in file.read_text(encoding="utf-8").split("\n")]
    return [line.replace("\\n", "\n") for line in lines if line.strip() and not line.startswith("#")]
