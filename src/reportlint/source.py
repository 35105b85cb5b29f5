"""Which bytes to read: a path (or ``-``) and its content. Knows no format.

Bytes are read once, from regular files only, and never more than ``MAX_BYTES``.
"""

from __future__ import annotations

import os
import stat
import sys
from typing import NamedTuple

from reportlint.errors import ReadError

STDIN = "-"
MAX_BYTES = 256 * 1024 * 1024


class Source(NamedTuple):
    """One input: the path as the user gave it (``-`` for standard input) and its bytes."""

    path: str
    data: bytes


def load(path: str) -> Source:
    """Read one file, or standard input for ``-``.

    Raises ReadError for anything but a regular, readable file of bearable size: opening a FIFO would hang for ever and
    python-docx would take a directory for an unzipped package.
    """
    if path == STDIN:
        return Source(path, _bounded(path, sys.stdin.buffer.read(MAX_BYTES + 1)))
    try:
        mode = os.stat(path).st_mode
        if stat.S_ISDIR(mode):
            raise ReadError(path, "这是一个目录，不是文件；要检查目录中的草稿，请直接给出目录名")
        if not stat.S_ISREG(mode):
            raise ReadError(path, "不是普通文件（管道、设备等），没有读取；请另存为普通文件后再检查")
        with open(path, "rb") as stream:
            return Source(path, _bounded(path, stream.read(MAX_BYTES + 1)))
    except ReadError:
        raise
    except (OSError, ValueError) as error:
        raise ReadError(path, _reason(error)) from error


def _bounded(path: str, data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise ReadError(path, f"文件超过 {MAX_BYTES // 1024 // 1024} MB，没有检查；请先压缩或删去图片后再检查")
    return data


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "找不到这个文件，请核对路径和文件名"
    if isinstance(error, PermissionError):
        return "没有读取权限，或文件正被别的程序独占；请关闭后再试"
    if isinstance(error, OSError) and error.errno == 40:  # ELOOP
        return "符号链接循环，找不到真正的文件"
    return "无法读取这个文件，请核对路径后再试"
