"""The tree of expected failures.

    ReportlintError
    ├── ReadError(path, reason)                    a file that could not be read
    └── PlacedError(path, line, column, reason)    something wrong at a place in a file of settings
        ├── RulePackError                          a rule file that could not be used
        └── ConfigError                            a configuration that could not be used

Exceptions carry fields; the Chinese sentence is made in ``__str__``; colour is the command line's.
"""

from __future__ import annotations


class ReportlintError(Exception):
    """Whatever reportlint expects to go wrong; anything else is a defect of ours."""


class ReadError(ReportlintError):
    """A file that could not be read; ``reason`` says in Chinese what is wrong and what to do."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}：{self.reason}"


class PlacedError(ReportlintError):
    """Something wrong in a file of settings; line and column count from 1, 0 means "the file as a whole"."""

    def __init__(self, path: str, line: int, column: int, reason: str) -> None:
        super().__init__(path, line, column, reason)
        self.path = path
        self.line = line
        self.column = column
        self.reason = reason

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{self.path}{place}: {self.reason}"


class RulePackError(PlacedError):
    """A rule file that could not be used."""


class ConfigError(PlacedError):
    """A configuration that could not be used."""
