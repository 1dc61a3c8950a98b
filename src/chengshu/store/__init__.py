"""What is kept: panels, scores and extracts in one DuckDB file. The only room with SQL."""

from chengshu.store.keys import (
    program_fingerprint,
    store_key,
)
from chengshu.store.place import (
    default_store_path,
)
from chengshu.store.store import (
    Store,
    open_store,
)

__all__ = [
    "Store",
    "default_store_path",
    "open_store",
    "program_fingerprint",
    "store_key",
]
