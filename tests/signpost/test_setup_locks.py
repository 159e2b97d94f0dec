"""The locks are hashed and whole, tell nothing of where they were made, and say why each package is there."""

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest

from signpost.setup.locks import cuda_download

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted([*(ROOT / "requirements").glob("*.txt"), ROOT / "bot" / "dialogue" / "requirements.txt"])
HAND_WRITTEN = sorted([*(ROOT / "requirements").glob("*.in"), ROOT / "bot" / "dialogue" / "requirements.in"])
PROJECT = (ROOT / "pyproject.toml").read_text()


def by_name(path: Path) -> dict[str, str]:
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", path.read_text(), re.MULTILINE)
    return {plain(name): version for name, version in found}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\s<>=!~;\[]", name)[0]).lower()


@pytest.mark.parametrize("lock", [*LOCKS, *HAND_WRITTEN], ids=lambda path: path.name)
def test_no_lock_names_a_host_or_a_place(lock: Path) -> None:
    """No address, no index option, no absolute path: where packages come from is each machine's business."""
    text = lock.read_text()
    assert "://" not in text
    assert not re.search(r"^\s*#?\s*(-i|-f|--index|--extra-index|--find-links|--trusted-host)", text, re.MULTILINE)
    assert not re.search(r"(^|\s)/\w", text)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_package_is_pinned_and_hashed(lock: Path) -> None:
    """Each entry is one version with at least one SHA-256, so that pip and uv check every file."""
    entries = re.split(r"\n(?=[A-Za-z0-9])", "\n" + lock.read_text())
    packages = [entry for entry in entries if re.match(r"[A-Za-z0-9]", entry)]
    assert packages
    for entry in packages:
        assert re.match(r"[A-Za-z0-9._-]+==[^\s;]+ ", entry), entry.splitlines()[0]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry.splitlines()[0]


def test_every_dependency_is_locked() -> None:
    """What pyproject.toml asks for is in the locks: the locks were compiled after it was changed."""
    project = tomllib.loads(PROJECT)
    groups = project["dependency-groups"]
    for asked, lock in (
        (project["project"]["dependencies"], "modern.txt"),
        (groups["dev"], "dev.txt"),
        (groups["installer"], "installer.txt"),
    ):
        locked = by_name(ROOT / "requirements" / lock)
        missing = [item for item in asked if plain(item) not in locked]
        assert not missing, f"{lock} lacks {missing}: run `make lock`"


def test_every_dependency_says_why_it_is_there() -> None:
    """In each list of dependencies every line ends in a comment."""
    lists = re.findall(r"^(?:dependencies|dev|installer) = \[\n(.*?)^\]", PROJECT, re.MULTILINE | re.DOTALL)
    assert len(lists) == 3
    lines = [line.strip() for text in lists for line in text.splitlines()]
    bare = [line for line in lines if line and not line.startswith("#") and not re.search(r"\",\s+# \w", line)]
    assert bare == []


def test_the_modern_lock_leaves_torch_and_cuda_out() -> None:
    """Gigabytes of CUDA cannot come in by way of another package."""
    large = re.compile(r"torch|triton|nvidia-.*|cuda-.*")
    assert [name for name in by_name(ROOT / "requirements" / "modern.txt") if large.fullmatch(name)] == []


def test_what_torch_needs_is_named_as_its_metadata_has_it() -> None:
    """The torch installed here asks for nothing that requirements/torch-plain.in does not name."""
    asked = importlib.metadata.requires("torch") or []
    needed = {plain(item) for item in asked if "extra ==" not in item and "platform_system" not in item}
    lines = (ROOT / "requirements" / "torch-plain.in").read_text().splitlines()
    named = {plain(line) for line in lines if line and not line.startswith("#")}
    assert needed == named


def test_locks_of_one_environment_agree() -> None:
    """A package that two locks of .venv name has one version in both."""
    modern = by_name(ROOT / "requirements" / "modern.txt")
    for other in ("dev.txt", "torch-cuda.txt"):
        for name, version in by_name(ROOT / "requirements" / other).items():
            assert modern.get(name, version) == version, name


def test_the_size_of_the_cuda_download_counts_each_package_once() -> None:
    """Of each package with CUDA the one file for Linux counts, and nothing that comes anyway."""

    def wheel(name: str, size: int) -> dict[str, object]:
        return {"url": f"place/{name}.whl", "size": size}

    lock: dict[str, object] = {
        "packages": [
            {
                "name": "torch",
                "wheels": [
                    wheel("torch-2-cp311-cp311-macosx_14_0_arm64", 1),
                    wheel("torch-2-cp311-cp311-manylinux_2_28_x86_64", 20),
                    wheel("torch-2-cp312-cp312-manylinux_2_28_x86_64", 300),
                ],
            },
            {"name": "nvidia-nccl-cu13", "wheels": [wheel("nvidia_nccl-2-py3-none-manylinux1_x86_64", 4000)]},
            {"name": "cuda-pathfinder", "wheels": [wheel("cuda_pathfinder-1-py2.py3-none-any", 50_000)]},
            {"name": "sympy", "wheels": [wheel("sympy-1-py3-none-any", 600_000)]},
        ]
    }
    assert cuda_download(lock) == 54_020
