"""The store: what was coded, kept in DuckDB, joined and asked."""

from polybius.store.store import Store, open

__all__ = ["Store", "open"]
