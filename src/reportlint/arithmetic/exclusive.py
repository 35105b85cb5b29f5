"""Parts that exclude one another: together they cannot be more than the count they divide.

Where 其中 or a bracket lists some kinds of disputes, some fields, some outcomes, they need not be all there are, but no
dispute is counted under two kinds: a sum above the total is wrong. A list behind a colon whose parts are named alike is
all there is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportlint.arithmetic.countlists import classes_of, gap_between, levels, list_after
from reportlint.arithmetic.partitions import Sum
from reportlint.arithmetic.statements import Quantity, Statement
from reportlint.lazyre import cached, lazy

# what the sentence must speak of, the units counted, and the classes, none of which overlaps another
_EXCLUSIVE = (
    ("纠纷|调解|矛盾", "件起宗", (r"婚姻|家庭|家事|赡养", r"邻里|相邻", r"劳动|劳资|欠薪|工资", r"物业", r"土地|山林|林权|宅基地", r"债务|借贷|债权",
     r"损害|赔偿", r"消费", r"医疗|医患", r"交通事故", r"征地|拆迁|征收", r"合同")),
    ("查处|处罚|立案|办理|办结|罚|抽[检查]", "件起宗元批次", (r"食品", r"药品", r"化妆品", r"医疗器械", r"特种设备", r"计量", r"农资|种子|农药|化肥")),
    ("公开", "件", (r"(?:^|[^不])予以公开|^公开", r"部分公开", r"不予公开|不公开", r"无法提供|不存在", r"不予处理", r"其他处理|其它处理")),
    ("许可|申请|审批|受理|审查|登记", "件项个", (r"(?<!不)准予|(?<!不)(?:予以)?批准|(?<!不)同意|(?<!不)予以许可", r"不准予|不予许可|不予批准|不予同意|不同意")),
    ("复议", "件", (r"维持", r"驳回", r"撤销", r"变更", r"确认违法", r"责令", r"终止|撤回|调解|和解")),
    ("建议|提案", "件", (r"人大|代表建议", r"政协|委员提案")),
    ("援助|诉讼|案件", "件", (r"^民事", r"^刑事", r"^行政(?:案件|诉讼|类)?$")),
    ("期|批|轮", "人次名", (r"第一[期批轮]", r"第二[期批轮]", r"第三[期批轮]", r"第四[期批轮]")),
    ("判|诉讼|应诉", "件", (r"胜诉", r"败诉")),
    ("文件", "件份个", (r"政府(?:名义|文件)?(?:印发|制定|出台)?$", r"(?:办公?室|府办)(?:名义|文件)?(?:印发|制定|出台)?$|部门(?:文件|印发|制定)*$")),
    ("人员|顾问|队伍|干部|名|人", "人名", (r"专职", r"兼职")),
    ("人员|顾问|队伍|干部|名|人", "人名", (r"内聘|公职律师", r"外聘|社会律师")),
    ("人员|队伍|干部|律师|顾问", "人名", (r"市(?:级|本级|直)(?:机关|部门)?$", r"[区县](?:级|本级|直)(?:机关|部门)?$", r"镇街$|乡镇(?:街道)?$|镇(?:级)?$|街道$")),
    ("人员|队伍|干部|执法|名", "人名", (r"^男性?", r"^女性?")),
    ("建议|提案", "件", (r"A类", r"B类", r"C类", r"D类")),
    ("评[价议定查]|考核|等次|等级|督察|评为", "个家份件名人卷单位", (r"优秀|优的?$|优等", r"良好|良的?$|良等", r"一般|中的?$|中等", r"较差|差的?$|差等")),
    ("问题|隐患|任务|事项", "个项处条", (r"已?(?:完成整改|整改到位|整改完成|销号)|^整改$", r"正在整改|未整改|整改中|持续整改")),
)  # fmt: skip

# the same where no 其中 says so: what is done and what is not yet
_OUTCOMES = (
    (r"^(?:目前|现|已|均|全部)*(?:完成|办结|整改|销号)(?:整改|到位|完成|办理)?$", r"^(?:目前|尚|还)?(?:正在|正|在|未|没有)(?:推进|整改|办理|完成|办结|销号|实施)(?:的|中)?$|^推进中$"),
    (r"^(?:已|予以|全部)*采纳$", r"^部分采纳$", r"^(?:未|不予?)采纳$"), (r"^(?:予以|准予)公开$", r"^部分公开$", r"^不予公开$"),
)  # fmt: skip

# what leaves nothing between the parts, also without 其中
_HALVES = (
    (r"一般程序|普通程序", r"简易程序|当场处罚"), (r"^(?:其中)?(?:在?线上|网上)", r"^(?:在?线下|现场|窗口)"), (r"^男性?", r"^女性?"), (r"上半年$", r"下半年$"),
    (r"^专职", r"^兼职"), (r"(?<!不)合格$", r"不合格$"), (r"^(?:新增)?一审", r"^二审"),
)  # fmt: skip

# what excludes one another, and together with others is all there is: more than the total they cannot be
_OPPOSITES = (
    (r"(?<!不)(?<!部分)(?<!基本)属实$", r"(?:不属实|失实)$"), (r"(?<!不)合格$", r"(?:不合格|限期整改|责令整改)$"), (r"在编$|编制内$", r"编外$|聘用$|合同制$|派遣$"),
    (r"^(?:其中)?已(?!经?(?:受理|接))|^(?:结案|审结|办结|解决|化解|答复|整改)", r"^(?:正在|尚在|仍在|尚未|未|暂未|在办)"),
    (r"^重点", r"^(?:一般|常规|普通)"), (r"^受理$", r"^不予受理$"),
)  # fmt: skip
_OPPOSED = lazy("属实|不合格|整改|编外|聘用|合同制|派遣|正在|尚|仍在|未|在办|重点|不予受理")

_VERB = lazy(r"审结|办结|答复|受理|查处|立案|调解|化解|处罚|结案|作出|罚|制定|审核|审查")
_LEAST = 2  # parts of a list
_MOST_COUNTS = 100  # more than a sentence has
_NOT_YET = lazy("正在|未|不予|推进中")
_HALF = lazy("程序|线[上下]|网上|男|半年|专职|合格|一审")
_OPEN = lazy(r"^[^，,。；、：:（(]{0,10}[（(：:，,]{1,2}(?:[^，,。；、（(）)]{0,14})$")
_COLON = lazy(r"^[^，,。；、：:（(]{0,4}[：:][^，,。；、：:]{2,14}$")
_NEXT = lazy(r"^[^，,。；、：:）)]{0,4}[，,、](?:[^，,。；、（(）)：:]{2,14})$")
_ENDS = lazy(r"^[^，,。；、]{0,4}[）)]?$")
_LOOSE = lazy(r"等|余|包括|重点|其中|另|还|不[含计]|以上|去年|上年|累计")


def lists(said: Statement) -> Iterator[Sum]:
    """Every list that is all there is, and every list of parts that are together more than their total."""
    told = _NOT_YET.search(said.text) is not None
    marked = "其中" in said.text or "（" in said.text or "(" in said.text or "：" in said.text
    halved = _HALF.search(said.text) is not None
    opposed = _OPPOSED.search(said.text) is not None
    if not (marked or halved or told or opposed) or len(said.counts) > _MOST_COUNTS:
        return
    for counts in levels(said):
        level = said._replace(counts=tuple(counts))
        for index, total in enumerate(counts[:-2]):
            if counts[index + 1].unit != total.unit or counts[index + 2].unit != total.unit:
                continue
            run = list_after(level, index)
            if len(run) >= _LEAST:
                yield from _halves(level, total, run) if halved else ()
                yield from _opposites(level, total, run) if opposed else ()
                yield from _behind_colon(level, total, run) if marked else ()
                yield from _excess(level, index, run) if marked else ()
                yield from _outcomes(level, total, run) if told else ()


def _excess(said: Statement, index: int, run: list[Quantity]) -> Iterator[Sum]:
    total = said.counts[index]
    gap = gap_between(said, total, run[0]) + run[0].label  # 3个县（市）获评优秀，4个…: a whole bracket divides nothing
    if "其中" not in gap and "（" not in gap and "(" not in gap and "：" not in gap:
        return
    if sum(q.low for q in run) > total.high:
        for parts in _exclusive(said, total, run):
            if sum(q.low for q in parts) > total.high + _beside(said, index):
                yield Sum(total, tuple(parts))


def _outcomes(said: Statement, total: Quantity, run: list[Quantity]) -> Iterator[Sum]:
    """56项任务，完成52项，正在推进6项: more together than there are."""
    if sum(q.low for q in run) <= total.high or not cached(r"^[^，,。；、]{0,8}[，,：:]").match(
        said.between(total, run[0])
    ):
        return
    for classes in _OUTCOMES:
        parts, seen = classes_of(run, classes)
        if len(parts) == len(seen) == len(run) and len(seen) > 1 and len(classes) - 1 in seen:
            yield Sum(total, tuple(parts))


def _beside(said: Statement, index: int) -> float:
    """The counts before a total that a list may divide with it: 建议20件、提案35件，其中A类48件."""
    added, counts = 0.0, said.counts
    while index and counts[index - 1].unit == counts[index].unit:
        gap = said.between(counts[index - 1], counts[index])
        if not cached(r"[、和及与]|以及").match(gap) and (
            _VERB.search(counts[index].label) or not cached("[，,]").match(gap)
        ):
            break
        index -= 1
        added += counts[index].high
    return added


def _exclusive(said: Statement, total: Quantity, run: list[Quantity]) -> Iterator[list[Quantity]]:
    for talk, units, classes in _EXCLUSIVE:
        if total.unit[-1] not in units or not cached(talk).search(said.text):
            continue
        parts, seen = classes_of(run, classes)
        if len(parts) >= 2 and len(parts) == len(seen) and parts == run[: len(parts)]:
            yield parts


def _halves(said: Statement, total: Quantity, run: list[Quantity]) -> Iterator[Sum]:
    gap = said.between(total, run[0])
    if not _OPEN.match(gap) or len(run) != 2:
        return
    labels = [part.label.removeprefix("其中") for part in run]
    for classes in _HALVES:
        first, second = (cached(words).search(label) for words, label in zip(classes, labels, strict=True))
        if first and second and not any(cached(words).search(total.label) for words in classes):
            yield Sum(total, tuple(run))


def _opposites(said: Statement, total: Quantity, run: list[Quantity]) -> Iterator[Sum]:
    """举报62件，核实属实36件、不属实28件; 问题213个，其中已解决187个、正在推进31个."""
    parts, more = run[:2], run[2:]
    before = said.before(parts[1])
    if "结转" in before or "上年" in before or (more and "、" in said.between(parts[1], more[0])):
        return
    if not _OPEN.match(said.between(total, parts[0])) or not _NEXT.match(said.between(*parts)):
        return
    if parts[0].high > total.high or sum(part.low for part in parts) <= total.high:
        return
    if cached("查实|属实").search(total.label):
        return  # 举报57件，查实19件，部分属实11件，不属实27件: the first is a part, too
    labels = [part.label.removeprefix("其中") for part in parts]
    if any(all(cached(words).search(label) for words, label in zip(pair, labels, strict=True)) for pair in _OPPOSITES):
        yield Sum(total, tuple(parts))


def _behind_colon(said: Statement, total: Quantity, run: list[Quantity]) -> Iterator[Sum]:
    """办理案件312件：一般程序200件，简易程序100件."""
    start = said.span.start
    if not _COLON.match(said.between(total, run[0])) or _LOOSE.search(said.text[total.end - start :]):
        return
    if len({part.label[-2:] for part in run}) > 1 and not cached("其[他它]").search(run[-1].label):
        return
    if _ENDS.match(said.text[run[-1].end - start :]) and all(
        _NEXT.match(said.between(*pair)) for pair in pairwise(run)
    ):
        yield Sum(total, tuple(run))
