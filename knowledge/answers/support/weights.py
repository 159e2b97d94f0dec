"""Weights of the support check: data beside this module, with where they come from. Made by `signpost evaluate --calibrate`."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PATH = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic function of named features: `bias` plus each feature times its weight."""

    bias: float
    by_name: Mapping[str, float]

    def probability(self, values: Mapping[str, float]) -> float:
        """Between 0 and 1; from 0.5 there is support."""
        total = self.bias + math.fsum(weight * values[name] for name, weight in self.by_name.items())
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, total))))


@cache
def weights(of: str) -> Weights:
    """The weights of one model: "passage" or "reading". Read once."""
    table = json.loads(PATH.read_text(encoding="utf-8"))[of]
    return Weights(float(table["bias"]), {name: float(value) for name, value in table["weights"].items()})
