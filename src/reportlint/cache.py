"""Results kept from one run to the next, for those who check a thousand reports of which three have changed.

An entry holds for one path under one plan, and only while the file's bytes, the rules (all they say), the settings, the
version and the program's own files are the same. What cannot be read or does not fit is worked out anew. A cache is
trusted: it is used only where the user names one, never because a repository of strangers says so.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import Any

from reportlint import __version__
from reportlint.engine import Plan
from reportlint.errors import ReadError
from reportlint.finding import Answer, DocumentInfo, FileText, Finding, Replacement, Report
from reportlint.named import NamedTuple
from reportlint.source import STDIN, load
from reportlint.waiver import Waiver

MOST = 20_000
"""Entries a cache file holds; those not used for longest go first."""


_BEGINNING = b'{"program":'
"""What every cache file begins with: a file that does not is somebody's own and must not be written over."""


class Ticket(NamedTuple):
    """What a file is asked for and kept under; ``stamp`` tells whether it was changed meanwhile."""

    path: str
    name: str
    digest: str
    stamp: tuple[int, int]


class Cache:
    """One cache file, read whole and written whole; raises ReadError for a file that is something else."""

    def __init__(self, path: str) -> None:
        self._plans: dict[int, tuple[Plan, str]] = {}
        self._program = _program()
        try:
            with open(path, "rb") as stream:
                data = stream.read()
            if data and not data.startswith(_BEGINNING):
                raise ReadError(path, "不是 reportlint 写的缓存文件，没有写；请给 --cache 换一个文件名")
            content = json.loads(data)
            same = content["program"] == self._program
            self._entries: dict[str, Any] = dict(content["entries"]) if same else {}
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            self._entries = {}

    def ticket(self, path: str, plan: Plan, convert: bool) -> Ticket | None:
        """What the file's result is kept under; ``None`` for standard input and for what cannot be read."""
        if path == STDIN:
            return None
        try:
            stamp = _stamp(path)
            digest = _digest(load(path, plan.limits.file_bytes).data)
        except (ReadError, OSError, ValueError):
            return None
        return Ticket(path, f"{path}\x1f{self._plan(plan)}\x1f{convert}", digest, stamp)

    def find(self, ticket: Ticket) -> Report | None:
        """What is known of a file, the rules left out, as a worker process would send it."""
        entry = self._entries.get(ticket.name)
        try:
            if entry is None or entry["digest"] != ticket.digest:
                return None
            report = _thawed(entry)
        except (KeyError, TypeError, ValueError, AttributeError):
            return None
        self._entries[ticket.name] = self._entries.pop(ticket.name)  # the latest used stand last
        return report

    def keep(self, ticket: Ticket, report: Report) -> None:
        """Remember a result, unless something was not checked or the file was changed while it was being checked."""
        try:
            if report.failures or _stamp(ticket.path) != ticket.stamp:
                return
        except OSError:
            return
        self._entries.pop(ticket.name, None)
        self._entries[ticket.name] = {"digest": ticket.digest, **_frozen(report)}

    def rendered(self) -> bytes:
        """The cache file's new content."""
        latest = dict(list(self._entries.items())[-MOST:])
        content = {"program": self._program, "entries": latest}
        return json.dumps(content, ensure_ascii=True, separators=(",", ":")).encode("ascii")

    def _plan(self, plan: Plan) -> str:
        """A digest of all that a plan says; records show every field, so that no change of a rule goes unseen."""
        known = self._plans.get(id(plan))
        if known is None:
            said = repr((plan.pack, plan.general, plan.settings, plan.answers, plan.texts, plan.limits))
            known = self._plans[id(plan)] = plan, _digest(said.encode("utf-8", "surrogatepass"))
        return known[1]


def _program() -> str:
    """The version and the state of the program's own files: an updated checkout has no new version number."""
    found = [__version__]
    for folder, folders, files in os.walk(os.path.dirname(os.path.abspath(__file__))):
        folders.sort()
        for name in sorted(file for file in files if file.endswith(".py")):
            found.append(f"{name}{_stamp(os.path.join(folder, name))}")
    return _digest("\n".join(found).encode())


def _stamp(path: str) -> tuple[int, int]:
    state = os.stat(path)
    return state.st_mtime_ns, state.st_size


def _digest(data: bytes) -> str:
    from hashlib import blake2b

    return blake2b(data, digest_size=16).hexdigest()


def _frozen(report: Report) -> dict[str, Any]:
    return {
        "findings": report.findings, "answers": report.answers, "documents": report.documents, "texts": report.texts,
        "waivers": report.inline_waivers,
    }  # fmt: skip


def _thawed(entry: dict[str, Any]) -> Report:
    """The report that was kept; raises one of TypeError, KeyError, ValueError for anything else."""
    findings = []
    for *values, fix in entry["findings"]:
        found = Finding(*_typed(Finding, values, 1))
        findings.append(found._replace(fix=Replacement(*_typed(Replacement, fix))) if fix else found)
    waivers = []
    for path, line, (rule, files, *values) in entry["waivers"]:
        _typed(FileText, (path, rule))
        waivers.append((path, int(line), Waiver(rule, tuple(map(str, files)), *values)))
    return Report(
        findings=tuple(findings),
        answers=tuple(Answer(*_typed(Answer, values)) for values in entry["answers"]),
        documents=tuple(DocumentInfo(*_typed(DocumentInfo, values)) for values in entry["documents"]),
        texts=tuple(FileText(*_typed(FileText, values)) for values in entry["texts"]),
        inline_waivers=tuple(waivers),
    )


def _typed(kind: Any, values: Iterable[Any], left_out: int = 0) -> list[Any]:
    """The values, if there are as many as fields and each is of its field's type, text or number."""
    found = list(values)
    wanted = [
        str if hint == "str" else int for hint in list(kind.__annotations__.values())[: len(kind._fields) - left_out]
    ]
    if [type(value) for value in found] != wanted:
        raise TypeError(kind)
    return found
