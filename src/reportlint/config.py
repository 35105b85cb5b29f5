"""What a repository of reports says of itself: pack, class, powers, per-path differences, baseline, waivers.

Loading the file is :mod:`reportlint.rulepacks.config`; this module knows no YAML.
"""

from __future__ import annotations

import os

from reportlint.draft import Settings
from reportlint.named import NamedTuple
from reportlint.record import described, record
from reportlint.waiver import Waiver

FILE_NAME = "reportlint.yaml"


class PathRules(NamedTuple):
    """What differs for some files; empty means "as everywhere". ``severity`` pairs a rule with its level or ``off``."""

    files: tuple[str, ...]
    report_class: str = ""
    year: int = 0
    body: str = ""
    powers: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    line: int = 0


@record
class Config:
    """One configuration. ``path`` is the file, empty when there is none; globs are relative to its folder."""

    path: str = ""
    rules: str = ""
    profile: str = ""
    report_class: str = ""
    year: int = 0
    body: str = ""
    powers: tuple[str, ...] = ()
    fail_on: str = ""
    baseline: str = ""
    severity: tuple[tuple[str, str], ...] = ()
    paths: tuple[PathRules, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    limits: tuple[tuple[str, int], ...] = ()
    places: tuple[tuple[str, int], ...] = described(default=(), compare=False)

    @property
    def folder(self) -> str:
        """The folder that globs and the baseline are relative to."""
        return os.path.dirname(self.path)

    def matches(self, globs: tuple[str, ...], path: str) -> bool:
        """Whether a file is meant by any of the globs, relative to the configuration's folder."""
        from fnmatch import fnmatchcase

        name = relative(path, self.folder)
        return any(fnmatchcase(name, glob) or fnmatchcase(name, f"{glob.rstrip('/')}/*") for glob in globs)

    def for_path(self, path: str) -> tuple[Settings, tuple[tuple[str, str], ...]]:
        """What holds for one file: its settings and the levels changed for it, later entries beating earlier ones."""
        settings = Settings(self.year, self.report_class, self.body, self.powers)
        severity = list(self.severity)
        for entry in self.paths:
            if self.matches(entry.files, path):
                settings = Settings(
                    entry.year or settings.year, entry.report_class or settings.report_class,
                    entry.body or settings.body, entry.powers or settings.powers,
                )  # fmt: skip
                severity += entry.severity
        return settings, tuple(severity)


def relative(path: str, folder: str) -> str:
    """A path as globs see it: relative to the folder, with forward slashes."""
    try:
        name = os.path.relpath(os.path.abspath(path), os.path.abspath(folder or "."))
    except ValueError:  # another drive on Windows
        name = path
    return name.replace(os.sep, "/")


def find_config(start: str) -> str:
    """The nearest ``reportlint.yaml`` at or above a file or folder; empty if there is none."""
    folder = os.path.abspath(start if os.path.isdir(start) else os.path.dirname(start) or ".")
    while True:
        candidate = os.path.join(folder, FILE_NAME)
        if os.path.isfile(candidate):
            here = os.path.relpath(candidate)
            return here if not here.startswith(os.pardir + os.sep + os.pardir) else candidate
        parent = os.path.dirname(folder)
        if parent == folder:
            return ""
        folder = parent
