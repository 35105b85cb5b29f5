"""What a reporting body may do (enforce, make rules, decide reconsiderations) and what its class binds it to write."""

from __future__ import annotations

from reportlint.draft import Draft
from reportlint.lazyre import cached

POWERS = ("执法", "立法", "复议")

_NONE = {
    "执法": r"不(?:具有|承担|涉及|具备|行使)(?:(?<!行使)(?:任何)?(?:行政)?执法(?:权|职能|职责|事项|主体资格)|[^。；\n]{0,10}行政(?:处罚|执法))"
    r"|(?:无|没有|不享有)(?:任何)?(?:行政(?:许可|强制|检查)[权、]?[、和及]?){0,3}行政处罚(?:[、和及以等]|行政?(?:许可|强制|检查|征收|确认))*(?:执法)?(?:权|职权|职能|职责)(?![利力]?(?:的|限))"
    r"|没有(?:任何)?(?:行政)?执法(?:权|职能|职责|事项|主体资格)|无(?:任何)?(?:行政)?执法(?:权|职能|职责|事项|主体资格)",
    "立法": r"(?:不具有|没有|无)(?:地方)?立法(?:权|职能)",
    "复议": r"(?:不具有|没有|无|不承担)(?:行政)?复议(?:权|职能|职责)",
}
# organs that statutes give enforcement to; of other departments (机关事务, 信访, 国资, 档案馆 …) only the text can tell
_ENFORCING = (
    r"公安|交警|消防|市场监|城市管理|城管|综合执法|应急|交通|海事|生态环境|环保|卫生|卫健|税务|海关|农业|农牧|水利|水务|自然资源|规划|住房|住建|建设局|"
    r"文化|文旅|旅游|人力资源|人社|气象|统计局|烟草|药品|教育|民政[局厅]|林业|林草|园林|渔业|财政|医疗保障|医保|司法|粮食|体育|新闻出版|电影|民族|宗教|地震|"
    r"邮政|能源|煤矿|矿山|知识产权|网信|保密|密码|商务|发展和改革|发展改革|发改|工业和信息化|工信|通信|园区管"
)
_SHOWN = {
    "执法": r"(?:行政|本部门|我局|专项|综合)执法|执法(?:检查|人员|证|案卷|行为|队伍)|行政处罚|立案",
    "立法": r"(?:制定|修订|出台|提请审议)[^，。；\n]{0,12}(?:政府规章|地方性法规)",
    "复议": r"(?:受理|审结|收到)[^，。；\n]{0,8}行政复议(?:申请|案件)",
}


_DISPATCHED = r"(?:管委会|(?<!监督)管理委员会|指挥部|管理处|工作委员会|工委|行政公署)$"


def bound(draft: Draft, classes: tuple[str, ...]) -> bool:
    """Whether the reporter is of one of the classes, and no dispatched body: a 管委会 is no level of government."""
    return draft.report_class in classes and cached(_DISPATCHED).search(draft.body) is None


def holds(draft: Draft, power: str) -> bool:
    """Whether the body holds a power: as the user says, else as its name or the text shows; not where it is denied.

    Governments enforce, and so may a body of which nothing is known.
    """
    if draft.settings.powers:
        return power in draft.settings.powers
    known: dict[str, bool] = draft.kept.setdefault("powers", {})
    if power not in known:
        known[power] = _shown(draft, power)
    return known[power]


def _shown(draft: Draft, power: str) -> bool:
    denied = _NONE.get(power)
    if denied is not None and cached(denied).search(draft.text):
        return False
    told = draft.report_class == "department" or cached(_DISPATCHED).search(draft.body)  # its text must tell
    if power == "执法" and (not told or cached(_ENFORCING).search(draft.body)):
        return True
    shown = _SHOWN.get(power)
    return shown is None or cached(shown).search(draft.text) is not None
