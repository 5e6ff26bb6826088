"""Daft, and nothing else that knows it: its own runner on one machine, Ray beneath it on many."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from polybius.engine.splits import Split
from polybius.engine.work import Worker
from polybius.errors import OutputError, PolybiusError

if TYPE_CHECKING:
    from daft import Series


def daft(address: str | None = None) -> Any:
    """The module daft, set to this machine or the Ray cluster at ``address``; OutputError when it isn't there."""
    os.environ |= {"DO_NOT_TRACK": "1", "SCARF_NO_ANALYTICS": "1"}  # it counts its users over the network otherwise
    os.environ["DAFT_PROGRESS_BAR"] = "0"
    logging.getLogger("daft_local_execution").setLevel(
        logging.CRITICAL
    )  # it tells each death in its own words; the account does
    try:
        import daft as module

        if address:
            module.set_runner_ray(address, noop_if_initialized=True)
    except ImportError as error:
        what = "daft[ray]" if address else "polybius[cluster]"
        raise OutputError(f"the engine isn't installed: {error}", "--engine daft", f"pip install '{what}'") from error
    module.set_execution_config(maintain_order=False)  # else splits go round robin, and all wait for the slowest
    return module


def code(module: Any, splits: Sequence[Split], worker: Worker, workers: int) -> Iterator[None]:
    """Codes splits with stateful workers, and tells after each; OutputError when one couldn't be written."""
    code_splits = module.udf(
        return_dtype=module.DataType.string(), concurrency=workers, batch_size=1, use_process=True
    )(_CodeSplits).with_init_args(worker)
    frame = module.from_pydict({"split": [s.dumps() for s in splits]}).into_batches(1)
    failures: list[str] = []
    for row in frame.select(code_splits(module.col("split")).alias("failure")).iter_rows(results_buffer_size=None):
        failures += filter(None, [row["failure"]])
        yield
    if failures:
        raise OutputError(failures[0])


class _CodeSplits:
    """The worker as Daft's stateful function: one a process."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._failed: str | None = None  # why this worker codes no more: the run ends soon, as Daft can end it

    def __call__(self, splits: Series) -> list[str | None]:
        """For each split None, or what failed: an error of ours comes back as words, so that it is told in one line."""
        return [self._failure(Split.loads(said)) for said in splits.to_pylist()]

    def _failure(self, split: Split) -> str | None:
        if self._failed is None:
            try:
                self._worker.code(split)
            except (PolybiusError, OSError) as error:
                self._failed = str(error)
        return self._failed
