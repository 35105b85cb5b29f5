"""``front-matter``: what a paper has before and behind its text: addressee, sign-off, date, and what its title names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import cached, lazy
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.reportclass import classify
from reportlint.titlelines import is_title, years

_WORDS = {
    "addressee": "没有主送机关，请在标题下一行顶格写明（如“区委、区政府：”）",
    "signature": "没有落款单位，请在文末写明报告单位",
    "date": "没有成文日期，请在落款下写明年月日",
    "title": "没有认出标题，请在首行写明“单位＋年度＋法治政府建设情况报告”",
    "title-year": "标题里没有年度，请写明是哪一年度的报告",
    "title-body": "标题里没有报告单位，请写明单位名称",
}

_DATED = lazy(r"(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日")
_OF_THE_PAGE = lazy(r"[：:]|来源|发布|时间|浏览|字体|字号|打印")
_ASIDE = lazy(r"[（(][^（）()]*[）)]")  # 高新区（新市区）人民政府
_BYLINES = 3  # lines below a title that name who reports and when


@record
class FrontMatterCheck:
    """Each part is asked for by its own rule, since each weighs differently in public and formal versions."""

    part: Literal["addressee", "signature", "date", "title", "title-year", "title-body"] = option(
        "addressee 主送机关，signature 落款单位，date 成文日期，title 标题，title-year 标题里的年度，title-body 标题里的单位"
    )
    unless_titled: tuple[Pattern, ...] = option("标题里有其中任何一个写法的不查：依规定格式没有这一部分", ())

    def triggers(self) -> Iterable[Pattern]:
        """None: the identity is read by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """Evidence where the part is there, else one problem."""
        identity = draft.identity
        if any(pattern.search(identity.title) for pattern in self.unless_titled):
            yield Evidence("not-applicable", None, "这类报告的规定格式没有这一部分")
            return
        titled = bool(identity.title) and is_title(identity.title)
        if self.part.startswith("title-") and not titled:
            return  # without a title there is nothing to find fault with in it
        found = {
            "addressee": identity.addressee,
            "signature": identity.signature or _below_title(draft, "signature") or _dated_title(draft),
            "date": identity.date or _below_title(draft, "date"),
            "title": identity.title_span if titled else None,
            "title-year": identity.title_span if years(identity.title) or _masked_year(identity.title) else None,
            "title-body": identity.title_span if draft.body and draft.body in _ASIDE.sub("", identity.title) else None,
        }[self.part]  # fmt: skip
        if found is not None:
            yield Evidence("answered", found, draft.quote(found))
            return
        yield Evidence("missing")
        yield Problem(self._place(draft), _WORDS[self.part])

    def _place(self, draft: Draft) -> Span:
        """The title for what belongs at the top, the last character of the report for what belongs at the end."""
        if self.part in ("signature", "date"):
            end = draft.extent.end
            return Span(max(end - 1, 0), end)
        return draft.identity.title_span or Span(draft.extent.start, draft.extent.start + 1)


def _below_title(draft: Draft, part: str) -> Span | None:
    """The organ or the date in the lines right below the title, as papers for a meeting have them: （2026年1月30日）."""
    identity = draft.identity
    if not identity.title_blocks:
        return None
    first = identity.title_blocks[-1] + 1
    for block in draft.document.blocks[first : first + _BYLINES]:
        line = draft.text[block.start : block.end].strip()
        if len(line) > 40 or _OF_THE_PAGE.search(line) or any(mark in line for mark in "，。"):
            return None
        if _DATED.search(line) if part == "date" else classify(_DATED.sub("", line).strip("（）() 　")):
            return Span(block.start, block.end)
    return None


def _dated_title(draft: Draft) -> Span | None:
    """The title, where it names the organ and the date stands right below it: then nobody signs at the end."""
    titled = draft.body and draft.body in draft.identity.title and _below_title(draft, "date")
    return draft.identity.title_span if titled else None


def _masked_year(title: str) -> bool:
    """20xx年: not filled in, which is another rule's matter."""

    return bool(cached(r"[\dxX×*]{4}\s?年").search(title))
