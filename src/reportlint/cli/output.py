"""Writing an output to a file, with a sentence instead of a traceback where that fails."""

from __future__ import annotations

import os
from collections.abc import Iterable

import click


def save(path: str, data: bytes) -> None:
    """Write the bytes, making the folder if need be; raises click.UsageError in Chinese."""
    try:
        folder = os.path.dirname(path)
        if folder:
            os.makedirs(folder, exist_ok=True)
        with open(path, "wb") as stream:
            stream.write(data)
    except OSError as error:
        raise click.UsageError(f"写不进 {path}（{error.strerror}），请换个位置或关闭正打开它的程序") from error


def refuse_inputs(targets: Iterable[str], inputs: Iterable[str]) -> None:
    """No draft is ever written over: raises click.UsageError if a file to be written is one of those to be checked.

    Files are compared by what they are, not by name, so that links and other spellings of a path are seen through.
    """
    there = {_identity(target): target for target in targets if os.path.isfile(target)}
    for path in inputs if there else ():
        if os.path.isfile(path) and (target := there.get(_identity(path))):
            raise click.UsageError(f"{target} 就是要检查的文件，没有写：原稿从不改动，请换一个文件名")


def _identity(path: str) -> tuple[int, int]:
    state = os.stat(path)
    return state.st_dev, state.st_ino
