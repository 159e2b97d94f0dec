"""The plan for each goal: which steps, in which order, with what each depends on."""

from collections.abc import Callable, Sequence
from pathlib import Path

from signpost.setup.environment import Environment
from signpost.setup.installing import Installer
from signpost.setup.machine import Machine
from signpost.setup.modern import ModernEnvironment
from signpost.setup.rasa import RasaEnvironment
from signpost.setup.steps import Step
from signpost.setup.test_tools import TestTools

GOALS = ("chat", "check", "test")


class Plan:
    """The steps for the checkout `machine.root`."""

    def __init__(self, machine: Machine) -> None:
        root = machine.root
        modern, rasa = Environment(root / ".venv"), Environment(root / ".venv-rasa")
        installer = Installer(modern, machine)
        self._root = root
        self._home = Path(machine.environ.get("SIGNPOST_HOME") or root / "var")
        self._encoder_folder = Path(machine.environ.get("SIGNPOST_ENCODER") or self._home / "encoder")
        self._locks = root / "requirements"
        self._dialogue = root / "bot" / "dialogue"
        self._machine = machine
        self._modern = ModernEnvironment(modern, self._locks, installer, machine)
        self._rasa = RasaEnvironment(rasa, self._dialogue / "requirements.txt", installer, machine)
        self._test_tools = TestTools(machine)

    def steps(self, goal: str) -> Sequence[Step]:
        """The steps for `goal`, one of GOALS, in order."""
        modern = [self._packages(), self._torch(), self._signpost()]
        learned = [self._encoder(), self._demonstration(), self._dialogue_model()]
        both = [self._environment(), self._rasa_environment(), *modern, self._rasa_packages(), *learned]
        match goal:
            case "chat":
                return both
            case "check":
                return [self._environment(), *modern, self._dev()]
            case "test":
                return [*both, self._dev(), *self._test_tools.steps()]
        raise ValueError(goal)

    def _environment(self) -> Step:
        return Step(
            name="environment",
            title="Making the Python environment",
            takes="about 10 seconds",
            megabytes=120,
            stamp=self._stamp("environment"),
            inputs=lambda: [self._locks / "installer.txt"],
            work=self._modern.make,
            still_there=lambda: self._holds("installer.txt"),
        )

    def _rasa_environment(self) -> Step:
        return Step(
            name="rasa-environment",
            title="Making Rasa's environment, of Python 3.10",
            stamp=self._stamp("rasa-environment"),
            inputs=lambda: [],
            work=self._rasa.make,
            still_there=self._rasa.environment.exists,
        )

    def _packages(self) -> Step:
        return Step(
            name="packages",
            title="Installing the packages Signpost needs",
            takes="about 20 seconds",
            megabytes=1_300,
            stamp=self._modern.environment.stamp("packages"),
            inputs=lambda: [self._locks / "modern.txt"],
            work=self._modern.packages,
            still_there=lambda: self._holds("modern.txt"),
        )

    def _torch(self) -> Step:
        return Step(
            name="torch",
            title="Installing torch",
            takes="about 20 seconds",
            megabytes=900,
            stamp=self._modern.environment.stamp("torch"),
            inputs=lambda: [self._locks / "torch-cpu.txt", self._locks / "torch-cuda.txt"],
            work=self._modern.torch,
            still_there=self._modern.has_torch,
        )

    def _signpost(self) -> Step:
        return Step(
            name="signpost",
            title="Installing Signpost itself",
            stamp=self._modern.environment.stamp("signpost"),
            inputs=lambda: [str(self._root), self._root / "pyproject.toml"],
            work=self._modern.signpost,
            still_there=self._modern.environment.program("signpost").exists,
        )

    def _dev(self) -> Step:
        return Step(
            name="dev",
            title="Installing what checks and tests need",
            takes="about 5 seconds",
            megabytes=200,
            stamp=self._modern.environment.stamp("dev"),
            inputs=lambda: [self._locks / "dev.txt"],
            work=self._modern.dev,
            still_there=lambda: self._holds("dev.txt"),
        )

    def _rasa_packages(self) -> Step:
        return Step(
            name="rasa",
            title="Installing Rasa",
            takes="about 1 minute",
            megabytes=2_800,
            stamp=self._rasa.environment.stamp("rasa"),
            inputs=lambda: [self._rasa.lock],
            work=self._rasa.packages,
            still_there=lambda: self._rasa.environment.holds(self._rasa.lock),
        )

    def _encoder(self) -> Step:
        return self._by_verb(
            ("encoder", "export"),
            title="Exporting the sentence encoder",
            takes="about 30 seconds",
            inputs=self._encoder_inputs,
            makes=self._encoder_folder / "manifest.json",
        )

    def _demonstration(self) -> Step:
        return self._by_verb(
            ("demo",),
            title="Indexing the demonstration manual",
            takes="about 1 minute",
            inputs=lambda: [
                *self._encoder_inputs(),
                *self._paths("knowledge", "scraper", "training_data/manual"),
            ],
            makes=self._home / "published.json",
        )

    def _dialogue_model(self) -> Step:
        examples = ("training_data/nlu", "training_data/rules", "training_data/stories", "training_data/danger")
        return self._by_verb(
            ("dialogue", "train"),
            title="Training Rasa",
            takes="about 30 seconds",
            inputs=lambda: [*self._encoder_inputs(), *self._paths("bot/dialogue", *examples)],
            makes=self._home / "rasa" / "models" / "dialogue-*.tar.gz",
        )

    def _by_verb(
        self,
        verb: tuple[str, ...],
        *,
        title: str,
        takes: str,
        inputs: Callable[[], list[Path | str]],
        makes: Path,
    ) -> Step:
        """A step that one of Signpost's own verbs carries out; each of them may be run again at any time."""
        name = "-".join(verb)
        signpost = self._modern.environment.program("signpost")
        return Step(
            name=name,
            title=title,
            takes=takes,
            stamp=self._stamp(name),
            inputs=lambda: [str(makes), *inputs()],
            work=lambda _cut_off: self._machine.run([signpost, *verb]),
            still_there=lambda: any(makes.parent.glob(makes.name)),
        )

    def _encoder_inputs(self) -> list[Path | str]:
        return self._paths("requirements/modern.txt", "knowledge/encoder", "knowledge/encoder.py")

    def _paths(self, *names: str) -> list[Path | str]:
        return [self._root / name for name in names]

    def _holds(self, lock: str) -> bool:
        environment = self._modern.environment
        return environment.exists() and environment.holds(self._locks / lock)

    def _stamp(self, name: str) -> Path:
        return self._root / "var" / "setup" / f"{name}.json"
