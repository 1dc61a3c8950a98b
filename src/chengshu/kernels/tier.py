"""Bands of scores, ``(..., unit)``: 0 is the best band, -1 stands for a unit without a score."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from chengshu.kernels.denominate import Floats
from chengshu.kernels.jenks import natural_breaks
from chengshu.kernels.rank import NOISE, rank_min

Bands = npt.NDArray[np.int8]


def threshold_bands(scores: Floats, bounds: Sequence[float], inclusive: Sequence[bool]) -> Bands:
    """The band of each score under declared bounds, highest bound first; the last band takes the rest.

    Parameters
    ----------
    bounds
        One for each band but the last, falling.
    inclusive
        Whether a score that equals the bound belongs to the band ("from") or not ("above").

    Notes
    -----
    ``band_i = #{b : y_i does not reach b}``, equality being judged to 1e-11 of the bound.

    Examples
    --------
    >>> import numpy as np
    >>> threshold_bands(np.array([90.0, 85.0, 65.0, 12.0, np.nan]), (85.0, 65.0), (False, True))
    array([ 0,  1,  1,  2, -1], dtype=int8)
    """
    bound = np.asarray(bounds, dtype=np.float64)
    slack = NOISE * np.abs(bound)
    score = scores[..., np.newaxis]
    reached = np.where(np.asarray(inclusive, dtype=np.bool_), score >= bound - slack, score > bound + slack)
    return _bands(scores, (~reached).sum(axis=-1))


def quantile_bands(scores: Floats, bands: int) -> Bands:
    """Bands equal in number of units; equal scores stay together, in the better band.

    Notes
    -----
    ``band_i = floor((r_i - 1) k / n)`` with the rank r (ties at their best place) among n scored units:
    without ties the sizes differ by one at most.

    Examples
    --------
    >>> import numpy as np
    >>> quantile_bands(np.array([9.0, 8.0, 7.0, 6.0, 5.0, 4.0]), 3)
    array([0, 0, 1, 1, 2, 2], dtype=int8)
    >>> quantile_bands(np.array([9.0, 8.0, 8.0, 6.0]), 2)
    array([0, 0, 0, 1], dtype=int8)
    """
    ranks = rank_min(scores[..., np.newaxis])[..., 0]
    place = np.where(np.isnan(ranks), 0.0, ranks - 1.0).astype(np.int64)
    scored = np.maximum((~np.isnan(scores)).sum(axis=-1, keepdims=True), 1)
    return _bands(scores, place * bands // scored)


def jenks_bands(scores: Floats, bands: int) -> Bands:
    """Bands at natural breaks: those that make the scores within a band as alike as can be.

    Notes
    -----
    Minimises ``sum_b sum_{i in b} (y_i - mean_b)^2`` exactly; see `natural_breaks`. With fewer distinct scores
    than bands each has its own, and the last bands stay empty. Source: Fisher (1958); Jenks (1967).

    Examples
    --------
    >>> import numpy as np
    >>> jenks_bands(np.array([90.0, 88.0, 60.0, 58.0, 20.0]), 3)
    array([0, 0, 1, 1, 2], dtype=int8)
    """
    found = np.full(scores.shape, -1, dtype=np.int8)
    for place in np.ndindex(scores.shape[:-1]):
        row = scores[place]
        starts = natural_breaks(row[~np.isnan(row)], bands)
        worse = (row[:, np.newaxis] < starts[::-1]).sum(axis=-1)
        found[place] = _bands(row, worse)
    return found


def lowest_in_bands(scores: Floats, band: Bands, bands: int) -> Floats:
    """The lowest score in each band, ``(..., band)``, NaN where it is empty.

    Examples
    --------
    >>> import numpy as np
    >>> lowest_in_bands(np.array([9.0, 8.0, 2.0]), np.array([0, 0, 2], dtype=np.int8), 3)
    array([ 8., nan,  2.])
    """
    columns = [
        np.fmin.reduce(np.where(band == place, scores, np.nan), axis=-1, initial=np.nan)
        for place in range(bands)
    ]
    return np.stack(columns, axis=-1)


def _bands(scores: Floats, band: npt.NDArray[np.int64]) -> Bands:
    return np.where(np.isnan(scores), -1, band).astype(np.int8)
