"""Fill blank cells from the other units' values."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from chengshu.kernels.denominate import Floats

Groups = npt.NDArray[np.intp]
Statistic = Callable[[Floats], Floats]


def by_group(statistic: Statistic, reference: Floats, reference_groups: Groups, groups: Groups) -> Floats:
    """The statistic of each unit's own group, ``(..., unit, indicator)``.

    Parameters
    ----------
    statistic
        Takes ``(..., unit, indicator)`` to ``(..., 1, indicator)``, such as `mean` or `median`.
    reference
        ``(..., row, indicator)``, the values over which it is taken.
    reference_groups, groups
        ``(row,)`` and ``(unit,)``, the number of the group, -1 for none. A unit without a group, or whose group
        has no value, gets NaN.

    Notes
    -----
    ``x_ij = stat {x_kj : g_k = g_i, x_kj not missing}``. Source: OECD and JRC (2008), step 3;
    COINr documentation, i_mean_grp and i_median_grp.

    Examples
    --------
    >>> import numpy as np
    >>> from chengshu.kernels import mean
    >>> column = np.array([[2.0], [4.0], [np.nan], [9.0]])
    >>> group = np.array([0, 0, 0, 1])
    >>> by_group(mean, column, group, group).ravel()
    array([3., 3., 3., 9.])
    """
    found = np.full((*reference.shape[:-2], len(groups), reference.shape[-1]), np.nan)
    for group in np.unique(groups[groups >= 0]):
        found[..., groups == group, :] = statistic(reference[..., reference_groups == group, :])
    return found


def impute(values: Floats, filling: Floats) -> Floats:
    """The values with each blank cell replaced by the filling, where there is one.

    Examples
    --------
    >>> import numpy as np
    >>> impute(np.array([[2.0], [np.nan]]), np.array([[7.0]]))
    array([[2.],
           [7.]])
    """
    return np.where(np.isnan(values), filling, values)
