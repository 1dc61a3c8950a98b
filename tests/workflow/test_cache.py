"""What was computed before is found again; without a store everything works and says so."""

from pathlib import Path

from chengshu.model import Issue, Severity, StoreError
from chengshu.store import default_store_path, open_store
from chengshu.workflow.cache import Cache, open_cache
from chengshu.workflow.load import load_edition


def test_the_second_time_is_a_hit(small: Path) -> None:
    with open_cache() as cache:
        first = load_edition(small, cache)
        assert (cache.hits, cache.misses) == ([], ["panel"])
    with open_cache() as cache:
        second = load_edition(small, cache)
        assert (cache.hits, cache.misses) == (["panel"], [])
    assert first.panel.values.tobytes() == second.panel.values.tobytes()


def test_another_program_does_not_find_it(small: Path) -> None:
    with open_cache() as cache:
        load_edition(small, cache)
    with open_cache() as cache:
        cache.fingerprint = {**cache.fingerprint, "source": "another"}
        load_edition(small, cache)
        assert cache.misses == ["panel"]


def test_switched_off(small: Path) -> None:
    with open_cache(enabled=False) as cache:
        load_edition(small, cache)
        assert (cache.store, cache.issues, cache.hits) == (None, (), [])


def test_a_store_that_cannot_be_made_is_said_and_done_without(small: Path, own_cache: Path) -> None:
    own_cache.write_text("a file where a folder should be", encoding="utf-8")
    with open_cache() as cache:
        assert load_edition(small, cache).framework.id == "small"
        assert cache.store is None
        assert cache.issues


def test_a_cache_of_nothing_keeps_nothing(small: Path) -> None:
    load_edition(small, Cache(None))
    with open_store(default_store_path()) as store:
        assert store.get_panel("any") is None


def test_a_store_that_fails_on_the_way_is_done_without_from_then_on(small: Path) -> None:
    class Full:
        """A store on a disk that is full."""

        issues = ()

        def get_panel(self, _: str) -> None:
            return None

        def put_panel(self, _: str, __: object) -> None:
            raise StoreError([Issue("store_full", Severity.WARNING)])

    cache = Cache(Full())
    assert load_edition(small, cache).framework.id == "small"
    assert cache.store is None
    assert [issue.code for issue in cache.issues] == ["store_full"]
