"""Which build of torch pip would take is read from pip's own report, and judged by hash."""

import json
from pathlib import Path

import pytest

from signpost.setup.failures import SetupFailed
from signpost.setup.torch_build import (
    Build,
    Kind,
    download_size,
    hashes_in,
    kind_of,
    pinned_version,
    read_report,
)

LOCKS = Path(__file__).resolve().parents[2] / "requirements"


def report(archive: dict[str, object]) -> str:
    torch = {
        "metadata": {"name": "torch", "version": "2.13.0+cpu"},
        "download_info": {
            "url": "file:///w/torch-2.13.0%2Bcpu-cp311-cp311-linux.whl",
            "archive_info": archive,
        },
    }
    return json.dumps({"install": [{"metadata": {"name": "filelock"}}, torch]})


@pytest.mark.parametrize("archive", [{"hash": f"sha256={'a' * 64}"}, {"hash": "md5=0", "hashes": {"sha256": "a" * 64}}])
def test_a_report_gives_the_build(archive: dict[str, object]) -> None:
    """Both ways in which pip has written hashes are read; the file's name is what a person would see."""
    assert read_report(report(archive)) == Build(
        version="2.13.0+cpu", file="torch-2.13.0+cpu-cp311-cp311-linux.whl", sha256="a" * 64
    )


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"install": []}', '{"install": [{}]}'])
def test_a_report_without_torch_is_a_sentence(text: str) -> None:
    """A pip whose report is different stops the step with a sentence, not with a traceback."""
    with pytest.raises(SetupFailed, match="report"):
        read_report(text)


def test_every_build_in_the_lock_counts_as_the_processors() -> None:
    """The lock of CPU builds is what decides; there is one for Linux on each modern Python."""
    lock = LOCKS / "torch-cpu.txt"
    assert len(hashes_in(lock)) >= 6
    for sha256 in hashes_in(lock):
        assert kind_of(Build("2.13.0", "torch.whl", sha256), lock) is Kind.PROCESSOR


def test_a_plain_build_of_an_unknown_hash_counts_as_cuda() -> None:
    """What is not known to be without CUDA is announced before it is downloaded."""
    assert kind_of(Build("2.13.0", "torch.whl", "0" * 64), LOCKS / "torch-cpu.txt") is Kind.CUDA
    assert kind_of(Build("2.13.0+cpu", "torch.whl", "0" * 64), LOCKS / "torch-cpu.txt") is Kind.UNKNOWN


def test_no_cpu_build_is_among_those_with_cuda_unless_it_is_plain() -> None:
    """The two locks pin one version, and the size of the large download is known."""
    version = pinned_version(LOCKS / "torch-cpu.txt")
    assert f"\ntorch=={version} " in (LOCKS / "torch-cuda.txt").read_text()
    assert f"\ntorch=={version}\n" in (LOCKS / "torch.in").read_text()
    assert download_size(LOCKS / "torch-cuda.txt").endswith(" GB")
