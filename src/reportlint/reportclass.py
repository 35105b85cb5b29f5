"""The three classes of reporters, told by an organ's name: governments, departments, townships and sub-districts."""

from __future__ import annotations

from typing import Literal

from reportlint.lazyre import cached, lazy

ReportClass = Literal["government", "department", "township"]
CLASS_NAMES: dict[str, str] = {"government": "政府", "department": "部门", "township": "乡镇、街道"}

_TOWN = lazy(r"(?:镇|乡|街道|街|苏木)(?:人民政府|政府|党工委、办事处|党委、[乡镇]?(?:人民)?政府|办事处|街道办|党委)?$")
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
