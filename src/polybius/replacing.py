"""Files that take their name only when they are whole: a kill or a full disk leaves what was there before."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

BEGUN = ".begun-"  # how names of unfinished files begin


@contextmanager
def path(target: Path) -> Iterator[Path]:
    """An empty file beside ``target`` to be written; it takes the name of ``target`` at the end, or goes when something fails.

    Others may read it as far as the umask lets them, which temporary files forbid. Pipes and devices are written to as they
    are: who may would otherwise make a file of /dev/null. Of a link what it leads to is replaced. OSError as it comes.
    """
    if not takes_a_file(target):
        yield target
        return
    target = target.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=BEGUN)
    os.close(handle)
    begun = Path(name)
    try:
        yield begun
        begun.chmod(0o666 & ~_umask())
        begun.replace(target)
    finally:
        begun.unlink(missing_ok=True)


@contextmanager
def stream(target: Path) -> Iterator[IO[bytes]]:
    """The same as a stream of bytes, which are on the disk when the file takes its name."""
    with path(target) as begun, begun.open("wb") as out:
        yield out
        out.flush()
        if takes_a_file(target):
            os.fsync(out.fileno())


def takes_a_file(target: Path) -> bool:
    """Whether a file may take this name: it stands for none yet, or for a file."""
    return target.is_file() or not target.exists()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
