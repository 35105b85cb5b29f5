"""``empty-section``: a heading with nothing under it, or with nothing said under it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import cached, lazy
from reportlint.outline import Heading
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.tellingtitles import is_statement

_NOTHING = lazy(r"[\s。，、；：:….．\-—_]*")


@record
class EmptySectionCheck:
    """First- and second-level headings must have text below; numbered lists of short items are left alone."""

    def triggers(self) -> Iterable[Pattern]:
        """None: the outline is read by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem an empty section."""
        headings = draft.outline.headings
        parents = {heading.parent for heading in headings}
        siblings: defaultdict[tuple[int, str], list[bool]] = defaultdict(list)
        for heading in headings:
            siblings[heading.parent, heading.kind].append(_empty(draft, heading))
        for index, heading in enumerate(headings):
            if heading.kind not in ("chapter", "section", "han", "han-paren", "none") or index in parents:
                continue
            if not any(span.start <= heading.start < span.end for span in scope) or not _empty(draft, heading):
                continue
            if heading.kind != "none" and is_statement(draft.text, heading.span, told=index in draft.sections.closed):
                continue
            if heading.kind == "none" or not _listed(heading, siblings[heading.parent, heading.kind]):
                label = draft.text[heading.label.start : heading.label.end].strip()
                yield Problem(
                    Span(heading.start, max(heading.span.end, heading.label.start + len(label))),
                    f"“{label}{heading.shown}”下面没有内容，请补写，或删去这个标题",
                )


def _empty(draft: Draft, heading: Heading) -> bool:
    if heading.run_in:
        return False
    return _NOTHING.fullmatch(draft.text, heading.span.end, heading.end) is not None


def _listed(heading: Heading, empty: Sequence[bool]) -> bool:
    """Whether it is an item of a list: most of its siblings stand alone as it does, or it reads as a sentence."""
    if len(heading.title) > 30 or cached(r"[\d；;]").search(heading.title):
        return True
    others, bare = len(empty) - 1, sum(empty) - 1
    return others >= 2 and bare * 2 >= others
