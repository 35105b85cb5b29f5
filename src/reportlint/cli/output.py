"""Writing an output to a file, with a sentence instead of a traceback where that fails."""

from __future__ import annotations

import errno
import os
from collections.abc import Hashable, Iterable

import click

_REASONS = {
    errno.EISDIR: "这是一个目录，不是文件名",
    errno.EACCES: "没有写的权限，或正被别的程序打开",
    errno.EPERM: "没有写的权限，或正被别的程序打开",
    errno.ENOSPC: "磁盘满了",
    errno.EROFS: "那里只能读，不能写",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ENOTDIR: "路径里有一段是文件，不是目录",
    errno.EEXIST: "路径里有一段是文件，不是目录",
    errno.ENOENT: "没有这个目录",
    errno.ELOOP: "符号链接循环",
}


def save(path: str, data: bytes) -> None:
    """Write the bytes, making the folder if need be; raises click.UsageError in Chinese."""
    try:
        folder = os.path.dirname(path)
        if folder:
            os.makedirs(folder, exist_ok=True)
        with open(path, "wb") as stream:
            stream.write(data)
    except (OSError, ValueError) as error:
        raise not_written(path, error) from error


def not_written(path: str, error: OSError | ValueError) -> click.UsageError:
    """What to say of a file that could not be written: the system's own words are English."""
    code = error.errno if isinstance(error, OSError) else None
    return click.UsageError(f"写不进 {path}（{_REASONS.get(code or 0, '系统不让写')}），请换个位置或文件名")


def refuse_unwritable(targets: Iterable[str]) -> None:
    """Nothing is checked for an output that has nowhere to go: raises click.UsageError. Writing may fail all the same."""
    for target in targets:
        place = target  # the file, or the nearest folder above it that is there
        while not os.path.lexists(place) and place != os.path.dirname(place):
            place = os.path.dirname(place) or os.curdir
        if os.path.isdir(target):
            raise not_written(target, OSError(errno.EISDIR, ""))
        if place != target and not os.path.isdir(place):
            raise not_written(target, OSError(errno.ENOTDIR, ""))
        if os.path.exists(place) and not os.access(place, os.W_OK):
            raise not_written(target, OSError(errno.EACCES, ""))


def refuse_clashes(targets: Iterable[str], drafts: Iterable[str], others: Iterable[str] = ()) -> None:
    """No draft is ever written over, nor a file of settings, nor one output by the next: raises click.UsageError.

    Files are compared by what they are, not by name, so that links and other spellings of a path are seen through.
    """
    wanted: dict[Hashable, str] = {}
    for target in targets:
        if (first := wanted.setdefault(_identity(target), target)) is not target:
            again = f"{first} 和 {target} 是同一个文件" if first != target else f"{target} 写了两次"
            raise click.UsageError(f"{again}，后写的会盖掉先写的，没有检查；请各用各的文件名")
    for path in drafts if wanted else ():
        if os.path.isfile(path) and (found := wanted.get(_identity(path))):
            raise click.UsageError(f"{found} 就是原文件，没有写：原稿从不改动，请换一个文件名")
    for path in others if wanted else ():
        if os.path.isfile(path) and (found := wanted.get(_identity(path))):
            raise click.UsageError(f"{found} 是这次要读的配置、规则包或基线，没有写；请换一个文件名")


def _identity(path: str) -> Hashable:
    """What a file is, whatever it is called; one not there yet by where it will be, and case is no difference.

    What is no file (``/dev/null``) may be written to as often as one likes.
    """
    try:
        state = os.stat(path)
    except (OSError, ValueError):
        return os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path)).casefold()
    return (state.st_dev, state.st_ino) if os.path.isfile(path) else object()
