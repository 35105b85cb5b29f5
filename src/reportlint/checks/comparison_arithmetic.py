"""``comparison-arithmetic``: growth, decline and percentage points that the two values beside them do not give.

What is compared must be in one sentence and in one unit; :mod:`reportlint.arithmetic.changes` lists the ways of writing understood.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.arithmetic.changes import changes
from reportlint.arithmetic.changewords import DOWN, UP, Change
from reportlint.arithmetic.multiples import days_and_points, multiples
from reportlint.arithmetic.statements import Quantity, Statement, agrees, percent, preceding, statements, with_preceding
from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import HAN, cached, lazy
from reportlint.patterns import Pattern
from reportlint.record import record

_WANTED = lazy(rf"{UP}|{DOWN}|倍|[多少][了出]?\d")
_NEARLY = 0.8  # of one time more is called 增长一倍
_MORE, _LESS = rf"{UP}|净?多|净增|超", rf"{DOWN}|净?少|净减|短"
_DEALT = r"(?:出|收到?|支出?|受理|办[理结]?|审结|查处|立案|接[收待到]?|了)*"
_STEP = lazy(
    rf"^(?:[，,]占[\d.]+[%％])?[，,]?(?:[比较](?:上一?年度?|去年|20\d\d年度?)(?:同期|同月|同口径)?|同比)(?:(?P<up>{_MORE})|(?P<down>{_LESS})){_DEALT}$"
)
_BY = lazy(rf"[，,、]?(?:同比)?(?P<of>{HAN}{{1,4}}?[量数])?(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了|约|达到?|为)?")
_OLD = lazy(r"[比较](?:上一?年度?|去年|20\d\d年度?)(?:同期)?的?$")
_NOT_NAMING = lazy(
    r"20\d\d年度?|上一?年度?|去年|同期|全年|今年|本年度?|当年|[由从]|共计?|仅?为|达到?|则?[是有]|[，,]|我[市区县局镇]|全[市区县镇]"
)
_BARE = lazy(rf"(?:同比|[较比](?:上一?年度?|去年|20\d\d年度?)(?:同期)?)?(?:{UP}|{DOWN})(?:了|约)?")


@record
class ComparisonArithmeticCheck:
    """Tolerance is half the last digit shown; 余, 约 and 以上 decide nothing, and neither do ranks."""

    def triggers(self) -> Iterable[Pattern]:
        """None: figures are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a comparison."""
        yield from days_and_points(draft.text)
        for said in statements(draft, scope, _WANTED, least=1, begun=True):
            told: set[int] = set()
            for change in changes(said, draft.year):
                key = change.shown.start if change.shown else change.new.start
                if key not in told:
                    told.add(key)
                    yield from () if _of_the_whole(draft.text, said, change) else _judged(draft.text, said, change)
            if not told and any(q.unit == "%" for q in said.all):
                yield from _across(draft, said)
            yield from multiples(draft.text, said)
            yield from _impossible(draft.text, said)
            yield from _steps(draft.text, said)
            yield from _steps_across(draft, said)
            yield from _last_and_step(draft.text, said)


def _of_the_whole(text: str, said: Statement, change: Change) -> bool:
    """Whether the count that 其中 divides changed so: 37件，其中上半年20件、下半年17件，较2024年的50件下降26%."""
    divided = said.text.rfind("其中", 0, max(0, change.new.start - said.span.start)) + said.span.start
    before = (q for q in reversed(said.all) if q.end <= divided and q.unit == change.new.unit and q is not change.old)
    whole = next(before, None)
    return whole is not None and not any(True for _ in _judged(text, said, change._replace(new=whole)))


def _across(draft: Draft, said: Statement) -> Iterator[Problem]:
    """2024年40件。2025年50件，同比增长20%; 由40件增至50件。同比增长20%: values that the sentence before tells."""
    both = with_preceding(draft, said)
    if both is None or len([q for q in both.all if q.unit == "%"]) > 1:
        return
    for change in changes(both, draft.year):
        old, new, _, _, shown = change
        if (
            shown is None
            or shown.unit != "%"
            or shown.start < said.span.start
            or len(both.all) > len((old, new, shown))
        ):
            continue
        if min(old.start, new.start) >= said.span.start:
            continue
        other_way = max(old.start, new.start) < said.span.start and (new.value > old.value) != (change.sign > 0)
        if not other_way and _of_one_thing(said, old, new, shown):
            yield from _judged(draft.text, both, change)
            return


def _of_one_thing(said: Statement, old: Quantity, new: Quantity, shown: Quantity) -> bool:
    """Whether two sentences speak of one thing: the later says nothing but the change, or names what the other names."""
    names = [_NOT_NAMING.sub("", q.label) for q in (old, new)]
    if said.all[0].start == shown.start and new.start < said.span.start > old.start:
        return _BARE.fullmatch(said.before(shown)) is not None
    if said.all[0].start == shown.start:
        return _BARE.fullmatch(said.before(shown)) is not None and (names[0] == names[1] or "" in names)
    return names[0] == names[1]


def _exact(*found: Quantity) -> bool:
    return all(q.exact for q in found)


def _judged(text: str, said: Statement, change: Change) -> Iterator[Problem]:
    old, new, sign, word, shown = change
    values = f"{text[old.start : old.end]}到{text[new.start : new.end]}"
    truth = 1 if new.low > old.high else -1 if new.high < old.low else 0
    if not truth or old.low <= 0:
        return
    if shown and shown.unit == "番":
        yield from _doubled(text, old, new, shown)
    elif sign != truth:
        actual = "增加" if truth > 0 else "减少"
        at = shown or new
        message = f"“{word}”与所写数字不符：由{values}是{actual}，不是{word}，请核对"
        yield Problem(Span(at.start, at.end), message)
    elif shown is not None and not _amount_agrees(old, new, shown):
        message = (
            f"“{word}{text[shown.start : shown.end]}”与所写数字不符：由{values}，应为{_amount(old, new, shown)}，请核对"
        )
        yield Problem(Span(shown.start, shown.end), message)


def _doubled(text: str, old: Quantity, new: Quantity, shown: Quantity) -> Iterator[Problem]:
    """More than double may be called double; clearly less may not."""
    if new.high / old.low < 0.95 * 2**shown.value:
        times = f"{round(new.value / old.value, 2):g}"
        message = (
            f"“{text[shown.start : shown.end]}”与所写数字不符：{text[old.start : old.end]}到{text[new.start : new.end]}"
            f"是原来的{times}倍，请核对"
        )
        yield Problem(Span(shown.start, shown.end), message)


def _amount_agrees(old: Quantity, new: Quantity, shown: Quantity) -> bool:
    if shown.unit == "个百分点" and old.unit != "%":
        return True  # 由40件上升到50件，上升20个百分点: the unit is wrong, which is another rule's matter
    if shown.unit == "倍":
        times = new.high / old.low
        if shown.value == 1 and shown.step == 1:
            return times - 1 >= _NEARLY
        return any(agrees(shown, low - count, times - count) for low in (new.low / old.high,) for count in (0, 1))
    low = high = abs(new.value - old.value)
    if old.step != 1.0 or new.step != 1.0 or old.unit == "%":
        slack = (old.step + new.step) / 2
        low, high = max(0.0, low - slack), high + slack
    if shown.unit != "%":
        return agrees(shown, low, high)
    ratios = [new.low / old.high - 1, new.high / old.low - 1, new.value / old.value - 1]
    changes = [abs(100 * ratio) for ratio in ratios]
    return agrees(shown, min(changes), max(changes)) or (old.unit == "%" and agrees(shown, low, high))


def _amount(old: Quantity, new: Quantity, shown: Quantity) -> str:
    if shown.unit == "倍":
        return f"{round(new.value / old.value - 1, 2):g}倍"
    if shown.unit != "%":
        return f"{round(abs(new.value - old.value), 2):g}{shown.unit}"
    return percent(abs(100 * (new.value / old.value - 1)), shown)


def _impossible(text: str, said: Statement) -> Iterator[Problem]:
    """下降120%: nothing falls by more than all of it."""
    for q in said.all:
        if q.unit == "%" and q.value > 100 and q.exact:
            match = cached(rf"({DOWN})(?:了|达到?)?\s?$").search(said.before(q)[-8:])
            if match and not cached("[到至为]$").search(match[1]):
                shown = text[q.start : q.end]
                yield Problem(Span(q.start, q.end), f"“{match[1]}{shown}”不可能：至多{match[1]}100%，请核对")


def _steps(text: str, said: Statement) -> Iterator[Problem]:
    """50家次，比上年减少10家次，下降16.7%: the difference and the percentage, last year's value unwritten."""
    for new, step, shown in zip(said.all, said.all[1:], said.all[2:], strict=False):
        match = _STEP.search(said.between(new, step))
        if match is None or new.unit != step.unit or shown.unit != "%" or not _exact(new, step, shown):
            continue
        after = _BY.fullmatch(said.between(step, shown))
        old = new.value - step.value if match["up"] else new.value + step.value
        if after is None or not _named(said, step, after["of"]):
            continue
        if bool(after["up"]) != bool(match["up"]) or old <= 0 or new.step != 1 or step.step != 1:
            continue
        if not agrees(shown, 100 * step.value / old, 100 * step.value / old):
            word = after["up"] or after["down"]
            message = (
                f"“{word}{text[shown.start : shown.end]}”与所写数字不符：{text[new.start : new.end]}，"
                f"比上年{match['up'] or match['down']}{text[step.start : step.end]}，"
                f"应为{percent(100 * step.value / old, shown)}，请核对"
            )
            yield Problem(Span(shown.start, shown.end), message)


