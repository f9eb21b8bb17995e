"""How well a claims table agrees with claims that a careful reader annotated."""

from etl.evaluation.score import Disagreement, Rate, Report, score

__all__ = ["Disagreement", "Rate", "Report", "score"]
