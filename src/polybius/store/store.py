"""The store: documents, events, incidents and storylines in one DuckDB file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from polybius.errors import InputError
from polybius.model import Document
from polybius.store import database, held, ingest, joining, query, recode
from polybius.store.database import Database, Tell

if TYPE_CHECKING:
    from polybius.pipeline import Coder


def open(path: str | Path, read_only: bool = False, tell: Tell | None = None) -> Store:
    """Opens (or makes) a store; ":memory:" makes one that is not kept. StoreError says what is wrong with a file.

    While another process writes, one waits up to 30 seconds; ``tell`` is given a line that says so.
    """
    return Store(Path(path), read_only, tell)


class Store:
    """What was coded, to be asked by period, party, type and place. Use it as a context manager, or call ``close``."""

    def __init__(self, path: Path, read_only: bool = False, tell: Tell | None = None) -> None:
        self.path, self.database = path, Database(path, read_only, tell)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the store."""
        self.database.close()

    def ingest(
        self,
        documents: Iterable[Document],
        coder: Coder,
        processes: int = 1,
        complain: Callable[[InputError], None] | None = None,
    ) -> ingest.Account:
        """Codes and keeps documents that the store doesn't hold yet, then joins; the account says what became of each.

        Each batch is one transaction: what was killed goes on where it stopped when the same documents come again.
        ``complain`` is given what is passed over: where the coder fails, and ids that another report has.
        """
        return ingest.run(self.database, documents, coder, processes, complain or _nobody)

    def recode(
        self,
        coder: Coder,
        processes: int = 1,
        every: bool = False,
        complain: Callable[[InputError], None] | None = None,
    ) -> recode.Account:
        """Codes documents again that another version of library, lexicon or model coded (or ``every`` one), then joins.

        The account counts what changed; the table ``changes`` has each. What was killed goes on where it stopped.
        """
        return recode.run(self.database, coder, processes, every, complain or _nobody)

    def changes(self, limit: int | None = None) -> query.Table:
        """What coding again changed, the latest run first: one row an event that is new, gone or changed, with its fields."""
        return query.Table(
            self.database,
            f"SELECT * FROM changes ORDER BY run DESC, document, event{f' LIMIT {int(limit)}' if limit is not None else ''}",
            (),
        )

    def join(self) -> None:
        """Joins all events into incidents and storylines anew."""
        with self.database.transaction() as connection:
            joining.join(connection)

    def events(self, **filters: Any) -> query.Table:
        """Events by filters (see ``query.Filters``), oldest first.

        Parties are read in any case of letters, lands by name or code; one that the store doesn't hold finds nothing, here and below.
        """
        return query.events(self.database, self._filters(filters))

    def incidents(self, **filters: Any) -> query.Table:
        """Incidents by filters, oldest first."""
        return query.incidents(self.database, self._filters(filters))

    def storylines(self, **filters: Any) -> query.Table:
        """Storylines that hold an incident which passes the filters, newest first."""
        return query.storylines(self.database, self._filters(filters))

    def dyads(self, by: str = "month", **filters: Any) -> query.Table:
        """Counts by quad class and mean score of each directed pair, by day, week, month or year."""
        return query.dyads(self.database, self._filters(filters), by)

    def chart(self, kind: str, **filters: Any) -> Any:
        """An Altair chart of what passes the filters: overview, dyad, map, network or coverage."""
        from polybius import charts

        return charts.chart(self, kind, **filters)

    def _filters(self, given: dict[str, Any]) -> query.Filters:
        return held.spelled(self.database, query.Filters(**given))

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """Rows of a query of one's own, as dicts."""
        with self.database.connected() as connection:
            return database.rows(connection, sql, values)


def _nobody(_: InputError) -> None:
    """Hears what nobody asked to hear."""
