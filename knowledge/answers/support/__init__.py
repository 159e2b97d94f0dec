"""Does what was found answer what was asked? A check beyond retrieval scores, which alone are not a safe ground."""

from knowledge.answers.support.concepts import Concept as Concept
from knowledge.answers.support.concepts import concepts as concepts
from knowledge.answers.support.features import Features as Features
from knowledge.answers.support.features import embedded as embedded
from knowledge.answers.support.features import units as units
from knowledge.answers.support.judging import ENOUGH as ENOUGH
from knowledge.answers.support.judging import Judge as Judge
from knowledge.answers.support.judging import Support as Support
from knowledge.answers.support.wanted import Wanted as Wanted
from knowledge.answers.support.wanted import holds as holds
from knowledge.answers.support.wanted import wanted as wanted
