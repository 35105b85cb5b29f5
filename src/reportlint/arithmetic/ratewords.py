"""What rates are made of: 办结率 is what was 办结 of what was 受理, 出庭率 what was 出庭 of what 应出庭.

Each value of the table holds two alternations of a regular expression.
"""

from __future__ import annotations

import re
from itertools import combinations, permutations

from reportlint.arithmetic.statements import Quantity, Statement, agrees, ratio_agrees
from reportlint.lazyre import HAN, cached, lazy

# the rate's last word -> what its part is called, and what its base is called
_ANSWERED = "收到|受理|办理|承办|接[到收办]|转办|交办|应"
_CASES = "受理|收到|接[到收办]|承[接办]|转办|交办|登记|立案|办理|共|应|有效"
RATE_WORDS: dict[str, tuple[str, str]] = {
    "办结": ("办结|审结|结案|完成", _CASES), "结案": ("结案|办结|审结", _CASES), "审结": ("审结|结案|办结", _CASES),
    "即办": ("即办|即时办结|当场办结|马上办", "办理|办件|受理|事项|共|总"), "即办件": ("即办|即时办结|当场办结", "办理|办件|受理|事项|共|总"),
    "网办": ("网办|网上|线上", "办理|办件|受理|事项|共|总"), "全程网办": ("网办|网上|线上", "办理|办件|受理|事项|共|注册"),
    "化解": ("化解|调解成功|调处成功", "受理|排查|调[解处]|接[待收]|纠纷|共|发现"), "调处": ("调处|化解", "受理|排查|接[待收]|纠纷"),
    "成功": ("成功|化解", "受理|排查|调[解处]|纠纷|共"), "整改": ("整改|销号", "发现|排查|查出|反馈|指出|提出|问题|隐患|共"),
    "整改完成": ("整改|销号", "发现|排查|查出|反馈|指出|提出|问题|隐患|共"), "整改到位": ("整改|销号", "发现|排查|查出|反馈|指出|提出|问题|隐患|共"),
    "整治": ("整治|整改", "发现|排查|查出|反馈|问题|隐患|共"), "出庭": ("出庭|出席", "应|开庭|诉讼|案件"), "应诉": ("出庭|应诉", "应出|应当|开庭|诉讼"),
    "办复": ("办复|答复|办结|回复", _ANSWERED + "|建议|提案"), "答复": ("答复|办复|回复", _ANSWERED + "|建议|提案|申请"),
    "回复": ("回复|答复|办复", _ANSWERED + "|建议"), "办理": ("办结|办理|办复", "收到|受理|接[到收]|承接|转办|交办|应"),
    "备案": ("备案|报备|报送", "制定|印发|出台|制发|发布|应"), "报备": ("备案|报备|报送", "制定|印发|出台|制发|发布|应"),
    "上岗": ("持证|上岗", "共有?|现有|应|在[编岗册]|人员"), "合格": ("合格|通过", "抽|检[查测]|评|参[考加]|实考|应|共"), "优秀": ("优秀", "抽|评|参评|共"), "优良": ("优良|优秀", "抽|评|监测|共"),
    "满意": ("满意|好评", "评价|回访|测评|发放|收回|收到|调查"), "好评": ("好评", "评价|收到|共"), "达标": ("达标", "检[查测]|抽|监测|共"),
    "通过": ("通过", "参[考加]|实考|报名|应|报考|申报|共"), "参考": ("参考|参加|实考", "应"), "参训": ("参训|参加|培训", "应"), "参学": ("参学|参加|完成", "应"),
    "采纳": ("采纳", "提出|收到|征集|收集|共"), "回收": ("回收|收回", "发放|发出|印发"), "签约": ("签约|签订", "涉及|应|共"),
    "兑现": ("兑现", "承诺|核查|共"), "赞成": ("赞成|同意", "收回|回收|参[加与]|投票|发放"), "持证": ("持证|持有", "共有?|现有|应|在[编岗册]"),
    "败诉": ("败诉", "审结|判决|结案|诉讼|应诉"), "胜诉": ("胜诉", "审结|判决|结案|诉讼|应诉"), "纠错": ("纠错|纠正|撤销|变更|确认违法|责令", "审结|受理|办结"),
    "维持": ("维持", "审结|受理|办结"), "处置": ("处置|处理", "发现|受理|收到|接[到收]|排查|应"), "查处": ("查处", "受理|收到|接[到收]|发现|立案"),
    "回访": ("回访", "办结|受理|应"), "审核": ("审核|审查", "制定|印发|出台|应|报送|送审"), "审查": ("审查|审核", "制定|印发|出台|应|报送|送审"),
    "完成": ("完成|办结", "共|应|明确|部署|承担|计划|任务"), "落实": ("落实|完成", "共|应|明确|部署|议定|任务"),
    "覆盖": ("覆盖|完成|开展|检查", "共有?|现有|应"), "公开": ("公开", "应|制定|印发|共|作出"), "到位": ("到位", "应|涉及|判决|罚"),
    "按期办结": ("按期办结|按时办结|期限内办结", _CASES), "按时办结": ("按期办结|按时办结|期限内办结", _CASES), "及时": ("及时", "应|共|制定"),
    "执行": ("支出|执行|使用|拨付", "安排|预算|下达|到位"), "兑付": ("兑付|支付", "核查|应|涉及|线索"),
}  # fmt: skip

