"""``text-required``: words that must occur within a section, such as a cause beside a shortcoming."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.patterns import Pattern
from reportlint.record import record


@record
class TextRequiredCheck:
    """Asked only where the section exists: a missing section is its own finding."""

    patterns: tuple[Pattern, ...] = option("出现任何一个即可")
    message: str = option("没有出现时的提示语")
    at_least: int = option("至少出现几处", 1)
    unless: tuple[Pattern, ...] = option("这一部分有这些就不再说缺（另有规则报出）", ())

    def triggers(self) -> Iterable[Pattern]:
        """None: most drafts have what is asked for, and looking for it everywhere would cost more than looking here."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """Evidence with the words found, else one problem where the section begins."""
        if not scope:
            yield Evidence("not-checked", None, "所属的部分没有写，无从检查")
            return
        below = [_below_heading(draft, span) for span in scope]
        matches = (match.span for pattern in self.patterns for match in pattern.find(draft.searchable, below))
        found = sorted(set(islice(matches, 1) if self.at_least == 1 else matches))
        if len(found) >= self.at_least:
            yield Evidence("answered", found[0], draft.quote(draft.sentence(found[0].start)))
            return
        yield Evidence("missing")
        if any(True for pattern in self.unless for _ in pattern.find(draft.searchable, below)):
            return
        yield Problem(draft.anchor(scope[0]), self.message.replace("{count}", str(len(found))))


def _below_heading(draft: Draft, span: Span) -> Span:
    """The span without its own heading: 存在的不足和原因 gives no cause by naming it."""
    return Span(min(draft.anchor(span).end, span.end), span.end) if _headed(draft, span) else span


def _headed(draft: Draft, span: Span) -> bool:
    return any(heading.start == span.start for heading in draft.outline.headings)
