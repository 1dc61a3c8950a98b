"""Make one score of several. Children lie on the last axis, ``(..., unit, child)``."""

import numpy as np

from chengshu.kernels.denominate import Floats, quotient
from chengshu.kernels.screen import availability, enough


def shares(children: Floats, weights: Floats, require: float = 0.0) -> Floats:
    """The weight of each child in each unit's score, ``(..., unit, child)``.

    Parameters
    ----------
    children
        ``(..., unit, child)``, NaN where missing.
    weights
        ``(..., 1, child)`` or ``(child,)``, not negative. A child of weight zero takes no part and is not counted.
    require
        The share of the children that a unit must have; one child is always needed.

    Notes
    -----
    ``s_ij = w_j / sum_{k present} w_k``, 0 for a missing child; NaN for a unit with too few.
    Source: COINr documentation, "Aggregation" (weights rescaled; dat_thresh).

    Examples
    --------
    >>> import numpy as np
    >>> children = np.array([[50.0, 80.0, np.nan], [np.nan, np.nan, 10.0]])
    >>> shares(children, np.array([0.25, 0.25, 0.5]), require=0.5)
    array([[0.5, 0.5, 0. ],
           [nan, nan, nan]])
    """
    present = ~np.isnan(children) & (weights > 0.0)
    weight = np.where(present, weights, 0.0)
    wanted = np.broadcast_to(weights > 0.0, present.shape)
    have = quotient(availability(present), availability(wanted))[..., np.newaxis]
    found = quotient(weight, weight.sum(axis=-1, keepdims=True))
    return np.where(enough(have, require), found, np.nan)


def arithmetic(children: Floats, weight_shares: Floats) -> Floats:
    """The weighted arithmetic mean, ``(..., unit)``.

    Notes
    -----
    ``y_i = sum_j s_ij x_ij`` with the shares of `shares`. Source: OECD and JRC (2008), step 6.

    Examples
    --------
    >>> import numpy as np
    >>> children = np.array([[40.0, 90.0], [40.0, np.nan]])
    >>> arithmetic(children, shares(children, np.array([0.6, 0.4])))
    array([60., 40.])
    """
    weighted: Floats = np.where(weight_shares == 0.0, 0.0, children * weight_shares)
    return np.asarray(weighted.sum(axis=-1))


def geometric(children: Floats, weight_shares: Floats) -> Floats:
    """The weighted geometric mean, ``(..., unit)``; 0 if a child is 0, NaN if one is negative.

    Notes
    -----
    ``y_i = prod_j x_ij^s_ij = exp(sum_j s_ij ln x_ij)``. Source: OECD and JRC (2008), step 6.

    Examples
    --------
    >>> import numpy as np
    >>> children = np.array([[40.0, 90.0], [0.0, 90.0], [-1.0, 90.0]])
    >>> geometric(children, shares(children, np.array([0.5, 0.5]))).round(6)
    array([60.,  0., nan])
    """
    counted = weight_shares > 0.0
    logs = np.log(children, out=np.zeros_like(children), where=counted & (children > 0.0))
    found = np.exp(np.where(counted, logs * weight_shares, weight_shares).sum(axis=-1))
    found = np.where((counted & (children == 0.0)).any(axis=-1), 0.0, found)
    return np.where((counted & (children < 0.0)).any(axis=-1), np.nan, found)
