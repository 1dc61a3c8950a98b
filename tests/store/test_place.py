"""Where the store lies and how large it may be."""

from pathlib import Path

import platformdirs
import pytest

from chengshu.model import CallError
from chengshu.store.place import default_store_path, size_limit


def test_the_variable_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHENGSHU_CACHE", str(tmp_path / "缓存"))
    assert default_store_path() == tmp_path / "缓存" / "store.duckdb"


def test_home_is_written_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHENGSHU_CACHE", "~/numbers")
    assert default_store_path() == Path.home() / "numbers" / "store.duckdb"


@pytest.mark.parametrize("named", [None, ""])
def test_without_it_the_users_cache_is_taken(named: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHENGSHU_CACHE")
    if named is not None:
        monkeypatch.setenv("CHENGSHU_CACHE", named)
    folder = platformdirs.user_cache_dir("chengshu", appauthor=False)
    assert default_store_path() == Path(folder) / "store.duckdb"


@pytest.mark.parametrize(
    ("written", "size"), [(None, 2 * 10**9), ("", 2 * 10**9), ("0.5", 5 * 10**8), ("3", 3 * 10**9)]
)
def test_limit_is_in_gigabytes(written: str | None, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHENGSHU_CACHE_LIMIT", raising=False)
    if written is not None:
        monkeypatch.setenv("CHENGSHU_CACHE_LIMIT", written)
    assert size_limit() == size


@pytest.mark.parametrize("written", ["2GB", "0", "-1", "nan", "inf", "很多"])
def test_limit_that_is_no_size_is_told(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHENGSHU_CACHE_LIMIT", written)
    with pytest.raises(CallError) as error:
        size_limit()
    assert error.value.message("en") == (
        f"CHENGSHU_CACHE_LIMIT: expected a number above 0, in gigabytes, found '{written}'. "
        "Write a number such as 2 or 0.5, or unset the variable."
    )
    assert f"应为大于0的数（单位：GB），实为“{written}”。" in error.value.message("zh")
