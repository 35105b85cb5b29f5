"""What a check is, and what it yields.

A check is a frozen record: its fields are the options that a rule gives it (each with a Chinese ``doc`` in its
metadata), and nothing else. It sees the draft and the spans it is to look at, and knows no rule id, severity, file or
output.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, Protocol

from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.named import NamedTuple
from reportlint.patterns import Pattern
from reportlint.record import described

Certainty = Literal["certain", "suspected"]
Status = Literal["answered", "zero-declared", "vague", "unfilled", "missing", "not-applicable", "waived", "not-checked"]
STATUS_NAMES: dict[str, str] = {
    "answered": "已写",
    "zero-declared": "写明为零",
    "vague": "只有约数",
    "unfilled": "未填",
    "missing": "缺",
    "not-applicable": "不适用",
    "waived": "豁免",
    "not-checked": "未检查",
}


class Fix(NamedTuple):
    """A safe replacement: the text that should stand at ``span``."""

    span: Span
    text: str


class Problem(NamedTuple):
    """A place and a sentence: what is wrong, what was found, what to do."""

    span: Span
    message: str
    certainty: Certainty = "certain"
    fix: Fix | None = None
    softened: bool = False
    """Whether it is at most a warning, whatever the rule: something there may answer the rule after all."""


def without_overlaps(problems: Iterable[Problem]) -> Iterator[Problem]:
    """In order of place; of those that overlap the first."""
    end = -1
    for problem in sorted(problems, key=lambda problem: problem.span):
        if problem.span.start >= end:
            yield problem
            end = problem.span.end


class Evidence(NamedTuple):
    """How a requirement is answered: where, and in which words. ``item`` names it where a rule has several."""

    status: Status
    span: Span | None = None
    quote: str = ""
    item: str = ""


class Check(Protocol):
    """The one thing every check kind does."""

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """Yield what is wrong within the scope, and how requirements are answered."""
        ...

    def triggers(self) -> Iterable[Pattern]:
        """The patterns the check searches the whole text for, so that one pass can tell which occur."""
        ...


def option(doc: str, default: Any = ..., **extra: Any) -> Any:
    """A field that is an option of a check; ``doc`` is shown by ``explain`` and in the schema."""
    return described(doc=doc, **extra) if default is ... else described(default=default, doc=doc, **extra)
