"""``topics-usual``: topics that reports of this class often have; those not dealt with are named together, once.

Only the statute's own items bind a department; which further topics it writes depends on what it does. A finding a
topic would be a list of things that are not wrong, so they make one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.patterns import Pattern
from reportlint.powers import bound
from reportlint.record import record


@record
class TopicsUsualCheck:
    """How each topic is answered is told by its own rule; this one only asks for those that are nowhere."""

    topics: tuple[str, ...] = option("常见专题（sections.yaml 中的编号；写成 a|b 的，有其中一个就算）")
    message: str = option("提示语；{topics} 代表没有写到的专题")
    not_of: tuple[str, ...] = option("哪些报告主体另有规则逐项要求，不在这里提示", ())

    def triggers(self) -> Iterable[Pattern]:
        """None: sections are matched by the draft."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """At most one problem, at the title."""
        if bound(draft, self.not_of):
            return
        missing = [
            _title(draft, names[0])
            for names in (topic.split("|") for topic in self.topics)
            if not any(draft.topic(name) for name in names)
        ]
        if missing:
            anchor = draft.identity.title_span or Span(draft.extent.start, draft.extent.start + 1)
            yield Problem(anchor, self.message.replace("{topics}", "、".join(missing)))


def _title(draft: Draft, section: str) -> str:
    spec = draft.pack.section(section)
    return spec.title if spec else section
