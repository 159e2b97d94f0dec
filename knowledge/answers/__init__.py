"""From a question and the published manuals to an answer: quoted, cited, or an honest "the manual does not say"."""

from knowledge.answers.answering import answer as answer
from knowledge.answers.outcomes import Answer as Answer
from knowledge.answers.outcomes import Answered as Answered
from knowledge.answers.outcomes import AskBack as AskBack
from knowledge.answers.outcomes import Conflicting as Conflicting
from knowledge.answers.outcomes import Force as Force
from knowledge.answers.outcomes import Kind as Kind
from knowledge.answers.outcomes import NotFound as NotFound
from knowledge.answers.outcomes import Question as Question
from knowledge.answers.outcomes import Unavailable as Unavailable
from knowledge.answers.outcomes import ladder_key as ladder_key
from knowledge.answers.shelf import Shelf as Shelf
