"""Questions with known answers, and how well Signpost finds and answers them."""

from knowledge.evaluation.asking import Tried as Tried
from knowledge.evaluation.asking import try_all as try_all
from knowledge.evaluation.beir import Benchmark as Benchmark
from knowledge.evaluation.beir import Document as Document
from knowledge.evaluation.beir import EvaluationUnreadable as EvaluationUnreadable
from knowledge.evaluation.beir import GradedQuestion as GradedQuestion
from knowledge.evaluation.beir import read_benchmark as read_benchmark
from knowledge.evaluation.floors import Breach as Breach
from knowledge.evaluation.floors import breaches as breaches
from knowledge.evaluation.floors import read_floors as read_floors
from knowledge.evaluation.golden import Expected as Expected
from knowledge.evaluation.golden import GoldenQuestion as GoldenQuestion
from knowledge.evaluation.golden import read_golden as read_golden
from knowledge.evaluation.measures import Grades as Grades
from knowledge.evaluation.measures import Measures as Measures
from knowledge.evaluation.measures import Ranking as Ranking
from knowledge.evaluation.measures import measure as measure
from knowledge.evaluation.measures import ndcg_at as ndcg_at
from knowledge.evaluation.measures import recall_at as recall_at
from knowledge.evaluation.measures import reciprocal_rank as reciprocal_rank
from knowledge.evaluation.summary import Point as Point
from knowledge.evaluation.summary import Summary as Summary
from knowledge.evaluation.summary import summarise as summarise
