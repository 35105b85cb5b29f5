"""Writing an output to a file, with a sentence instead of a traceback where that fails."""

from __future__ import annotations

import os

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
