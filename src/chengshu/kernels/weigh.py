"""Weights among siblings."""

import numpy as np

from chengshu.kernels.denominate import Floats, quotient


def declared(weights: Floats) -> Floats:
    """Weights scaled to sum to one along the last axis, NaN where they sum to zero.

    Notes
    -----
    ``w_j = v_j / sum_k v_k``. Source: OECD and JRC (2008), step 6.

    Examples
    --------
    >>> import numpy as np
    >>> declared(np.array([2.0, 1.0, 1.0]))
    array([0.5 , 0.25, 0.25])
    """
    return quotient(weights, weights.sum(axis=-1, keepdims=True))


def equal(weights: Floats) -> Floats:
    """The same weight for every child, whatever is declared, NaN where there is no child.

    Notes
    -----
    ``w_j = 1 / m``. Source: OECD and JRC (2008), step 6.

    Examples
    --------
    >>> import numpy as np
    >>> equal(np.array([2.0, 1.0, 1.0, 0.0]))
    array([0.25, 0.25, 0.25, 0.25])
    """
    return declared(np.ones_like(weights))
