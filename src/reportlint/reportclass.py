"""The three classes of reporters, told by an organ's name or by what a report calls itself: governments, departments, townships and sub-districts."""

from __future__ import annotations

from typing import Literal

from reportlint.lazyre import cached, lazy

ReportClass = Literal["government", "department", "township"]
CLASS_NAMES: dict[str, str] = {"government": "政府", "department": "部门", "township": "乡镇、街道"}

_TOWN = lazy(r"(?:镇|乡|街道|街|苏木)(?:人民政府|政府|党工委、办事处|党委、?[乡镇]?(?:人民)?政府|办事处|街道办|党委)?$")
_GOVERNMENT = lazy(r"(?:省|市|区|县|旗|州|盟|自治区|新区|开发区)(?:人民政府|政府|管委会|管理委员会)?$|人民政府$")
_DEPARTMENT = lazy(
    r"(?:局|委|委员会|厅|办|办公室|部|院|中心|队|支队|署|行|社|馆|站|所|税务|公司|集团|学校|大学|学院|办公厅|海关|监督管理委员会|党组|分局|法院|检察院|协会|联合会|工会)$"
)


def classify(body: str) -> ReportClass | None:
    """The class of an organ by its name: 镇乡街道, then 政府 (省市县区), then departments."""
    plain = cached(r"^中共|党组$|[（(].*?[）)]").sub("", body)
    if len(plain) < 2 or len(plain) > 40:
        return None
    if _TOWN.search(plain):
        return "township"
    if _DEPARTMENT.search(plain) and not cached(r"(?:人民政府|管委会|(?<!监督)管理委员会)$").search(plain):
        return "department"
    return "government" if _GOVERNMENT.search(plain) else None


# who the opening says is at work: …，松岚镇坚持…, 临溪县水利局在县委、县政府领导下…
_AT_WORK = lazy(
    r"(?:^|[，,。；;：:、\n])[ \u3000]*(?:(?:自)?20\d\d年(?:度|以来)?)?(?!在|由|按|根据|对|将|并|以|是)(?P<body>[^\W\d_]{2,24}?)"
    r"(?=坚持|始终|深入|认真|全面|紧紧|紧扣|严格|积极|扎实|立足|以|[在按]照?[省市区县镇州旗]|在党|在上级|在.{2,6}[委府])"
)


_OFTEN = 2  # times that a report says 我局 of itself; once may be a quotation


def speaks_as_department(text: str) -> bool:
    """Whether a report speaks of itself as 我局, and no less often of the place that it works in."""
    told = text.count("我局")
    return told >= _OFTEN and told >= max(text.count(own) for own in ("我市", "我县", "我区", "我镇", "我乡", "我省"))


def class_at_work(text: str) -> ReportClass | None:
    """The class of who an opening says is at work, else of what it calls itself: 我局, 本镇."""
    for match in _AT_WORK.finditer(text):
        found = classify(match["body"])
        if found is not None and not match["body"].endswith(("全市", "全县", "全区", "全省", "党委", "国务院")):
            return found
    own = cached(r"(?:我|本)(?:(局|委|厅|办)|(镇|乡|街道)|市|县|区|省|旗|州)").search(text)
    if own is None:
        return None
    return "department" if own[1] else "township" if own[2] else "government"
