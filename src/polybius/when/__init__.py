"""When: time expressions of English news, the days they mean, and which of them dates an event or a document."""

from polybius.when.documents import DocumentDate, document_dates
from polybius.when.events import ASIDE, dates, event_when, is_historical, told_before
from polybius.when.expression import Expression
from polybius.when.resolve import resolve
from polybius.when.scan import expressions

__all__ = [
    "ASIDE",
    "DocumentDate",
    "Expression",
    "dates",
    "document_dates",
    "event_when",
    "expressions",
    "is_historical",
    "resolve",
    "told_before",
]
