"""Compiled patterns kept from one run to the next, as Python keeps the byte code of modules.

``re`` compiles in Python: the 150 patterns that one draft needs take 30 ms, a fifth of a run. What it makes of each is a
list of numbers. These are kept in a file of the user's cache folder, nothing of any draft with them, and hold only for
the interpreter that wrote them. ``_sre.compile`` is what ``re`` itself calls; it verifies the numbers. Where the file
cannot be read or written, or anything is different, ``re.compile`` does the work, and nothing else changes.
"""

from __future__ import annotations

import marshal
import os
import re
import stat
import sys
from array import array
from binascii import crc32
from collections.abc import Mapping
from contextlib import suppress
from functools import cache

MOST = 2_000
"""Patterns a file holds. Those of older versions are left behind with the file when there are more."""

Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What ``_sre.compile`` takes besides the source: flags, the numbers, how many groups, their numbers, their names."""
Stored = bytes | memoryview
"""The same as it stands in the file."""

_REFUSED = (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError, EOFError)
"""What an unknown Python, or numbers that it does not take for a pattern, may raise."""


class KeptPatterns:
    """The patterns of one file, read when the first is asked for."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._codes = _read(path)
        self._fresh: dict[str, Stored] = {}

    def compiled(self, source: str) -> re.Pattern[str]:
        """The compiled pattern; raises re.error as ``re.compile`` does."""
        kept = self._codes.get(source)
        if kept is not None:
            with suppress(*_REFUSED):
                return _restored(source, marshal.loads(kept))
        try:  # in place of one that is refused, too
            code = _code(source)
            pattern = _restored(source, code)
        except _REFUSED:
            return re.compile(source)  # another Python than those known
        self._fresh[source] = marshal.dumps(code)
        return pattern

    def save(self) -> None:
        """Write the file anew if patterns were added; where that cannot be done, nothing happens."""
        if not self._fresh or not self.path:
            return
        codes: dict[str, Stored] = {**self._codes, **self._fresh}
        content = _packed(codes if len(codes) <= MOST else self._fresh)
        unfinished = f"{self.path}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
            with open(unfinished, "wb", opener=_private) as stream:
                stream.write(content)
            os.replace(unfinished, self.path)
        except OSError:
            with suppress(OSError):
                os.unlink(unfinished)


@cache
def kept_patterns() -> KeptPatterns:
    """Those of this user under this interpreter."""
    folder = cache_folder()
    return KeptPatterns(os.path.join(folder, f"{sys.implementation.cache_tag}.patterns") if folder else "")


def cache_folder() -> str:
    """Where this user's caches of this program belong (XDG Base Directory and its like); empty where there is no home."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "") or os.path.expanduser("~/.cache")
    return os.path.join(base, "reportlint") if os.path.isabs(base) else ""


def _head(index: int, content: Stored) -> bytes:
    """What the file begins with: which interpreter wrote it, how long its index is, and a checksum against damage."""
    return f"{sys.version} {sys.byteorder} {index:08x} {crc32(content):08x}\n".encode()


def _packed(codes: Mapping[str, Stored]) -> bytes:
    """The file: an index of where each pattern's code stands, and the codes, of which a run reads those that it needs."""
    places, at = {}, 0
    for source, code in codes.items():
        places[source] = (at, at := at + len(code))
    index = marshal.dumps(places)
    content = b"".join((index, *codes.values()))
    return _head(len(index), content) + content


def _private(path: str, flags: int) -> int:
    """Open a file that is written so that it passes :func:`_ours`, whatever the umask (002 is usual)."""
    return os.open(path, flags, 0o600)


def _ours(path: str) -> bool:
    """Whether it is a file that nobody but this user can have written: what it holds is run."""
    found = os.stat(path)
    if not stat.S_ISREG(found.st_mode):
        return False
    return sys.platform == "win32" or (found.st_uid == os.geteuid() and not found.st_mode & 0o022)


def _read(path: str) -> dict[str, Stored]:
    try:
        if not path or not _ours(path):
            return {}
        with open(path, "rb") as stream:
            data = memoryview(stream.read())
        size = len(_head(0, b""))
        index = int(bytes(data[size - 18 : size - 10]), 16)
        content = data[size:]
        if data[:size] == _head(index, content):
            return {
                source: content[index + start : index + end] for source, (start, end) in marshal.loads(content).items()
            }
    except (OSError, ValueError, EOFError, TypeError, AttributeError):
        pass
    return {}


def _code(source: str) -> Code:
    """As ``re._compiler.compile`` does, up to the call that makes the pattern."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source, 0)
    numbers = array("I", _compiler._code(parsed, 0))
    groups = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in groups.items():
        names[number] = name
    return parsed.state.flags, numbers.tobytes(), parsed.state.groups - 1, groups, tuple(names)


def _restored(source: str, code: Code) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    flags, numbers, count, groups, names = code
    pattern: re.Pattern[str] = _sre.compile(source, flags, array("I", numbers).tolist(), count, groups, names)
    return pattern
