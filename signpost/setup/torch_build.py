"""Which build of torch: the processor's own, where one is at hand, instead of gigabytes of CUDA.

Where pip looks (its configuration may name a folder or an index that holds CPU builds) is this machine's
business. So pip is asked, without a download, which build it would take; the answer is compared with the
hashes of the CPU builds in requirements/torch-cpu.txt.
"""

import json
import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from urllib.parse import unquote

from signpost.setup.failures import SetupFailed


@dataclass(frozen=True, slots=True)
class Build:
    """A build of torch that pip would take: its version as "2.13.0+cpu", its file's name, its SHA-256."""

    version: str
    file: str
    sha256: str


class Kind(Enum):
    """What a build is, judged by its hash and its version."""

    PROCESSOR = "runs on the processor, and its hash is known"
    UNKNOWN = "calls itself a CPU build, and its hash is not known"
    CUDA = "brings CUDA"


def read_report(report: str) -> Build:
    """The build in pip's installation report (`pip install --dry-run --report -`).

    Raises SetupFailed when the report holds no torch, or one without a SHA-256.
    """
    try:
        for item in json.loads(report)["install"]:
            if item["metadata"]["name"] == "torch":
                download = item["download_info"]
                return Build(
                    version=item["metadata"]["version"],
                    file=unquote(download["url"].rsplit("/", 1)[-1]),
                    sha256=_sha256(download["archive_info"]),
                )
    except (ValueError, KeyError, TypeError) as error:
        raise SetupFailed("pip's report on torch could not be read: it may be too old or too new.") from error
    raise SetupFailed("pip's report names no build of torch.")


def _sha256(archive: dict[str, object]) -> str:
    hashes = archive.get("hashes")
    if isinstance(hashes, dict) and "sha256" in hashes:
        return str(hashes["sha256"])
    return str(archive["hash"]).removeprefix("sha256=")


def kind_of(build: Build, cpu_lock: Path) -> Kind:
    """Judge `build` by the hashes in `cpu_lock`."""
    if build.sha256 in hashes_in(cpu_lock):
        return Kind.PROCESSOR
    return Kind.UNKNOWN if "+cpu" in build.version else Kind.CUDA


def hashes_in(lock: Path) -> frozenset[str]:
    """Every SHA-256 that `lock` accepts."""
    return frozenset(re.findall(r"--hash=sha256:([0-9a-f]{64})", lock.read_text(encoding="utf-8")))


def pinned_version(cpu_lock: Path) -> str:
    """The version of torch that `cpu_lock` pins, such as "2.13.0"."""
    found = re.search(r"^torch==([0-9.]+)", cpu_lock.read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        raise SetupFailed(f"{cpu_lock.name} pins no version of torch: restore it from the repository.")
    return found[1]


def download_size(cuda_lock: Path) -> str:
    """How large the CUDA build's download is, such as "2.9 GB", as `make lock` noted it in `cuda_lock`."""
    found = re.search(r"^# download: about ([0-9.]+ GB)", cuda_lock.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else "several GB"


def cuda_notice(cuda_lock: Path) -> str:
    """What a person is told before the CUDA build is installed."""
    return (
        f"      No CPU build of torch was found where pip looks, so the build with CUDA is installed: "
        f"about {download_size(cuda_lock)} to download.\n"
        "      If you know of a CPU build, stop now (Ctrl-C), point pip at it with PIP_EXTRA_INDEX_URL (an\n"
        "      index) or PIP_FIND_LINKS (a folder or page), and run the same command again."
    )


def unknown_build(build: Build) -> SetupFailed:
    """The refusal of a CPU build whose hash nobody has checked."""
    return SetupFailed(
        f"pip offers {build.file}, a CPU build of torch that is not among those in "
        f"requirements/torch-cpu.txt. If you trust where it comes from, add `--hash=sha256:{build.sha256}` "
        "there and run the same command again."
    )
