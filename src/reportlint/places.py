"""The places that a reporting body's name is built of, with their ranks: 云川市青岚区教育局 lies in 云川市 and 青岚区."""

from __future__ import annotations

from reportlint.draft import Draft
from reportlint.lazyre import HAN, cached, lazy

_PLACE = lazy(rf"(?P<name>{HAN}{{2,3}}?)(?P<rank>省|市|县|区|旗|镇|乡|街道)")
RANK = {"省": 1, "市": 2, "县": 3, "区": 3, "旗": 3, "镇": 4, "乡": 4, "街道": 4}
# words that end like a place and are none: names of zones, and what is said of districts in general
COMMON = lazy(
    r"委$|府$|开发|高新|经开|园$|示范|试验|试点|工业|保税|保护|风景|旅游|度假|新$|新城|主城|老城|中心|城$|自治|民族|全[省市县区]|各|本|我|该|辖|社$|校$|景$|"
    r"小$|山$|地$|片$|市辖|所在|相关|有关|部分|其他|先进|贫困|百强|产粮|农业|邻|友好|兄弟|功能|服务|集中|核心|行政|特别|全国|(?<!天)全$|省级|市级|县级|区级|"
    r"^(?:对照|对标|落实|围绕|推进|推动|按照|根据|依据|加强|深化|开展|统筹|贯彻|制定|争创|创建|强化|支撑|参与|关于|有关)|市$|县$|"
    r"国家|城乡|上级|基层|重点|人口|粮食|[一二三四五六七八九十两几个和与及的在]|[XxＸ×*某]"
)


def title_body(draft: Draft) -> str:
    """The body as the title names it: what stands before the year or 关于, or between a year that comes first and the rest."""
    title, body = draft.identity.title, draft.identity.body
    end = cached(r"关于|(?:19|20)\d\d|法[治制]政府|依法行政").search(title)
    if end and end.start():
        return title[: end.start()]
    return draft.settings.body or (body if body in title else "")


def places_of(body: str) -> list[tuple[str, str]]:
    """The places that a name is built of, outermost first; empty where one of them is a zone or masked."""
    plain = body.strip().removeprefix("中共")
    found: list[tuple[str, str]] = []
    at = 0
    while match := _PLACE.match(plain, at):
        if COMMON.search(match["name"]) or plain[match.end() : match.end() + 2] in ("场监", "政管", "域经"):
            return []
        found.append((match["name"], match["rank"]))
        at = match.end()
    return found
