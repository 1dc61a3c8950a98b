"""`rank` and the tiers: who comes first, and in which band."""

from collections.abc import Callable, Mapping

import numpy as np

from chengshu import kernels
from chengshu.model import Band, BandMethod, Floats, Rank, Small, Tiers, TierTable, Ties

RANKINGS: Mapping[Ties, Callable[[Floats], Floats]] = {
    Ties.MIN: kernels.rank_min,
    Ties.MAX: kernels.rank_max,
    Ties.AVERAGE: kernels.rank_average,
    Ties.DENSE: kernels.rank_dense,
}


def as_published(scores: Floats, option: Rank) -> Floats:
    """The scores as ranks and tiers see them: rounded, if the definition rounds."""
    return scores if option.decimals is None else kernels.rounded(scores, option.decimals)


def rank(scores: Floats, option: Rank) -> Floats:
    """Ranks along the unit axis, 1 for the best, NaN without a score; ``(period, unit, node)``."""
    return RANKINGS[option.ties](as_published(scores, option))


def _thresholds(scores: Floats, bands: tuple[Band, ...]) -> Small:
    bounds, inclusive = zip(*((_bound(band), band.start is not None) for band in bands[:-1]), strict=True)
    return kernels.threshold_bands(scores, bounds, inclusive)


BANDINGS: Mapping[BandMethod, Callable[[Floats, tuple[Band, ...]], Small]] = {
    BandMethod.THRESHOLDS: _thresholds,
    BandMethod.QUANTILE: lambda scores, bands: kernels.quantile_bands(scores, len(bands)),
    BandMethod.JENKS: lambda scores, bands: kernels.jenks_bands(scores, len(bands)),
}


def tier(scores: Floats, tiers: Tiers, option: Rank) -> TierTable:
    """The tier of each unit in each period, from the scores of the index, ``(period, unit)``.

    Thresholds hold for all periods; quantile and natural breaks are found in each period for itself.
    """
    seen = as_published(scores, option)
    band = BANDINGS[tiers.method](seen, tiers.bands)
    places = range(len(tiers.bands))
    counts = np.stack([(band == place).sum(axis=-1) for place in places], axis=-1)
    bounds = kernels.lowest_in_bands(seen, band, len(tiers.bands))
    if tiers.method is BandMethod.THRESHOLDS:
        declared = np.array([_bound(each) for each in tiers.bands])
        bounds = np.broadcast_to(declared, bounds.shape).copy()
    return TierTable(
        bands=tuple(each.id for each in tiers.bands),
        names=tuple(each.name for each in tiers.bands),
        band=band,
        bounds=bounds,
        counts=counts.astype(np.int64),
    )


def _bound(band: Band) -> float:
    """The declared bound of a band, NaN for the last."""
    bound = band.above if band.start is None else band.start
    return np.nan if bound is None else bound