def _named(said: Statement, step: Quantity, subject: str | None) -> bool:
    """受理投诉2300件，比去年增加300件，投诉量增长15%: whether what grows by a percentage is what was counted."""
    return subject is None or subject in ("数", "数量", "总数", "总量", "件数") or subject[:2] in said.before(step)


def _steps_across(draft: Draft, said: Statement) -> Iterator[Problem]:
    """受理投诉2300件，占25%。比去年同期增加300件，投诉量增长15%: the sentence before tells one count alone."""
    if not said.text.startswith(("比", "较", "同比")):
        return
    before, both = preceding(draft, said), with_preceding(draft, said)
    if before and both and len(before.counts) == 1:
        yield from _steps(draft.text, both._replace(all=(before.counts[0], *said.all)))


def _last_and_step(text: str, said: Statement) -> Iterator[Problem]:
    """比上年的40件减少10件，下降20%: last year's value, the difference and the percentage, this year's unwritten."""
    for old, step, shown in zip(said.all, said.all[1:], said.all[2:], strict=False):
        if old.unit != step.unit or shown.unit != "%" or not _exact(old, step, shown) or not 0 < step.value < old.value:
            continue
        match = _BY.fullmatch(said.between(old, step))
        after = _BY.fullmatch(said.between(step, shown))
        if match is None or match["of"] or after is None or not _named(said, step, after["of"]):
            continue
        if bool(after["up"]) != bool(match["up"]) or old.step != 1 or step.step != 1:
            continue
        true = 100 * step.value / old.value
        if _OLD.search(said.before(old)[-16:]) and not agrees(shown, true, true):
            word = after["up"] or after["down"]
            message = (
                f"“{word}{text[shown.start : shown.end]}”与所写数字不符：{text[old.start : old.end]}"
                f"{match['up'] or match['down']}{text[step.start : step.end]}，应为{percent(true, shown)}，请核对"
            )
            yield Problem(Span(shown.start, shown.end), message)