_KNOWN = frozenset(words for both in RATE_WORDS.values() for words in both)
_RATE = lazy(
    rf"(?P<stem>(?:(?!率)(?:{HAN}|[“”])){{1,14}})率(?:同?样|已|也|即)?(?:达到了?|达|为|是|约为?|高达|实现了?|[：:（(])?\s?$"
)
_PROPORTION = lazy(
    rf"(?P<stem>(?:(?!率){HAN}){{2,10}}?)(?:事项|案件|件|人数|人员)?的?比例(?:达到了?|达|为|是|约为?)?\s?$"
)
_LISTED = lazy(rf"(?P<names>(?:{HAN}|[“”]){{1,12}}率(?:[、和及与](?:{HAN}|[“”]){{1,12}}率)+)分别(?:达到?|为|是)?\s?$")
_LEADING = 5  # code points beside its name that a rate's clause may have: 率达到了
SHARE = lazy(r"占(?P<of>[^，。；占率]{0,14}?)(?:的?比例?|的)?(?:达到?|为|约)?\s?$")


def rate_name(said: Statement, index: int) -> str:
    """What the rate is called, its last syllable left out; 占 for a share, empty if it cannot be told."""
    rate = said.percents[index]
    before = said.before(rate)
    if SHARE.search(before[-20:]):
        return "占"
    single = _RATE.search(before[-24:])
    if single:
        return "" if cached("率[、和及与]$").search(before[-24:][: single.start("stem")]) else single["stem"]
    proportion = _PROPORTION.search(before[-24:])
    if proportion:  # 网办事项比例
        return proportion["stem"] if rate_core(proportion["stem"]) in RATE_WORDS else ""
    for back in range(3):  # 合格率、优秀率分别为97.3%、88%: the names and the rates in the same order
        first = said.percents[index - back] if index >= back else None
        listed = _LISTED.search(said.before(first)) if first else None
        if first and listed:
            names = cached("[、和及与]").split(listed["names"])
            gap = said.text[first.start - said.span.start : rate.start - said.span.start]
            return names[back].removesuffix("率") if back < len(names) and not cached("[，,]").search(gap) else ""
    return ""


def rate_core(name: str) -> str:
    """The rate's own word at the end of its name: 出庭应诉率 -> 应诉; itself if it is none of the known."""
    return next((name[-size:] for size in (4, 3, 2) if name[-size:] in RATE_WORDS), name[-8:])


def rate_pattern(words: str, before: str = "", behind: str = "") -> re.Pattern[str]:
    """The words of a rate, with what must stand before and behind them.

    Those of the known rates are kept for the next run; a rate of which only the draft knows is the draft's own word.
    """
    return (cached if words in _KNOWN else re.compile)(f"{before}{words}{behind}")


def alone(said: Statement, rate: Quantity, name: str) -> bool:
    """Whether a sentence begins with a known rate, so that its numbers can only stand in the sentence before."""
    leading = len(said.before(rate)) - len(name) <= _LEADING and said.all[0].start == rate.start
    return leading and rate_core(name) in RATE_WORDS and not cached("[，,；]").search(said.before(rate))


def whole_of_list(said: Statement, earlier: list[Quantity], part: Quantity, base: Quantity) -> Quantity | None:
    """The base itself unless it is one of a list: 建议20件、提案30件，办结49件.

    A list that has the part too (其中保留30件、废止7件) divides the count before it. Of any other the sum is taken where
    each alone is less than the part; else it stays unclear what the base is.
    """
    first = last = earlier.index(base)
    while first and _joined(said, earlier[first - 1], earlier[first]):
        first -= 1
    while last + 1 < len(earlier) and _joined(said, earlier[last], earlier[last + 1]):
        last += 1
    if first == last:
        return base
    run = earlier[first : last + 1]
    if _joined(said, run[-1], part):
        whole = earlier[first - 1] if first else None
        return whole if whole and whole.family == part.family and "其中" in said.between(whole, run[0]) else None
    if part.value <= max(q.value for q in run):
        return None
    added = sum(q.value for q in run)
    return base._replace(start=run[0].start, end=run[-1].end, value=added, low=added, high=added, label=run[0].label)


def _joined(said: Statement, one: Quantity, other: Quantity) -> bool:
    """建议20件、提案30件: two of one list."""
    words = cached("(?:、|以?及|和|与)[^，,。；、]{0,16}$").match(said.between(one, other))
    return words is not None and one.family == other.family


def any_fits(rate: Quantity, usable: list[Quantity], part: Quantity, base: Quantity) -> bool:
    """Whether any pair gives the rate (100% only the part's own), or the part and a sum of neighbours do."""
    for one, other in permutations(usable, 2):
        if one.family == other.family and (part in (one, other) or rate.value < 100) and ratio_agrees(rate, one, other):
            return True
    for first, last in combinations(range(len(usable) + 1), 2):
        run = usable[first:last]
        if not 2 <= len(run) <= 5 or {q.family for q in run} != {part.family} or (part in run and base in run):
            continue
        low, high = sum(q.low for q in run), sum(q.high for q in run)
        if agrees(rate, 100 * part.low / high, 100 * part.high / low):
            return True  # 受理100件，上年结转20件，办结110件: of both together
        if part in run and any(
            q.family == part.family and q not in run and agrees(rate, 100 * low / q.high, 100 * high / q.low)
            for q in usable
        ):
            return True
    return False
