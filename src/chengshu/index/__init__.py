"""What a unit scores: the pipeline from observations to scores, ranks and tiers."""

from chengshu.index.cards import method_cards
from chengshu.index.denominate import denominate_context
from chengshu.index.score import build_scores

__all__ = ["build_scores", "denominate_context", "method_cards"]
