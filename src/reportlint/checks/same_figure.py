"""``same-figure``: one figure of the whole year and the whole body, given twice with two values.

Very careful: only figures that a report gives once a year (收到行政复议申请, 持证执法人员…), and figures that name the whole
body themselves in the same words (全市共有行政执法人员…), at the head of a clause, without 其中, 分别, 上年, a place, a period or a
plan beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.arithmetic.nonebutsome import none_but_some
from reportlint.arithmetic.turneddigits import turned_digits
from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import HAN, lazy
from reportlint.numerals import Figure
from reportlint.patterns import Pattern
from reportlint.record import record

_NAMES = lazy(
    r"(?P<name>(?:收到|受理|审结|办结)(?:行政)?复议(?:申请|案件)?|(?:制定|出台|印发|制发)(?:行政)?规范性文件|清理(?:行政)?规范性文件|"
    r"持(?:有执法)?证(?:行政)?执法人员|作出行政处罚(?:决定)?|(?:办理|实施)行政(?:处罚|许可)(?:案件|事项)?|行政(?:应诉|诉讼)案件|"
    r"主动公开(?:政府)?信息|(?:收到|受理|办理|答复)(?:政府信息)?依申请公开(?:申请)?|(?:办理|承办|收到)(?:区|市|县|省)?(?:人大)?(?:代表)?建议|"
    r"(?:办理|承办|收到)(?:区|市|县|省)?政协(?:委员)?提案|(?:区|市|县)?级?政务服务事项|(?:聘请|配备)法律顾问|公职律师|"
    r"(?:受理|排查|调处|化解|调解)(?:各类)?(?:矛盾)?纠纷|实施行政检查|审[查核](?:各类)?合同|(?:受理|办理)12345热线工单)(?P<link>共|共有|有|达|共计|合计|累计)?\s?$"
)
_WHOLE_BODY = lazy(  # checks and trainings are counted by field, under headings of their own
    r"^(?:20\d\d年，?|全年|截至年底，?)*(?P<body>全[市县区省]|我[市县区局]|[市县区省](?:政府|委常委会|长)|(?=行政机关负责人出庭))"
    r"(?:现|共|有|累计|全年|目前|在册|已)*(?P<what>[^\d\s、“”（）《》]{5,24}?)(?P<link>共有?|达到?|合计|累计|保持在|为)?\s?$"
)
_BY_FIELD = lazy(
    r"检查|整治|行动|活动|培训|宣传|排查|演练|督[查导]|案件|隐患|问题|会议$|学习$|召开|投入|资金|分别|以上|部门|所属|各"
)
_FIRST = frozenset("全我市县区省行2截")
_LEAD = lazy(
    r"^(?:\s|[（(][一二三四五六七八九十]+[）)]|\d+\.|[一二三四五六七八九十]是|全年|今年|本年度?|年内|一年来|我[局市区县镇乡委]|全[局市区县镇乡]|街道|共计?|累计|先后|"
    r"区政府|县政府|市政府|现有|现|依法|持续|同时|目前|截至年底|20\d\d年度?)*$"
)
_SCOPED = lazy(
    rf"其中|分别|上年|去年|同期|上一年|季度|半年|月|第[一二三四]|计划|拟|力争|近[三五]年|以来|截至|{HAN}(?:镇|乡|所|中队|分局)|较|比|新增|涉|重大|"
    r"到20|对|以.{1,12}为被|20\d\d年"
)


@record
class SameFigureCheck:
    """The later place is shown, the earlier one named."""

    def triggers(self) -> Iterable[Pattern]:
        """None: figures are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a figure that differs from the first of its name."""
        known = list(self._named(draft, scope))
        yield from known
        yield from none_but_some(draft, scope)
        yield from (other for other in turned_digits(draft, scope) if all(other.span != one.span for one in known))

    def _named(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem]:
        first: dict[tuple[str, str], Figure] = {}
        for figure in draft.figures:
            key = _key(draft, figure)
            if key is None or not any(part.start <= figure.start < part.end for part in draft.account):
                continue
            known = first.setdefault(key, figure)
            apart = abs((known.value or 0) - (figure.value or 0)) > (
                0 if known.step == figure.step else max(known.step, figure.step)
            )
            if apart and any(part.start <= figure.start < part.end for part in scope):
                words = draft.text[figure.start : figure.end]
                place = draft.document.position(draft.document.in_source(known.start))
                message = (
                    f"“{key[0]}”这里写{words}，第{place.line}行写{draft.text[known.start : known.end]}，"
                    "同一数字前后不一，请核对口径或改为一致"
                )
                yield Problem(Span(figure.start, figure.end), message, "suspected")


_LONGEST = 120  # code points of a clause before its figure
_AROUND = 600  # code points of a sentence that may narrow what the figure counts


def _key(draft: Draft, figure: Figure) -> tuple[str, str] | None:
    """The figure's name and unit, if it is one of those given once a year and nothing narrows it."""
    if figure.kind != "number" or figure.unit == "倍":
        return None
    clause = draft.clause(figure.start)
    if figure.start - clause.start > _LONGEST:
        return None
    before = draft.text[clause.start : figure.start]
    match = None
    if figure.step == 1.0 and figure.unit not in ("%", "％", "次", "场", "场次", "期"):
        match = _NAMES.search(before)
        match = match if match and _LEAD.match(before[: match.start()]) else None
    if match is None:
        match = _WHOLE_BODY.match(before) if before[:1] in _FIRST else None
        if match is None or _BY_FIELD.search(match["what"]) or ("率" in match["what"]) != (figure.unit in ("%", "％")):
            return None
    sentence = draft.sentence(figure.start)
    spoken = (
        draft.text[max(sentence.start, clause.start - _AROUND) : clause.start]
        + draft.text[figure.end : figure.end + 10]
    )
    year = str(draft.year or "")
    around = spoken.replace(f"{year}年", "") if year else spoken
    name = match["name"] if "name" in match.re.groupindex else match["body"] + match["what"]
    return None if _SCOPED.search(around) or _SCOPED.search(before.replace(f"{year}年", "")) else (name, figure.unit)
