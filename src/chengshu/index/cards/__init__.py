"""What every method is, for readers: one module a verb."""

from chengshu.index.cards.catalogue import method_cards

__all__ = ["method_cards"]
