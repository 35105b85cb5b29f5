"""``traditional-characters``: a few characters in their traditional form within a text in simplified ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.patterns import Match, Pattern
from reportlint.record import record

# characters of everyday official language only: those of names (陳, 鄭) and of brands (國, 華) may be meant so
_CHARACTERS = (
    "強執開設營復議規範書記帶聯職責務員動進發業監區處個們來對導應時會學習車門間問關見說話請讓認識證評審辦劃創則別勞單衛歷廳壓縣雙變圖場堅聲備夠實頭層歲崗總結約級紀經統繼續維綜網組織給絡繫縮練緊線編緣績質貫貨費資賦贏轉輕較輔輸"
    "違運過達遠適選遞邊鄉鎮鐵錄鑒鍵閉陽際隊險隨隱難預領題頻顧類飛養館驗體點黨齊條樹機構權極檢標樣橋歸殘氣決漢潔濟滿漁減準濫災無爭牆獎獨獲現產畫當療盡確禮種穩積窮競節簡簽糾純細終絕"
    # the other common ones that GB 2312 does not have: in simplified texts they stand in no word
    "為爲噹髮齣箇這産與還報並併內麪麫麵護嚮價査據沒係環計調將裏裡術態罰兩錯訴採專協汙數舉負財傳況裝眞醫該覺幹稅訟團糰觀隻麼複迴曆買優參檯論戰佈讀銷眾衆擔損幾視響纔藥額歡償亞熱羣圍遊測銀廢屬購劇緻納離韆勢債穫講寫稱貿斷賣親勵"
    "彔賠轄補鎭卽礦賽僅盤幫佔聽訓臨訂試雖狀訊礎卻屆願冊揮語溫籤廠號匯彙滙唸絶築壞換駐訪攝獻遺澤繳載祕聞擇鬥傷筆郵針幣頓腦擴糧紛灣戲婦擊飯礙勝庫階鉅贈揚籌擁貸徹攜奮貼誤釋閱閲異銜緑討燈雜脫檔虛啓啟旣沖衝敗踐賬獄懷毀燬棄紙觸課貢"
    "艱亂寬溼濕畢譽驅暫滅偽僞靈搶塊輪尋噸貝慮輛鬆誠諾闆騙蓋繪擾儀診趕誰掛緩奪詞趨軟慣駛劑僑謀辯驚懞籃憑跡傾辭頂槍暢惡紮畝擺駕盜壯躍潛遲偵凍漸圓嗎脅捨遷懲頒捲濃陣徑腳盪賞覽溝軌謂憶詐虧頁鬧勁撥殺譯洩壟欄倉諮締漲輯敵豬廈灘掃淺輩"
    "擬遼饋誼撈撫煩臉罷闊詳陰鄰脹綱紐猶攤憂騰貯橫誕慾側墾喪燒濱嘗帳飼彈鋪貪頗諸縱肅牽厲搖膽飾攬誘鑽獵飽煉悅緒獸竊塗癱滯瞞爛蟲貶撐閃販叢涼闢長"
)
_TRADITIONAL = Pattern(f"[{_CHARACTERS}]", (_CHARACTERS,))
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
