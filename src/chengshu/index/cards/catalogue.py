"""All cards, in the order in which an index is made."""

from chengshu.index.cards import (
    aggregate,
    denominate,
    impute,
    normalise,
    rank,
    screen,
    tier,
    transform,
    treat,
    weigh,
)
from chengshu.model import MethodCard

_VERBS = (denominate, screen, impute, treat, transform, normalise, weigh, aggregate, rank, tier)


def method_cards() -> tuple[MethodCard, ...]:
    """One card for every method of every verb, from denominate to tier.

    Examples
    --------
    >>> [card.name for card in method_cards() if card.verb == "aggregate"]
    ['arithmetic', 'geometric']
    """
    return tuple(card for verb in _VERBS for card in verb.CARDS)
