"""`python -m benchmarks FOLDER`: what `make benchmark` runs."""

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.comparison import Comparison, Plan, compare, settings_of
from benchmarks.contenders import PEERS, Contender, UnknownPeer, chosen
from benchmarks.environments import Environments
from benchmarks.running import Runner, ToolFailed
from benchmarks.scoring import different
from benchmarks.tables import aims_table, cost_table, quality_table, speed_table
from knowledge.errors import ProceduresError
from knowledge.evaluation import Benchmark, read_benchmark
from signpost.setup.failures import SetupFailed
from signpost.setup.machine import Machine, Screen

_ROOT = Path(__file__).resolve().parents[1]


def main(words: Sequence[str]) -> int:
    """Compare, print, keep the figures. Returns the exit status: 0 done, 1 failed, 2 not understood, 130 stopped."""
    given = _arguments().parse_args(words)
    machine = Machine(_ROOT, os.environ, Screen())
    try:
        tools = chosen(given.peers.split(","))
        benchmark = read_benchmark(given.folder.resolve())
        if not benchmark.questions:
            raise UnknownPeer(f"{given.folder} holds no question with an answer: is qrels/test.tsv the right one?")
        plan = Plan(given.folder.resolve(), benchmark, min(given.rounds, len(benchmark.questions)), given.builds)
        pythons, missing = _environments(tools, machine)
        compared = _compare(plan, pythons, machine)
    except (UnknownPeer, ProceduresError, SetupFailed) as error:
        print(error, file=sys.stderr)
        return 2 if isinstance(error, UnknownPeer) else 1
    except ToolFailed as error:
        print(f"Signpost's own program failed, so there is nothing to compare with: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; nothing was kept.", file=sys.stderr)
        return 130
    left_out = {**missing, **compared.left_out}
    print(_told(compared, left_out, benchmark))
    print(f"\nKept in {_keep(given.results, plan, compared, left_out, machine)}")
    return 0


def _arguments() -> argparse.ArgumentParser:
    arguments = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    arguments.add_argument("folder", type=Path, help="a folder in BEIR's layout")
    arguments.add_argument(
        "--peers", default="", help=f"some of them only: {','.join(peer.name for peer in PEERS)}", metavar="A,B"
    )
    arguments.add_argument("--rounds", type=_at_least_one, default=5, help="rounds of asking (5)", metavar="N")
    arguments.add_argument("--builds", type=_at_least_one, default=1, help="builds of each index (1)", metavar="N")
    arguments.add_argument("--results", type=Path, default=_ROOT / "benchmarks" / "results", help=argparse.SUPPRESS)
    return arguments


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def _environments(tools: Sequence[Contender], machine: Machine) -> tuple[dict[Contender, Path], dict[str, str]]:
    environments = Environments(machine)
    pythons, missing = {}, {}
    for tool in tools:
        try:
            pythons[tool] = environments.python(tool)
        except SetupFailed as failure:
            missing[tool.name] = f"could not be installed: {failure}"
    return pythons, missing


def _compare(plan: Plan, pythons: dict[Contender, Path], machine: Machine) -> Comparison:
    encoder = Path(os.environ.get("SIGNPOST_ENCODER") or _ROOT / "var" / "encoder")
    work = _ROOT / "var" / "benchmarks"
    runner = Runner(_ROOT, work / "logs", {"SIGNPOST_ENCODER": str(encoder)})
    machine.screen.say(
        f"{plan.benchmark.name}: {len(plan.benchmark.documents):,} passages, "
        f"{len(plan.benchmark.questions):,} questions, {plan.rounds} rounds"
    )
    return compare(plan, pythons, runner, work / "stores", machine.screen.say)


def _told(compared: Comparison, left_out: dict[str, str], benchmark: Benchmark) -> str:
    parts = [quality_table(setting, compared.tools, found) for setting, found in compared.quality.items()]
    parts += [speed_table(setting, compared.tools, compared.speeds) for setting in settings_of(benchmark)]
    parts += [cost_table(compared.tools, compared.speeds), aims_table(compared.aims)]
    parts.append(
        f"Over {len(benchmark.questions):,} questions ({len(different(benchmark.questions)):,} different) and {len(benchmark.documents):,} passages. * is the column's best. "
        "x is the tool's p50 to Signpost's in the same round.\ncold: from a process's start to its first answer, files "
        "in the page cache. MB: resident after answering. threads: processor time to wall time."
    )
    parts += [f"Left out: {name}, which {reason}" for name, reason in left_out.items()]
    return "\n" + "\n\n".join(parts)


def _keep(results: Path, plan: Plan, compared: Comparison, left_out: dict[str, str], machine: Machine) -> str:
    now = datetime.now(UTC)
    environments = Environments(machine)
    data = {
        "made": now.isoformat(timespec="seconds"),
        "questions": plan.benchmark.name,
        "counts": {
            "passages": len(plan.benchmark.documents),
            "questions": len(plan.benchmark.questions),
            "different": len(different(plan.benchmark.questions)),
        },
        "rounds": plan.rounds,
        "builds": plan.builds,
        "machine": {"processor": _processor(), "cores": os.cpu_count(), "python": platform.python_version()},
        "versions": {tool.name: environments.versions(tool) for tool in compared.tools},
        **compared.as_data(),
        "left_out": left_out,
    }
    results.mkdir(parents=True, exist_ok=True)
    path = results / f"{now:%Y-%m-%dT%H%M%SZ}.json"
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    return os.path.relpath(path)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
