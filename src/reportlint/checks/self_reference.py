"""``self-reference``: the report calls itself something it is not: 我区 in the report of a 市, 我局 in that of a 镇."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.reportclass import classify

_SELF = lazy(
    r"我(?P<at>市(?![场政民值])|区(?![域间别块])|县(?![级域])|旗(?!帜)|镇(?!静)|乡(?![村镇音土])|街道"
    r"|局(?![限部面势])|委(?![托派员屈任以]|办)|厅)"
)
_RANK = {"省": 1, "市": 2, "县": 3, "区": 3, "旗": 3, "镇": 4, "乡": 4, "街道": 4}
_ZONE = lazy("开发区|新区|管委会|管理委员会|地区|[园景护林库矿假范能合]区")  # has no rank, and lies in a county
_NEAR = 300  # code points before 我 in which a quotation may have begun
_WITHIN = "自忘唯小大敌你本各"  # before 我: the word goes on (自我区分)
_ORGANS = ("局", "委", "厅")
_PLACE = lazy("街道|[省市县区旗镇乡州盟]")
_NO_PLACE = lazy("市场|市政|市容|社区|乡村|城区|校区|院区|市域|区域|城镇|县域|小区|市民|城乡")


@record
class SelfReferenceCheck:
    """Compared with the body that the title names; a word higher up (我省 in a county's report) is as lawful as its own."""

    def triggers(self) -> Iterable[Pattern]:
        """None: 我 is looked for by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a wrong name, at its first place."""
        title, body = draft.identity.title, draft.identity.body
        if not body or body not in title or "我" not in draft.text:
            return
        found: dict[str, list[int]] = {}
        for match in _SELF.finditer(draft.text):
            at = match.start("at")
            if draft.text[at - 2] in _WITHIN or not any(span.start <= at < span.end for span in scope):
                continue
            if _is_other(draft, match["at"], title, body) and not _quoted(draft, at):
                found.setdefault(match["at"], []).append(match.start())
        for word, places in found.items():
            count = f"（共 {len(places)} 处）" if len(places) > 1 else ""
            message = f"这是“{body}”的报告，这里自称“我{word}”{count}，请核对是否套用了别处的稿子"
            yield Problem(Span(places[0], places[0] + 1 + len(word)), message, "suspected")


def _is_other(draft: Draft, word: str, title: str, body: str) -> bool:
    """Whether the title's body can by no means call itself so."""
    ranks = [_RANK[found] for found in _PLACE.findall(_NO_PLACE.sub("", body)) if found in _RANK]
    kind = classify(body)
    if word in title or not ranks or kind is None or _ZONE.search(title):
        return False
    if word in _ORGANS:
        if "委" in word and ("委" in title or "党组" in title):
            return False
        return kind != "department" or (body.endswith(("局", "厅", "委", "委员会")) and "办" not in body)
    if word == "区" and "自治区" in draft.text:
        return False
    return _RANK[word] > max(ranks) or (_RANK[word] == max(ranks) >= 3)


def _quoted(draft: Draft, at: int) -> bool:
    before = draft.text[max(draft.sentence(at).start, at - _NEAR) : at]
    opened = max(before.rfind("“"), before.rfind("《"))
    return opened > max(before.rfind("”"), before.rfind("》")) or before.count('"') % 2 == 1
