"""Where the store lies and how large it may become."""

import math
import os
from pathlib import Path

from platformdirs import user_cache_path

from chengshu.model import CallError, Issue, Severity, Text, Where

_GIGABYTE = 1_000_000_000
_DEFAULT_GIGABYTES = 2.0


def default_store_path() -> Path:
    """The store's file, in the folder that ``CHENGSHU_CACHE`` names or else in the user's cache.

    Examples
    --------
    >>> default_store_path().name
    'store.duckdb'
    """
    named = os.environ.get("CHENGSHU_CACHE", "")
    folder = Path(named).expanduser() if named else user_cache_path("chengshu", appauthor=False)
    return folder / "store.duckdb"


def size_limit() -> int:
    """The bytes that the store's file may take: ``CHENGSHU_CACHE_LIMIT`` in gigabytes, 2 without it.

    Errors
    ------
    CallError where the variable is not a positive number.
    """
    written = os.environ.get("CHENGSHU_CACHE_LIMIT", "")
    try:
        gigabytes = float(written) if written else _DEFAULT_GIGABYTES
    except ValueError:
        gigabytes = math.nan
    if not 0 < gigabytes < math.inf:
        raise CallError(
            [
                Issue(
                    "cache_limit",
                    Severity.ERROR,
                    Where(path="CHENGSHU_CACHE_LIMIT"),
                    value=written,
                    expected=Text("大于0的数（单位：GB）", "a number above 0, in gigabytes"),
                    found=Text(f"“{written}”", f"'{written}'"),
                    remedy=Text(
                        "请改为如 2 或 0.5 的数值，或取消该环境变量。",
                        "Write a number such as 2 or 0.5, or unset the variable.",
                    ),
                )
            ]
        )
    return int(gigabytes * _GIGABYTE)
