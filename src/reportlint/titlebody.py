"""Which organ a report's title names."""

from __future__ import annotations

from reportlint.lazyre import cached, lazy
from reportlint.reportclass import classify

_ORGAN = r"(?:[^\W\d_]|[×*·]|、(?=[^\W\d_]{0,4}(?:政府|办事处)$)){2,40}?"  # 市委、市政府 report as one
_BODY_END = lazy(
    r"关于|20\d\d(?=法治)|(?:19|20|[xX×*\d])[\dxX×*]{1,3}\s?年|二[〇零○◯Oo]|法[治制]政府|依法行政|履行|上一年度|年度"
)
_OFFICER = lazy(
    r"(?:党政)?主要(?:负责人|负责同志|领导)$|(?<=[镇乡局县区市委])(?:镇长|乡长|局长|县长|区长|市长|主任|党委书记|书记)$"
)
_ASIDE = lazy(r"^[\[【][^\]】]*[\]】]|[〔\[［【（(][^〕\]］】）)]*[〕\]］】）)](?:\s?\d+号)?|^关于(?!我)")


def organ_named(title: str) -> str:
    """The organ a title names, without year, 关于 and the kind of paper."""
    plain = _ASIDE.sub("", title)
    end = _BODY_END.search(plain)
    body = plain[: end.start()] if end else plain
    body = (body or cached(r"^\s?(?:年)?度?").sub("", _after_year(plain))).strip(" 的在")
    body = _OFFICER.sub("", body)
    return body if cached(_ORGAN).fullmatch(body) and classify(body) else ""


def _after_year(title: str) -> str:
    match = cached(
        r"^(?:(?:19|20)\d\d|[xX×*\d]{4})\s?年?度?((?:[^\W\d_]|[×*]){2,30}?)(?:关于|法[治制]政府|推进|依法|履行|述法)"
    ).match(title)
    return match[1] if match else ""
