"""``traditional-characters``: a few characters in their traditional form within a text in simplified ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.check import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.patterns import Match, Pattern
from reportlint.record import record

# characters of everyday official language only: those of names (陳, 鄭) and of brands (國, 華) may be meant so
_TRADITIONAL = Pattern(
    "[強執開設營復議規範書記帶聯職責務員動進發業監區處個們來對導應時會學習車門間問關見說話請讓認識證評審辦劃創則別勞單衛歷廳壓縣雙變圖場堅聲備夠實頭層歲崗總結約級紀經統繼續維綜網組織給絡繫縮練緊線編緣績質貫貨費資賦贏轉輕較輔輸"
    "違運過達遠適選遞邊鄉鎮鐵錄鑒鍵閉陽際隊險隨隱難預領題頻顧類飛養館驗體點黨齊條樹機構權極檢標樣橋歸殘氣決漢潔濟滿漁減準濫災無爭牆獎獨獲現產畫當療盡確禮種穩積窮競節簡簽糾純細終絕]"
)
_FEW = 0.02  # of the text; more than that is a text in traditional characters
_SHOWN = 6


@record
class TraditionalCharactersCheck:
    """Once a report, at the first place; titles and quotations may have them."""

    def triggers(self) -> Iterable[Pattern]:
        """The characters."""
        return (_TRADITIONAL,)

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a report."""
        if _TRADITIONAL not in draft.occurring:
            return
        found = [match for match in _TRADITIONAL.find(draft.searchable, scope) if not _quoted(draft, match)]
        if not found or len(found) > max(3, len(draft.text) * _FEW):
            return
        shown = "".join(dict.fromkeys(match.text for match in found))
        named = shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "等"
        message = f"夹有繁体字“{named}”（共 {len(found)} 处），请改为简体字"
        yield Problem(found[0].span, message)


def _quoted(draft: Draft, match: Match) -> bool:
    """Whether it stands in a title or quotation that opens in its sentence."""
    sentence = draft.sentence(match.span.start)
    before = draft.text[sentence.start : match.span.start]
    return before.rfind("“") > before.rfind("”") or before.rfind("《") > before.rfind("》")
