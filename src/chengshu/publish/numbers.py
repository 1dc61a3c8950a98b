"""Numbers and dates as a reader of each language expects them."""

import math

from chengshu.model import Language

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WAN, _YI = 10_000, 100_000_000


def decimal(value: float, places: int = 1) -> str:
    """A number with a fixed count of decimals and a true minus; blank for NaN.

    Examples
    --------
    >>> decimal(-3.14159, 2), decimal(float("nan")), decimal(-0.04)
    ('−3.14', '', '0.0')
    """
    if math.isnan(value):
        return ""
    rounded = round(value, places) + 0.0
    return f"{rounded:.{places}f}".replace("-", "−")


def whole(value: float) -> str:
    """A count with plain digits, for tables; decimals only where it is no whole number.

    Examples
    --------
    >>> whole(49963.0), whole(2.5)
    ('49963', '2.5')
    """
    return f"{value:.0f}" if float(value).is_integer() else f"{value:g}"


def amount(value: float, language: Language) -> str:
    """A count for prose: 万 and 亿 in Chinese, thousands separated in English.

    Examples
    --------
    >>> amount(268_435_456, "zh"), amount(12_345, "zh"), amount(9_999, "zh"), amount(12_345, "en")
    ('2.68亿', '1.2万', '9999', '12,345')
    """
    if language == "en":
        return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"
    if abs(value) >= _YI:
        return f"{value / _YI:.2f}亿"
    return f"{value / _WAN:.1f}万" if abs(value) >= _WAN else whole(value)


def percent(share: float, places: int = 1) -> str:
    """A share as a percentage; blank for NaN.

    Examples
    --------
    >>> percent(0.2018), percent(0.00004)
    ('20.2%', '<0.1%')
    """
    if math.isnan(share):
        return ""
    least = 10.0**-places
    if 0 < share * 100 < least / 2:
        return f"<{least:.{places}f}%"
    return f"{share * 100:.{places}f}%"


def rank_number(rank: float) -> str:
    """A rank: an integer where it is one, a half where ties share the average.

    Examples
    --------
    >>> rank_number(3.0), rank_number(2.5)
    ('3', '2.5')
    """
    return whole(rank)


def size(count: int) -> str:
    """A file's size in bytes, KB or MB.

    Examples
    --------
    >>> size(512), size(20_480), size(3_145_728)
    ('512 B', '20 KB', '3.0 MB')
    """
    kilo = 1024
    if count < kilo:
        return f"{count} B"
    return f"{count / kilo:.0f} KB" if count < kilo**2 else f"{count / kilo**2:.1f} MB"


def period_name(period: str, language: Language) -> str:
    """A period in words.

    Examples
    --------
    >>> period_name("2023", "zh"), period_name("2020-Q3", "zh"), period_name("2020-05", "zh")
    ('2023年', '2020年第3季度', '2020年5月')
    >>> period_name("2023", "en"), period_name("2020-Q3", "en"), period_name("2020-05", "en")
    ('2023', 'Q3 2020', 'May 2020')
    """
    year, _, part = period.partition("-")
    if not part:
        return f"{year}年" if language == "zh" else year
    if part.startswith("Q"):
        return f"{year}年第{part[1:]}季度" if language == "zh" else f"{part} {year}"
    if language == "zh":
        return f"{year}年{int(part)}月"
    return f"{_MONTHS[int(part) - 1]} {year}"
