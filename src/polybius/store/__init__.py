"""The store: documents, events and incidents in one DuckDB file."""

from polybius.store.store import Store, open

__all__ = ["Store", "open"]
