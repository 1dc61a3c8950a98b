"""What was computed before, where the store can be had."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from chengshu.model import Extract, Issue, Panel, Scores, StoreError
from chengshu.store import Store, default_store_path, open_store, program_fingerprint, store_key

Noun = TypeVar("Noun", Extract, Panel, Scores)


@dataclass
class Cache:
    """The store, or none with the reason, and which nouns came out of it.

    `hits` and `misses` name what was found and what had to be made, in order.
    """

    store: Store | None
    told: tuple[Issue, ...] = ()
    fingerprint: Mapping[str, str] = field(default_factory=program_fingerprint)
    hits: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Why there is no store, or what the store met with so far."""
        return (*self.told, *(self.store.issues if self.store else ()))

    def panel(self, edition_hash: str, step: str, make: Callable[[], Panel]) -> Panel:
        """The panel of an edition, from the store or made now."""
        if self.store is None:
            return make()
        return self._kept(
            step, self._key(edition_hash, step), self.store.get_panel, self.store.put_panel, make
        )

    def scores(self, edition_hash: str, step: str, make: Callable[[], Scores]) -> Scores:
        """The scores of an edition, from the store or made now."""
        if self.store is None:
            return make()
        return self._kept(
            step, self._key(edition_hash, step), self.store.get_scores, self.store.put_scores, make
        )

    def extract(self, source_hash: str, step: str, make: Callable[[], Extract]) -> Extract:
        """What a source yields, from the store or read now."""
        if self.store is None:
            return make()
        return self._kept(
            step, self._key(source_hash, step), self.store.get_extract, self.store.put_extract, make
        )

    def _key(self, content: str, step: str) -> str:
        return store_key(content=content, step=step, **self.fingerprint)

    def _kept(
        self,
        step: str,
        key: str,
        get: Callable[[str], Noun | None],
        put: Callable[[str, Noun], None],
        make: Callable[[], Noun],
    ) -> Noun:
        try:
            found = get(key)
        except StoreError as fault:
            self._give_up(fault)
            return make()
        if found is not None:
            self.hits.append(step)
            return found
        made = make()
        self.misses.append(step)
        try:
            put(key, made)
        except StoreError as fault:
            self._give_up(fault)
        return made

    def _give_up(self, fault: StoreError) -> None:
        """Do without a store that fails on the way (a full disk) from then on, and remember why."""
        self.told = (*self.issues, *fault.issues)
        self.store = None


@contextmanager
def open_cache(*, enabled: bool = True) -> Iterator[Cache]:
    """The cache of this machine; without a store, and saying so, where it is locked or cannot be written."""
    if not enabled:
        yield Cache(None)
        return
    try:
        store = open_store(default_store_path())
    except StoreError as error:
        yield Cache(None, error.issues)
        return
    with store:
        yield Cache(store)
