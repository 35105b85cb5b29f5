"""``section-required``: a content that the report must have, at whatever level and under whatever title it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import cached
from reportlint.likely import last_chapter, likely
from reportlint.patterns import Pattern
from reportlint.powers import bound
from reportlint.record import record
from reportlint.reportclass import CLASS_NAMES


@record
class SectionRequiredCheck:
    """Answered by a heading at any level, by a stating sentence, or by enough of the section's words in the body."""

    section: str = option("必须有的部分（sections.yaml 中的编号）")
    message: str = option("缺少时的提示语")
    near: tuple[Pattern, ...] = option("近似标题：缺少时，若有标题符合，就在提示中指出来供核对", ())
    titled: tuple[Pattern, ...] = option("全文的标题就是这一部分的写法：整篇都是，不会缺", ())
    also: tuple[str, ...] = option("有其中任何一部分也算写了", ())
    also_needed: int = option("also 中至少要有几个不同的部分才算", 1)
    expected_of: tuple[str, ...] = option(
        "哪些报告主体必须写（department 部门，government 政府，township 乡镇、街道）；其他主体没有写到，只在对照表里说明",
        (),
    )
    signs: tuple[Pattern, ...] = option(
        "弱迹象：没有认出这一部分、但同一章或同一段里有几句符合时，只作疑似的警告，并指出是哪一句", ()
    )
    signs_needed: int = option("弱迹象至少要有几句", 2)
    signs_after: int = option("弱迹象只在全文百分之几以后才算", 0)
    last_chapter: bool = option("写不足的那一章之后还有最后一章，标题认不出，也算弱迹象", False)

    def triggers(self) -> Iterable[Pattern]:
        """None: sections are matched by the draft."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """Evidence where it is answered, else one problem at the title, or none if this reporter need not write it."""
        place = _answer(draft, (self.section,)) or self._by_others(draft) or self._by_title(draft)
        if place is not None:
            yield Evidence("answered", place, draft.quote(place))
            return
        if self.expected_of and not bound(draft, self.expected_of):
            yield Evidence("not-applicable", None, f"没有写到；{_class_name(draft)}的报告不一定写")
            return
        yield Evidence("missing")
        anchor = draft.identity.title_span or Span(draft.extent.start, draft.extent.start + 1)
        sign = self._sign(draft)
        if sign is None:
            yield Problem(anchor, self.message + self._near_miss(draft))
        else:
            yield Problem(anchor, self._doubt(draft, sign), "suspected", softened=True)

    def _sign(self, draft: Draft) -> Span | None:
        found = likely(draft, self.section, self.signs, self.signs_needed, self.signs_after) if self.signs else None
        last = last_chapter(draft) if self.last_chapter and found is None else None
        return last.span if last else found

    def _doubt(self, draft: Draft, sign: Span) -> str:
        spec = draft.pack.section(self.section)
        name = spec.title if spec else self.section
        line = draft.document.position(draft.document.source_span(sign).start).line
        return f"没有认出法定内容“{name}”；第{line}行“{draft.quote(sign)}”似乎是，请核对；若是，建议单列标题"

    def _by_others(self, draft: Draft) -> Span | None:
        found = [place for name in self.also if (place := _answer(draft, (name,))) is not None]
        return min(found) if found and len(found) >= self.also_needed else None

    def _by_title(self, draft: Draft) -> Span | None:
        title = draft.identity.title
        return draft.identity.title_span if any(pattern.search(title) for pattern in self.titled) else None

    def _near_miss(self, draft: Draft) -> str:
        for heading in draft.outline.own_line:
            compact = cached(r"\s+").sub("", heading.title)
            if any(pattern.search(compact) for pattern in self.near):
                label = draft.text[heading.label.start : heading.label.end].strip()
                return f"（有“{label}{heading.shown}”，是否即此部分？）"
        return ""


def _class_name(draft: Draft) -> str:
    if draft.report_class == "government":
        return "派出机构"  # a government of its own level would be bound
    return CLASS_NAMES.get(draft.report_class or "", "这类单位")


def _answer(draft: Draft, sections: tuple[str, ...]) -> Span | None:
    for section in sections:
        spans = draft.topic(section)
        heading = draft.sections.heading(section)
        if heading is not None and any(span.start <= heading.start < span.end for span in spans):
            return Span(heading.start, heading.span.end)
        if spans:
            return spans[0]
    return None
