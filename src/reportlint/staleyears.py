"""Sentences that tell of another year's work as if it were the report's: last year's account left in.

A report names other years lawfully: in comparisons, spans, plans, names of laws, tasks given a year ago and what became
of them. So a sentence counts only where it begins with the year or with the reporter and the year, gives a figure of
work done, and names no other year; neither may the sentences around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint.checktypes import Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import HAN, cached, lazy
from reportlint.sentencestarts import led_by

_LEAD_YEAR = lazy(
    r"(?P<y>20\d\d)\s?年(?:度|第?[一二三四]季度|[上下]半年)?(?:[，,]|(?=(?:全[市区县镇局省州年]|我[局市区县委镇乡])[^。\n]{0,60}\d))(?P<rest>[^。\n]{0,120})"
)
_OF_ITS_OWN_YEAR = lazy(  # what a report rightly tells of the year before
    r"结转|移交|以来|至今|较(?![高大好强快])|相比|印发|出台|修订|施行|获评|命名|授予|启动|制定|考核|评估|评议|排名|位列|位居|通报|反馈|督察|整改"
    r"|确定为|列为|列入|入选|评为"
)
_DONE = lazy(
    r"全年|共|累计|[我本][局市区县委镇乡院校]|我?单位|我街道|全[市区县镇局]|先后|扎实推进|领导下|组织|开展|召开|办理|审查|持续|坚持"
    r"|\d[\d,.]*万?(?:余|多)?[次件项个场份人名户起条家篇期部处所台套]"
)
_ACCOUNT = lazy(  # last year's account by its own words, or what set last year's work
    r"(?:^|[。；\n])[ \u3000]*(?:(?:在|回顾|回首|纵观|经过)(?P<a>20\d\d)\s?年度?(?:(?:的?工作(?:中)?|一年的?(?:努力|工作|实践))[，,]|[，,]|一?年?来?的努力)"
    r"|现?将(?P<b>20\d\d)\s?年度?[^。；\n]{0,24}(?:报告|汇报)如下"
    r"|(?P<c>20\d\d)\s?年度?[^，。；\n]{0,16}(?:任务|目标)(?:已经?)?(?:全部|全面|如期|圆满)?完成"
    r"|(?:[^。；，\n]{0,8}[，,])?(?:[我本][局市区县委镇乡院校]|我?单位|我街道)?(?:按照|根据|对照|围绕)[^。；，《\n]{0,10}(?P<d>20\d\d)\s?年度?[^。；，》\n]{0,20}(?:工作要点|重点任务|任务清单|责任清单|目标任务|工作目标|年度任务)"
    r"|[^。；\n]{0,20}(?:制定|印发|出台)[^。；，\n]{0,16}(?P<e>20\d\d)\s?年度?[^。；，》\n]{0,20}(?:工作要点|任务清单|责任清单|(?:普法|学法|立法|检查|培训|工作)计划)"
    r"|[^。；\n]{0,6}(?:统计|报告|数据)(?:时间|期间|周期|口径|时段|范围|期限)[^。；，\n\d]{0,4}(?P<g>20\d\d)\s?年1?月?"
    r"|(?:按照|根据|对照|围绕|落实|认真落实|印发|制定印发|制定|出台|编制|公布|编制并公布)[^。；，《\n]{0,6}《[^。；，》\n]{0,8}?(?P<f>20\d\d)\s?年度?[^。；，》\n]{0,20}(?:工作要点|工作计划|学法计划|普法计划|任务清单|责任清单|决策事项目录|检查计划))"
)

_PLAN_OF = lazy(  # the plan of work that the reporter made, wherever the sentence names it
    r"(?:印发|制定|出台|编制)[^，。；《》\n]{0,6}《[^《》，。；\n]{0,16}?(?P<f>20\d\d)\s?年度?[^。；，《》\n]{0,20}"
    r"(?:工作要点|工作计划|学法计划|普法计划|任务清单|责任清单|决策事项目录|检查计划)》"
)
_ANY_YEAR = lazy(r"20\d\d")
_AROUND = 400  # code points of a sentence on either side of a year that are looked at
_FAR = 48  # code points from where such a sentence begins to its year
_YEAR = lazy(r"20\d\d(?=\s?年|共)")
_SPAN = "—-－–~～〔[较比."  # before a year: the end of a span, a document's number, a comparison
_SELF = (
    r"(?:[全我本][市区县局镇乡省州委院厅街](?:道)?(?:各级|各)?|[市区县](?:政府|委)?)?"
    rf"(?:{HAN}{{0,10}}(?:局|委|机关|机构|部门|法院|政府|会议|党组|街道|办事处))?"
)
_BEFORE = lazy(
    rf"(?:其中|[经据](?:不完全)?统计|一年来|[一二三四五六七八九]是)?(?:{_SELF}|(?:党政)?主要(?:领导|负责人|负责同志)|班子成员|(?:本年度?|今年|全年))(?:[在于]|全年)?\s?"
)
_VOLUME = r"(?:办理|受理|收到|新收|接到|查处|立案|审结|办结|审查|审核|开展|组织|召开|举办|举行|化解|调解|接待|培训|发放|发布|制定|检查|研究)"
_AFTER = lazy(
    rf"\s?(?:年度?)?(?:全年度?|内|期间|[上下]半年|前三季度)?[，,]?{_SELF}[，,]?(?:在全[市区县省])?(?:(?:全年)?(?:共计?|累计|先后|合计|总共|一共)(?!同|建|享|性)|{_VOLUME})"
    r"[^。；\n，,]{0,24}\d"
)
_WHOLE_YEAR = lazy(
    r"\s?年1月?(?:1日)?起?\s?[至到—－–~～-]+\s?(?:20\d\d年)?(?:12月(?:31日|底)?|年底|年末)[，,]?[^。；\n]{0,30}\d"
)
_UNTIL = lazy(
    r"\s?年(?:底|末|12月(?:底|末|份|31日)?)[，,][^。；\n]{0,10}(?:共有?|累计|现有|已建成|建成|达到?|增至|拥有|配备)[^。；\n]{0,24}\d"
)
_COUNTED = lazy(
    r"\s?年(?:[，,]?全年)?[，,]?[^。；\n，,]{0,12}(?:共计?|累计|全年)(?:办理|受理|收到|查处|立案|审结|办结|接待|调处|化解|处置)[^。；\n，,]{0,24}\d"
)
_TO_HAND = lazy(r"(?:截至|截止到?)\s?")
_BRACKET = lazy(r"(?:本年度?|今年|当年|全年|报告年度|一年来|过去一年)[（(]\Z")
_ASIDE = lazy(
    r"以来|至今|较(?![高大好强快])|相比|同比|环比|印发|出台|修订|施行|获评|评为|命名|授予|启动|制定的|考核|评估|评议|评查|排名|位列|位居|通报|反馈|督察|督查|整改|"
    r"结转|遗留|目前|现已|如今|去年|上年|上一年|今年|本年|本月|继续|延续|基础上|此前|曾|基数|基准|底数|往年|历年|连续|(?<![\d余多])起|开始|首次|存量|跨年|未结|"
    r"规划|纲要|目标|任务|计划|将|拟|力争|预计|预期|要求|按照|根据|《|回顾|典型案例|一案|案例|获|奖|表彰|试点|审计|巡[视察]|专项行动|抽查|倒查|回头看"
)
_TASK = lazy("督察|督查|反馈|整改|考核|评估|巡[察视]|审计|上一?年|回头看|遗留|以来")


def stale_years(draft: Draft, year: int) -> Iterator[Problem]:
    """A leading 2024年，全年… or 全市2024年共… in the report of 2025; the year as it is written is the place."""
    told: set[int] = set()
    for start in sorted({*_leading(draft, year), *_accounts(draft, year)}):
        told.add(start)
        begins = draft.text[draft.sentence(start).start : start].strip() == ""
        found = f"这句以“{draft.text[start : start + 4]}年”开头"
        yield _problem(draft, year, start, found if begins else f"这里写的是“{draft.text[start : start + 4]}年”")
    for match in _YEAR.finditer(draft.dated):
        before = draft.dated[match.start() - 1]
        if int(match.group()) == year or match.start() in told or before.isdigit() or before in _SPAN:
            continue
        if _told(draft, year, match):
            yield _problem(draft, year, match.start(), f"这句说的是“{match.group()}年”的数")


def _problem(draft: Draft, year: int, start: int, found: str) -> Problem:
    message = f"{found}，报告年度是{year}年，请核对是不是往年的内容"
    return Problem(Span(start, start + 4), message, "suspected")


def _leading(draft: Draft, year: int) -> Iterator[int]:
    """Sentences that begin with an earlier year."""
    text, opening = draft.dated, draft.identity.opening
    for match in _LEAD_YEAR.finditer(text):
        if text[max(0, match.start() - 4) : match.start()].rstrip(" ")[-1:] not in ("", "。", "；", "\n"):
            continue
        if int(match["y"]) >= year or (opening and opening.start <= match.start() < opening.end):
            continue
        if any(span.start <= match.start("y") < span.end for span in draft.sections.spans("next-plan")):
            continue  # the check of plans' years tells it
        if not _DONE.search(match["rest"]) or str(year) in match["rest"] or _OF_ITS_OWN_YEAR.search(match["rest"]):
            continue
        yield match.start("y")


def _accounts(draft: Draft, year: int) -> Iterator[int]:
    """What says that it is another year's account, or follows another year's plan of work; of plans only the last."""
    text, opening = draft.dated, draft.identity.opening
    for match in (*led_by(text, _ACCOUNT, _ANY_YEAR, _FAR), *_PLAN_OF.finditer(text)):
        group = match.lastgroup or "a"
        start, said = match.start(group), int(match[group])
        inside = opening is not None and opening.start <= start < opening.end
        if inside or said >= year or (group in "def" and said != year - 1):
            continue
        sentence = draft.sentence(start)
        words = text[sentence.start : sentence.end]
        if str(year) in words or _TASK.search(words):
            continue
        if group != "g" and not any(s.start <= start < s.end for s in draft.account):
            continue
        yield start


def _told(draft: Draft, year: int, match: re.Match[str]) -> bool:
    """Whether a sentence gives figures of the work of that year, and nothing around it speaks of other years."""
    text, start = draft.dated, match.start()
    clause, sentence = draft.clause(start), draft.sentence(start)
    before = text[max(clause.start, start - _AROUND) : start].lstrip(" \u3000")
    bracket = _BRACKET.search(before)
    later = int(match.group()) > year  # the plan of the next year counts beforehand what nobody can count beforehand
    if not bracket and not (_counted if later else _work)(text, before, match.end()):
        return False
    own = match.group()
    words = text[max(sentence.start, start - _AROUND) : start] + text[match.end() : sentence.end][:_AROUND]
    if "\t" in words or not any(span.start <= start < span.end for span in draft.account):
        return False
    if bracket:
        return True
    if _ASIDE.search(words) or any(other.group() != own for other in _YEAR.finditer(words)) or "》" in words:
        return False
    around = text[_previous(draft, sentence.start) : sentence.start] + text[sentence.end : _next(draft, sentence.end)]
    if not later and (str(year) in around or cached("上年|去年|同比|今年|本年|比上").search(around)):
        return False
    return not any(own in heading.title or _TASK.search(heading.title) for heading in draft.outline.path(start))


def _work(text: str, before: str, end: int) -> bool:
    if _TO_HAND.fullmatch(before):
        return _UNTIL.match(text, end) is not None
    if before == "自" or not before:
        return bool(_WHOLE_YEAR.match(text, end) or (not before and _AFTER.match(text, end)))
    return bool(_BEFORE.fullmatch(before) and _AFTER.match(text, end))


def _counted(text: str, before: str, end: int) -> bool:
    """Work of a year that has only begun, told as done: cases are received, never planned."""
    if _TO_HAND.fullmatch(before):
        return _UNTIL.match(text, end) is not None
    return bool(
        (not before and _WHOLE_YEAR.match(text, end)) or (_BEFORE.fullmatch(before) and _COUNTED.match(text, end))
    )


def _previous(draft: Draft, start: int) -> int:
    return draft.sentence(start - 2).start if start > 1 else start


def _next(draft: Draft, end: int) -> int:
    at = end + 1
    while at < len(draft.text) and draft.text[at] in "\n \u3000":
        at += 1
    return draft.sentence(at).end if at < len(draft.text) else end
