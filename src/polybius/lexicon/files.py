"""Reads the lexicon's YAML files and keeps what was compiled from them in a cache keyed by their bytes.

The YAML is the single source of truth. A cache that can't be written costs time, never correctness.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import platformdirs
import srsly
import yaml

from polybius import replacing
from polybius.errors import LexiconError

DATA = Path(__file__).parent / "data"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # libyaml's loader is untyped
    """YAML as of version 1.2: only true and false are booleans, so that ``yes``, ``no`` and ``on`` stay words."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool"]
    for first, found in _Loader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)\Z"), ["t", "f"])


def sources(folder: str) -> list[Path]:
    """The YAML files of a folder of the package's lexicon, in a fixed order."""
    return sorted((DATA / folder).rglob("*.yaml"))


def parse(path: Path) -> Any:
    """What a YAML file says; LexiconError with file and line when it isn't YAML."""
    try:
        return yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506 (a safe loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        reason = getattr(error, "problem", None) or str(error)
        raise LexiconError(
            f"not valid YAML: {reason}", f"{path}:{line}", "mend the file; it must be UTF-8 YAML"
        ) from error
    except OSError as error:
        raise LexiconError(
            f"can't be read: {error.strerror}", str(path), "check the path and its permissions"
        ) from error


def compiled(kind: str, paths: Sequence[Path], compile_: Callable[[list[tuple[Path, Any]]], Any]) -> Any:
    """What ``compile_`` makes of the parsed files (plain lists, dicts, strings, numbers), from the cache when it can."""
    code = Path(compile_.__code__.co_filename)
    return kept(kind, [code, *paths], lambda: compile_([(path, parse(path)) for path in paths]))


def kept(kind: str, made_of: Sequence[Path], make: Callable[[], Any], lists: bool = True) -> Any:
    """What ``make`` gives (plain lists, dicts, strings, numbers), from the cache while all files that it is made of are the same. Without
    ``lists`` they come as tuples, which cost nothing when Python looks for cycles.
    """
    digest = hashlib.sha256(kind.encode() + Path(__file__).read_bytes())
    for path in made_of:
        digest.update(path.name.encode() + b"\x1f" + path.read_bytes())
    name = f"{kind}-{digest.hexdigest()[:24]}.msgpack"
    for folder in _caches():
        with contextlib.suppress(OSError, ValueError):
            return srsly.msgpack_loads((folder / name).read_bytes(), use_list=lists)
    data = srsly.msgpack_dumps(make())
    _keep(kind, name, data)
    return srsly.msgpack_loads(data, use_list=lists)


def _caches() -> list[Path]:
    return [Path(__file__).parent / "_compiled", Path(platformdirs.user_cache_dir("polybius"))]


def _keep(kind: str, name: str, data: bytes) -> None:
    """Writes atomically to the first cache folder that takes it, and drops what older files left there."""
    for folder in _caches():
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            with replacing.stream(folder / name) as out:
                out.write(data)
            for old in folder.glob(f"{kind}-*.msgpack"):
                if old.name != name:
                    old.unlink(missing_ok=True)
            return


def version(extra: Sequence[Path] = ()) -> str:
    """A short digest of every file of the lexicon, and of the files and folders in ``extra``."""
    digest = hashlib.sha256()
    own = [p for path in extra for p in ([path] if path.is_file() else sorted(path.rglob("*.yaml")))]
    for path in [*sorted(DATA.rglob("*.yaml")), *own]:
        digest.update(path.name.encode() + b"\x1f" + path.read_bytes())
    return digest.hexdigest()[:12]
