"""``rank-and-share``: a rank beyond the number of those ranked, and shares with 其他 that are not 100 % together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.arithmetic.statements import Quantity, Statement, statements
from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.numerals import han_number
from reportlint.patterns import Pattern
from reportlint.record import record

_NUMBER = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,5})"
_RANK = lazy(rf"第(?P<rank>{_NUMBER})(?P<unit>[位名])")
_AMONG = lazy(
    rf"(?P<all>{_NUMBER})(?:个|家)(?P<who>[^，。；、\d]{{1,8}}|[^，。；、\d（）]{{1,4}}（[^（）\d]{{1,8}}）)中[，,]?[^，。；、\d]{{0,10}}?"
    r"(?:排名?|位[列居次]|名列|居|列)[^，。；、\d第]{0,4}$"
)
# of the same things: what follows is no other noun (3个试点镇中15个村, 10家企业中15家次)
_PART = lazy(
    r"中[，,]?(?:已经?|现|共|目前)*有?(?P<part>\d{1,4})(?P<unit>[个家所名支项件])"
    r"(?=[，。；、\n]|均?已|均|完成|实现|获|被|通过|达到|达标|建成|配备|制定|存在|参加)"
)
_WHOLE = lazy(
    r"(?<![\d.])(?P<all>\d{1,4})(?P<unit>[个家所名支项件])(?P<who>(?!月|季度|小时|工作日|百分点)[^，。；、\d（）]{1,8})$"
)
_BACK = 44  # code points before a rank that may say of how many
_SHARE = lazy(r"其[他它余][^，。；、\d]{0,10}占(?:比|总数的?|全部的?)?(?:为|达)?\s?\d")
_OWN = lazy(r"占(?:比|总数的?|全部的?)?(?:为|达)?\s?$")
_LEAST = 3  # shares that make a list


@record
class RankAndShareCheck:
    """Shares are a whole only where each says 占 and the last is 其他; each may be rounded by its last digit."""

    def triggers(self) -> Iterable[Pattern]:
        """None: figures are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a rank, one a list of shares."""
        for problem in (*_ranks(draft.text), *_parts(draft.text)):
            if any(part.start <= problem.span.start < part.end for part in scope):
                yield problem
        if _SHARE.search(draft.text):
            for said in statements(draft, scope, _SHARE, least=_LEAST):
                yield from _shares(said)


def _ranks(text: str) -> Iterator[Problem]:
    """在12个乡镇中排名第15位."""
    for match in _RANK.finditer(text):
        among = _AMONG.search(text[max(0, match.start() - _BACK) : match.start()])
        every, rank = _value(among["all"]) if among else None, _value(match["rank"])
        if among and every and rank and rank > every:
            message = f"“{match.group()}”不可能：参加排名的只有{among['all']}个{among['who']}，请核对"
            yield Problem(Span(match.start(), match.end()), message)


def _parts(text: str) -> Iterator[Problem]:
    """12个镇街中有15个: more of them than there are."""
    for match in _PART.finditer(text):
        whole = _WHOLE.search(text[max(0, match.start() - _BACK // 2) : match.start()])
        if whole and whole["unit"] == match["unit"] and int(match["part"]) > int(whole["all"]):
            shown = match["part"] + match["unit"]
            message = f"“{shown}”不可能：一共只有{whole['all']}{whole['unit']}{whole['who']}，请核对"
            yield Problem(Span(match.start("part"), match.end("unit")), message)


def _value(number: str) -> int | None:
    return int(number) if number.isdigit() else han_number(number)


def _shares(said: Statement) -> Iterator[Problem]:
    """A占45%、B占30%、其他占30%."""
    shares: list[Quantity] = []
    for q in said.percents:
        if not _OWN.search(said.before(q)[-8:]) or not q.exact:
            shares.clear()
            continue
        shares.append(q)
        if q.label.startswith(("其他", "其它", "其余")) and len(shares) >= _LEAST:
            added = round(sum(share.value for share in shares), 4)
            if abs(added - 100) > len(shares) * max(share.step for share in shares):
                message = f"各项占比连同“{q.label[:2]}”相加是{added:g}%，不是100%，请核对"
                yield Problem(Span(q.start, q.end), message)
            shares.clear()
