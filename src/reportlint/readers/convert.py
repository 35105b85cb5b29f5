"""Older formats through a LibreOffice that the user has: .doc, .wps, .odt and .rtf to .docx, offline.

LibreOffice fetches external images when it opens a document, and two of its processes on one profile get in each
other's way; so each conversion has a profile of its own, with links and macros switched off, and no network where the
system lets us take it away.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from reportlint.errors import ReadError
from reportlint.readers.sniffing import describe_unconvertible
from reportlint.source import MAX_BYTES, Source

_PROGRAMS = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_SAVE = "请用 Word 或 WPS 打开后另存为 .docx 再检查"
_ABSENT = f"要转换这种格式须装有 LibreOffice，没有找到它；{_SAVE}"
_LATE = f"LibreOffice 在 {{seconds:g}} 秒内没有转换完，已停止；{_SAVE}"
_FAILED = f"LibreOffice 没能转换这个文件，可能已损坏或设置了打开密码；{_SAVE}"
_BROKEN = f"LibreOffice 无法启动；请检查它的安装，或{_SAVE.removeprefix('请')}"
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
</oor:items>
"""


def convert(source: Source, timeout: float = 60) -> Source:
    """The source as .docx under its own path.

    Raises ReadError where LibreOffice is absent, fails, or takes too long, and for what is no document of such a format.
    """
    reason = describe_unconvertible(source.data)
    if reason is not None:
        raise ReadError(source.path, reason)
    program = _program()
    if program is None:
        raise ReadError(source.path, _ABSENT)
    suffix = os.path.splitext(source.path)[1].lower()
    with tempfile.TemporaryDirectory(prefix="reportlint-", ignore_cleanup_errors=True) as folder:
        room = Path(folder)
        draft = room / f"draft{suffix}"  # a name of ours: the user's may hold anything
        draft.write_bytes(source.data)
        profile = room / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        command = [
            *_without_network(), program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
            "--convert-to", "docx", "--outdir", str(room / "out"), str(draft),
        ]  # fmt: skip
        _run(command, room, source.path, timeout)
        return Source(source.path, _result(room / "out" / "draft.docx", source.path))


def _program() -> str | None:
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    return found or next((place for place in _PLACES if os.path.isfile(place)), None)


@lru_cache(maxsize=1)
def _without_network() -> tuple[str, ...]:
    """What to put before a command so that it has no network; nothing where the system does not permit it."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    for options in (("--net",), ("--map-root-user", "--net")):
        try:
            tried = subprocess.run([unshare, *options, "true"], capture_output=True, timeout=5, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return ()
        if tried.returncode == 0:
            return (unshare, *options)
    return ()


def _run(command: Sequence[str], folder: Path, path: str, timeout: float) -> None:
    """Run to the end or to the timeout. The exit code is not asked: it is 0 for files with a password, too."""
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise ReadError(path, _BROKEN) from error
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired as error:
        raise ReadError(path, _LATE.format(seconds=timeout)) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started: soffice is a script round the program that does the work."""
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        elif process.poll() is None:
            process.kill()
    except (ProcessLookupError, PermissionError):
        pass  # all of it has ended by itself
    process.wait()


def _result(file: Path, path: str) -> bytes:
    try:
        if file.stat().st_size > MAX_BYTES:
            raise ReadError(path, f"转换后的文件超过 {MAX_BYTES // 1024 // 1024} MB，没有检查；{_SAVE}")
        data = file.read_bytes()
    except OSError as error:
        raise ReadError(path, _FAILED) from error
    if not data:
        raise ReadError(path, _FAILED)
    return data
