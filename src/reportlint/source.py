"""Which bytes to read: a path (or ``-``) and its content. Knows no format.

Bytes are read once, from regular files only, and never more than ``MAX_BYTES``.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Collection, Iterable, Iterator

from reportlint.errors import ReadError
from reportlint.limits import DEFAULT_LIMITS
from reportlint.named import NamedTuple

STDIN = "-"
MAX_BYTES = DEFAULT_LIMITS.file_bytes


class Source(NamedTuple):
    """One input: the path as the user gave it (``-`` for standard input) and its bytes."""

    path: str
    data: bytes


_SKIPPED_FOLDERS = frozenset((".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", ".tox"))
_LOCK = "~$"  # Word's and WPS's lock files beside an open document


def expand(paths: Iterable[str], suffixes: Collection[str]) -> Iterator[str]:
    """The files that the user's paths mean, in order: files as given, folders walked for the suffixes, globs resolved.

    Folders are walked in sorted order without hidden ones; lock files (``~$…``) are left out. A folder or glob without
    any such file is yielded as it is, so that reading it fails loudly. No file is yielded twice.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _files(path, suffixes):
            if found not in seen:
                seen.add(found)
                yield found


def _files(path: str, suffixes: Collection[str]) -> Iterator[str]:
    if path == STDIN:
        yield path
    elif os.path.isdir(path):
        found = sorted(_walk(path, suffixes))
        yield from found or [os.path.join(path, "")]
    elif not os.path.lexists(path) and any(char in path for char in "*?["):
        from glob import glob

        matched = sorted(glob(path, recursive=True))
        for name in matched or [path]:
            yield from _files(name, suffixes) if os.path.isdir(name) else [name]
    else:
        yield path


def _walk(folder: str, suffixes: Collection[str]) -> Iterator[str]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED_FOLDERS and not name.startswith("."))
        for name in files:
            if os.path.splitext(name)[1].lower() in suffixes and not name.startswith((_LOCK, ".")):
                yield os.path.join(root, name)


def load(path: str, most: int = MAX_BYTES) -> Source:
    """Read one file, or standard input for ``-``.

    Raises ReadError for anything but a regular, readable file of bearable size: opening a FIFO would hang for ever and
    python-docx would take a directory for an unzipped package.
    """
    if path == STDIN:
        return Source(path, _bounded(path, sys.stdin.buffer.read(most + 1), most))
    try:
        mode = os.stat(path).st_mode
        if stat.S_ISDIR(mode):
            raise ReadError(path, "这是一个目录，里面没有能检查的文件（.docx .txt .md）")
        if not stat.S_ISREG(mode):
            raise ReadError(path, "不是普通文件（管道、设备等），没有读取；请另存为普通文件后再检查")
        with open(path, "rb") as stream:
            return Source(path, _bounded(path, stream.read(most + 1), most))
    except ReadError:
        raise
    except (OSError, ValueError) as error:
        raise ReadError(path, _reason(error)) from error


def _bounded(path: str, data: bytes, most: int) -> bytes:
    if len(data) > most:
        raise ReadError(path, f"文件超过 {most // 1024 // 1024} MB，没有检查；请先压缩或删去图片后再检查")
    return data


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "找不到这个文件，请核对路径和文件名"
    if isinstance(error, PermissionError):
        return "没有读取权限，或文件正被别的程序独占；请关闭后再试"
    if isinstance(error, OSError) and error.errno == 40:  # ELOOP
        return "符号链接循环，找不到真正的文件"
    return "无法读取这个文件，请核对路径后再试"
