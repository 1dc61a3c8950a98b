"""How much data a unit has."""

import numpy as np

from chengshu.kernels.denominate import Floats
from chengshu.kernels.moments import Bools


def availability(present: Bools) -> Floats:
    """The share of indicators that a unit has, ``(..., unit)``.

    Parameters
    ----------
    present
        ``(..., unit, indicator)``, whether the cell counts.

    Notes
    -----
    ``a_i = sum_j present_ij / m``. Source: COINr documentation, "Unit screening" (dat_thresh).

    Examples
    --------
    >>> import numpy as np
    >>> availability(np.array([[True, True, True, False], [True, False, False, False]]))
    array([0.75, 0.25])
    """
    if present.shape[-1] == 0:
        return np.zeros(present.shape[:-1])
    return np.asarray(present.mean(axis=-1), dtype=np.float64)


def enough(share: Floats, require: float) -> Bools:
    """Whether a share reaches what is required, a count that meets it exactly included.

    Examples
    --------
    >>> import numpy as np
    >>> enough(np.array([0.66, 0.65, 0.1 + 0.2]), 0.66), enough(np.array([0.3]), 0.1 + 0.2)
    (array([ True, False, False]), array([ True]))
    """
    return share >= require - 1e-12
