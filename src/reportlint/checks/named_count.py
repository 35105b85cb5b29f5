"""``named-count``: 建立四项制度：会商制度、移送制度、回访制度。 — four are said and three are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.arithmetic.respective import uneven
from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import cached, lazy
from reportlint.numerals import han_number
from reportlint.patterns import Pattern
from reportlint.record import record

_SAID = lazy(
    r"(?P<at>(?P<n>[两三四五六七八九十2-9])(?<![第几十百千\d.].)(?P<unit>[项类个场轮家大种步张条]|方面|批次)[^，。；：:、！\n\d（）《》]{0,10})"
    r"”?(?:[：:]|，?(?:分别[是为]|即)(?!将|日|时|可|使))(?P<list>[^。；;！\n：:]+)(?=[。；;！\n]|$)"
)
_BEHIND = lazy(  # what was named before: 大厅、网站、热线两个平台
    r"(?P<n>[两三四五六七八九])(?:[个大]?(?:平台|领域|环节|方面|层面|渠道|阵地|维度|关口|抓手|载体|支柱)"
    r"|支(?:执法|普法|法治|专业|人才)?(?:队伍|力量)|项(?:重点)?(?:制度|机制|清单|改革|行动|议题|措施)"
    r"|[张份本套类](?:事项|责任|权力|服务|任务|问题)?(?:清单|台账|文书|手册|产品)"
    r"|(?P<organs>家(?:单位|部门|机关)|个(?:部门|单位)|部门(?=联合|会签|联动|共同))"
    r"|道(?:防线|关口)|方(?:力量|联动|协同)|位一体|级(?:联动|网络|平台))(?!之一|中的)"
)
_COUNTED = lazy("[两三四五六七八九2-9][个项类支道条张大]")
_LIST = lazy(r"(?:[^，。；：、！\n\d（）《》“”]{2,14}、){2,}[^，。；：、！\n\d（）《》“”]{2,8}\Z")
_COUNTED_TITLES = lazy(  # 《甲办法》《乙规程》《丙指引》两个文件
    r"》(?P<some>等)?(?P<at>共?(?P<n>[两三四五六七八九2-9])[个部份件项](?:配套|重要|政策)?(?:规范性)?(?:文件|制度|办法|规定|方案|法律|法规|条例|通知|意见|指引|清单|标准|规程))"
)
_TITLES = lazy(r"(?:^|[^、和及与》])(?P<titles>(?:《[^《》\n]{2,40}》(?:、|以?及|和|与)?)+)\Z")
_BACK = 60
_TITLES_BACK = 300  # code points
_INSIDE = lazy(  # what is named in brackets behind its number, and is more than it
    r"(?P<at>(?P<n>[两三四五六七八九2-9])(?<![第几十百千\d.].)(?:[次项场轮]|个(?=[^人小工月日年]))[^，。；：:、！\n\d（）《》]{1,10})"
    r"[（(](?P<list>[^（）()。；;！\n：:，]+)[）)]"
)
_REPEATED = lazy(  # 坚持“四个亲自”，做到部署亲自抓、方案亲自审、进度亲自问: each item says the word again
    r"“(?P<at>(?P<n>[三四五六七八九])个(?P<word>[^，。；：、！“”\d一二三四五六七八九十]{2}))”[^，。；：、“”\d]{0,8}"
    r"，(?:切实|真正|努力)?(?:做到|实现|坚持)(?P<list>[^。；！\n：:“”]+)(?=[。；！\n]|$)"
)
_STEPS = lazy(
    r"“(?P<list>[^“”，。\n]{1,24})”(?P<at>(?P<n>[两三四五六七八九])(?:步走|步法|步工作法|字诀))"
)  # “学、查、改”三步走
_TOGETHER = ("结合", "并重", "相统一", "衔接", "联动", "互动")  # 线上与线下相结合 is one thing
_LABELLED = lazy(r"\s?(?:[一1]是|第一|首先|其一|①|[（(][1一][）)]|1[.、．])")
_JOINED = lazy("以及|[和与]|(?<!以)及(?!时|格)|并(?!轨|联)")
_ASIDE = lazy(r"“[^”]*”|‘[^’]*’|（[^）]*）|\([^)]*\)|《[^》]*》")
_LONGEST = 16  # code points of what is still the name of one thing


@record
class NamedCountCheck:
    """Only lists of short names with nothing but 、 between them, up to the end of the sentence or its first comma."""

    def triggers(self) -> Iterable[Pattern]:
        """None: lists are read by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a count that is not kept."""
        for span in scope:
            for match in _SAID.finditer(draft.text, span.start, span.end):
                said, named = _number(match["n"]), _named(match["list"])
                if named and not named[0] <= said <= named[1]:
                    told = match["at"].replace("”", "")  # 四个一”工作法: the mark that opens it stands before
                    message = f"这里说“{told}”，后面列了 {named[0]} 个，请核对是少写了还是数目没改"
                    yield Problem(Span(*match.span("at")), message, "suspected")
            yield from _before(draft.text, span)
            yield from _repeated(draft.text, span)
            yield from _titles(draft.text, span)
            yield from _steps(draft.text, span)
            for found in uneven(draft.text, span):
                message = f"前面说的是 {found.before} 个，后面列了 {found.behind} 个，请核对是多写了还是少写了"
                yield Problem(found.span, message, "suspected")


def _before(text: str, span: Span) -> Iterator[Problem]:
    """Names before their number, and names in brackets behind it."""
    for match in _BEHIND.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - _BACK) : match.start()].rstrip("“”")
        found = _LIST.search(before) if "、" in before[-9:] else None
        if found is None or any(word in found[0] for word in ("等", "的", "及其")) or _COUNTED.search(found[0]):
            continue  # 大厅、网站、热线三个平台和公园、广场两个阵地: each number has its own
        items, said = found[0].split("、"), _number(match["n"])
        unnamed = len(_JOINED.findall(items[-1])) + (
            match["organs"] is not None
        )  # the reporter may be one of the organs
        if not len(items) <= said <= len(items) + unnamed:
            message = f"这里说“{match[0]}”，前面列了 {len(items)} 个，请核对是少写了还是数目没改"
            yield Problem(Span(*match.span()), message, "suspected")
    for match in _INSIDE.finditer(text, span.start, span.end):
        items = match["list"].split("、")
        said, plain = _number(match["n"]), "等" not in match["list"] and not _JOINED.search(match["list"])
        if plain and len(items) > said and _alike(items, match["at"]):
            message = f"这里说“{match['at']}”，括号里列了 {len(items)} 个，请核对是少写了还是数目没改"
            yield Problem(Span(*match.span("at")), message, "suspected")


def _repeated(text: str, span: Span) -> Iterator[Problem]:
    """Only where every item of the list has the word once, and no 等 says that there are more."""
    for match in _REPEATED.finditer(text, span.start, span.end):
        items = match["list"].split("，")[0].split("、")
        said = _number(match["n"])
        plain = len(items) > 1 and all(item.count(match["word"]) == 1 for item in items)
        more = match["list"].count(match["word"]) > len(items) or match["list"].endswith("等")
        if plain and not more and len(items) != said:
            message = f"这里说“{match['at']}”，后面列了 {len(items)} 个，请核对是少写了还是数目没改"
            yield Problem(Span(*match.span("at")), message, "suspected")


def _titles(text: str, span: Span) -> Iterator[Problem]:
    """《甲办法》和《乙规程》《丙指引》两个文件 may count the last two only."""
    for match in _COUNTED_TITLES.finditer(text, span.start, span.end):
        found = _TITLES.search(text[max(span.start, match.start() - _TITLES_BACK) : match.start() + 1])
        said, listed = _number(match["n"]), found["titles"].count("《") if found else 0
        if found is None or listed < 2 or listed == said or (match["some"] and listed < said):
            continue
        if any(part.count("《") == said for part in cached("和|与|以?及").split(found["titles"])):
            continue
        message = f"这里说“{match['at']}”，前面列了 {listed} 个，请核对是少写了还是数目没改"
        yield Problem(Span(*match.span("at")), message, "suspected")


def _steps(text: str, span: Span) -> Iterator[Problem]:
    """The steps named in quotes before their number, with 、 between them."""
    for match in _STEPS.finditer(text, span.start, span.end):
        listed = match["list"].count("、") + 1
        if listed > 1 and listed != _number(match["n"]):
            message = f"这里说“{match['at']}”，前面列了 {listed} 个，请核对是少写了还是数目没改"
            yield Problem(Span(*match.span("at")), message, "suspected")


def _alike(items: Sequence[str], counted: str) -> bool:
    """Whether the items are what is counted: days of meetings, 制度 of 制度; 2次联合检查（公安、城管、交通） names who took part."""
    dated = all(any(char.isdigit() for char in item) for item in items)
    return all(1 < len(item) <= _LONGEST for item in items) and (
        dated or all(item.endswith(counted[-2:].removeprefix("个")) for item in items)
    )


def _number(written: str) -> int:
    return int(written) if written.isdigit() else 2 if written == "两" else han_number(written) or 0


def _named(words: str) -> tuple[int, int] | None:
    """How many things are named, at least and at most (甲和乙 may be one or two); ``None`` for what is no plain list."""
    if _LABELLED.match(words):
        return None
    plain = _ASIDE.sub(lambda found: "名" * min(len(found[0]), 4), words)
    listed, _, rest = cached(r",(?!\d{3})").sub("，", plain).partition("，")
    items = [item.strip() for item in listed.split("、")]
    others = "等" in listed or ("等" in rest and not any(map(str.isdigit, rest.partition("，")[0])))
    if len(items) < 2 or others or "、" in rest or any(not 1 < len(item) <= _LONGEST for item in items):
        return None
    joined = sum(len(_JOINED.findall(item)) for item in items if not item.endswith(_TOGETHER))
    return len(items), len(items) + joined
