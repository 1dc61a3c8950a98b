"""The formulas: arrays in, arrays out, whatever the leading axes; NaN is missing."""

from chengshu.kernels.aggregate import arithmetic, geometric, shares
from chengshu.kernels.denominate import denominate, quotient
from chengshu.kernels.impute import by_group, impute
from chengshu.kernels.jenks import natural_breaks
from chengshu.kernels.moments import (
    count,
    highest,
    is_constant,
    kurtosis,
    lowest,
    mean,
    median,
    skewness,
    standard_deviation,
    total,
)
from chengshu.kernels.normalise import goalposts, minmax, rank_among, zscore
from chengshu.kernels.rank import NOISE, rank_average, rank_dense, rank_max, rank_min, rounded
from chengshu.kernels.screen import availability, enough
from chengshu.kernels.tier import jenks_bands, lowest_in_bands, quantile_bands, threshold_bands
from chengshu.kernels.transform import log, log1p, sqrt
from chengshu.kernels.treat import is_outlying, log_ct, log_ct_orig, winsorise, winsorise_limits
from chengshu.kernels.weigh import declared, equal

__all__ = [
    "NOISE",
    "arithmetic",
    "availability",
    "by_group",
    "count",
    "declared",
    "denominate",
    "enough",
    "equal",
    "geometric",
    "goalposts",
    "highest",
    "impute",
    "is_constant",
    "is_outlying",
    "jenks_bands",
    "kurtosis",
    "log",
    "log1p",
    "log_ct",
    "log_ct_orig",
    "lowest",
    "lowest_in_bands",
    "mean",
    "median",
    "minmax",
    "natural_breaks",
    "quantile_bands",
    "quotient",
    "rank_among",
    "rank_average",
    "rank_dense",
    "rank_max",
    "rank_min",
    "rounded",
    "shares",
    "skewness",
    "sqrt",
    "standard_deviation",
    "threshold_bands",
    "total",
    "winsorise",
    "winsorise_limits",
    "zscore",
]
