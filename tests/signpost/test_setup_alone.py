"""The set-up runs with a bare Python, before anything is installed."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "signpost" / "setup").glob("*.py"))


@pytest.mark.parametrize("module", [ROOT / "signpost" / "__init__.py", *MODULES], ids=lambda path: path.name)
def test_it_imports_only_the_standard_library_and_itself(module: Path) -> None:
    """No import, at the top or inside a function, needs a package."""
    for node in ast.walk(ast.parse(module.read_text())):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            names = [node.module or ""]
        for name in names:
            assert name.split(".")[0] in sys.stdlib_module_names or name.startswith("signpost.setup"), name


def test_it_runs_without_any_package() -> None:
    """A Python without its site-packages understands the set-up's words, and says what they are."""
    script = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from signpost.setup.__main__ import main; "
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-c", script + "sys.exit(main(['nonsense']))"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ran.returncode == 2
    assert ran.stderr.startswith("Say what to set up for: chat, check, test;")
