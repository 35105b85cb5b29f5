"""``doubled-words``: a word, a clause or an item of a list twice in a row: 推行推行, 是是, 信息共享不充分，信息共享不充分.

Two equal words side by side are not always one too many: 研究研究 is a way of speaking, and a word may end one term and
begin the next (政务服务服务质量, 监督监督员). Such words count only where nothing can go on behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import HAN, lazy
from reportlint.listedtwice import listed_twice
from reportlint.patterns import Pattern
from reportlint.record import record
from reportlint.repeats import twice_in_a_row

_LEAST, _MOST = 2, 8  # characters of a word, or of two that belong together
_TWICE = lazy(rf"(?P<word>{HAN}{{{_LEAST},{_MOST}}})(?P=word)")
_DONE_TWICE = lazy(rf"了(?<=(?P<word>{HAN}{{2}})了)(?P=word)")  # 强化了强化, found by its 了
_NUMERALS = frozenset("一二三四五六七八九十百千万亿零〇两几半")
_EACH = frozenset("一逐每几两")  # 一项一项, 逐条逐条
_VERY = frozenset(["建共", "很多", "非常", "许多", "多次", "一直", "同上", "人人", "天天"])
_SOUNDS = frozenset("哔哩嘀嗒滴答哗啦轰隆叽喳吱呀咕噜叮咚叮当扑通噼啪呼啦咔嚓嘻哈")  # 哔哩哔哩, 叮当叮当
# what people say twice, and end the clause with
_SAID_TWICE = frozenset((
    "研究研究", "讨论讨论", "商量商量", "学习学习", "宣传宣传", "检查检查", "了解了解", "考虑考虑", "打听打听", "交流交流", "锻炼锻炼", "调研调研", "总结总结", "排查排查", "看看看看",
))  # fmt: skip
# what may end one term and begin the next: 行政执法执法证, 政务服务服务质量
_BETWEEN = frozenset((
    "服务", "管理", "监督", "执法", "审核", "审查", "审批", "检查", "处罚", "许可", "复议", "调解", "培训", "宣传", "教育", "学习", "组织", "工作", "建设", "发展",
    "监管", "治理", "评估", "评查", "考核", "登记", "备案", "公开", "公示", "信息", "数据", "制度", "规划", "计划", "标准", "规范", "政府", "人民", "社会", "企业",
    "行业", "机关", "部门", "单位", "街道", "社区", "村民", "乡镇", "学校", "法院", "领导", "律师", "代表", "会议", "问题", "项目", "普法", "学法", "立法", "司法",
    "释法", "守法", "用法", "讲法", "述法", "省市", "市区", "区县", "县区", "镇村", "市县", "信用", "安全", "应急", "保障", "保护", "突出", "重点", "基层", "网络",
    "平台", "技术", "科技", "民政", "财政", "税务", "审计", "信访", "交通", "水利", "农业", "林业", "教师", "学生", "党员", "干部", "人才", "劳动", "就业", "医疗",
    "卫生", "健康", "体育", "文化", "旅游", "消防", "消费", "电子", "证明", "合同", "案件", "纠纷", "法律", "投资", "招标", "采购", "统计", "城市", "农村", "国家",
    "全国", "地方", "区域", "市场", "经济", "产业", "生产", "生态", "环境", "办公室", "领导小组", "委员会", "志愿者", "办事处", "法律服务", "公共服务", "政务服务",
))  # fmt: skip
_SUFFIXES = frozenset("员者器端化证队厅局所站室庭院率师人会")
# a body and the post that is named for it: 总队总队长, 监狱监狱长, 总工会工会主席
_POSTS = ("长", "主席", "书记", "主任", "政委", "委员", "干部", "干警", "民警", "领导", "负责人")
_BODIES = frozenset("队狱会所院校局站署厅处科组")
_PLAINLY = (
    "召开", "开展", "加强", "严格", "持续", "不断", "深入", "切实", "全面", "进一步", "积极", "认真", "扎实", "健全", "完善", "强化", "深化",
)  # fmt: skip
# a clause, and an item of a list, that the words before it end with; 公开、公开、再公开 is a figure of speech
_CLAUSE = lazy(r"[，,。；;、](?P<again>[^，,。；;：:、！？\n\t“”（）()]{4,60})(?=[，,。；;\n])")
_PIECES = lazy(r"[，,。；;：:、！？\n\t“”（）()]")
_MARKED = lazy(r"[，,；;]")
_QUOTING = 8  # code points
_ITEM = lazy(rf"、(?P<again>{HAN}{{2,8}})(?=[、，,。；;等和及0-9])(?!、[再更还])")
_LABELLED = lazy(r"[ \t]*(?:[（(]?[一二三四五六七八九十0-9]+[）)、.．是]|第[一二三四五六七八九十])")
_SENTENCE = 26  # code points; from here on a sentence said twice is another rule's matter
_SHORT = 4  # code points; so short a clause must be the whole of it both times
_MARKS = frozenset(("", *"，,。；;：:、\n"))
# a character twice where a clause begins, unless what follows makes another word of it: 由由来, 被被告
_AT_START = {
    "由": "来", "被": "告执申继", "并": "处列联购入存网轨案发行", "将": "来军要领士", "均": "衡等匀", "把": "关脉握", "对": "口象方策外照接标比账手于应", "向": "上", "与": "会",
    "从": "严宽轻重业事前速快优小", "而": "今", "还": "款原", "都": "市江匀", "就": "业近地读医", "其": "他它中实余次", "该": "", "使": "用", "已": "经",
}  # fmt: skip
# anywhere: what may stand before, and what may follow, where the two belong to two words (但是是否, 公平和和谐)
_ANYWHERE = {
    "是": ("但还于就凡可尤都要或只若正总便皆乃算不倒硬而既也像", "非"), "和": ("总饱温缓中共柔平随祥暖谦调晴", "谐解平睦善美气畅风顺乐合煦"), "也": ("", ""), "很": ("", ""),
    "这": ("", ""), "且": ("", ""), "在": ("实存现内所正潜外自好", "建编岗线校册场乎用位意职座研逃押"), "率": ("", "先领众部直真军队性土"),
}  # fmt: skip
# beside a figure: 2025年年, 3月15日日, 约约120件, 第第三季度; what may follow (年年度, 日日常)
_AFTER_FIGURE = {"年": "度底初末中报鉴轻均检审会内前后来景", "日": "常均报间期夜益程前后晚内落清结"}
_BEFORE_FIGURE = frozenset("约共近为超达计有第")
# terms that a character typed twice within them leaves recognisable
_TERMS = (
    "进一步", "法治政府", "依法行政", "行政执法", "规范性文件", "行政复议", "行政处罚", "行政许可", "行政机关", "合法性审核", "合法性审查", "公平竞争", "营商环境", "习近平",
    "负责人", "法治宣传", "矛盾纠纷", "应诉", "执法人员", "法律顾问", "政务公开", "政务服务", "放管服", "双随机", "综合执法", "人民调解", "人民政府", "常务会议", "党中央", "二十大",
    "社会主义", "新时代", "现代化", "法治化", "规范化", "制度化", "信息化", "高质量", "关键少数", "重大行政决策", "权责清单", "事中事后", "社会治理", "公共法律服务", "法治思想",
)  # fmt: skip
_WITHIN = frozenset("".join(term[1:-1] for term in _TERMS))
_LONGEST = max(map(len, _TERMS))
# words whose last character is typed twice, unless what follows begins another word with it (推进进行, 健全全区)
_WORDS = {
    "不断": "", "提升": "级温学挡旗", "加强": "制度调大行化军项监基企省国市县农校师信", "推进": "行入一展程口出度驻京步而", "落实": "施现际行效践名体物战景地例事干招绩打", "完善": "于治意后良款举政", "开展": "示览开现望品会销厅馆板演位",
    "规范": "围本例文畴式", "监督": "促察导办查学政", "切实": "施现际行效践招事", "积极": "大其为端少", "持续": "建签保期航约聘写", "深入": "驻地住围托户企库园校村学口选法场会网统职党院学境市职伍额",
    "健全": "面市区县国程员年体省镇民域力覆流链文科局街乡部周天时行系社球州", "强化": "解工学妆验", "严格": "式局外力", "有效": "果能率益力期忠", "全面": "对向上临积貌广试谈",
    "认真": "实正相理诚心", "组织": "密牢就起网造", "提高": "端技素精度效质位等校层级新速考标中龄水", "抓好": "的经典做事中转评人项品多学", "做好": "的经典做事中转评人项品多学", "确保": "障护证持留险密安全健护管供税洁", "健康": "复养",
}  # fmt: skip


@record
class DoubledWordsCheck:
    """Everything in the text's own words; what differs from word to word is given as patterns."""

    message: str = option("提示语；{found} 代表重复的文字")
    patterns: tuple[Pattern, ...] = option("另外不应出现的重复写法（RE2 正则；用 (?P<at>…) 标出要指的位置）", ())

    def triggers(self) -> Iterable[Pattern]:
        """The patterns given."""
        return self.patterns

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a repetition."""
        end = -1
        for start, stop in sorted({*self._given(draft, scope), *_found(draft.text, scope)}):
            if start >= end:
                yield Problem(Span(start, stop), self.message.replace("{found}", draft.text[start:stop].strip()))
                end = stop

    def _given(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Span]:
        for pattern in self.patterns:
            if pattern in draft.occurring:
                yield from (match.span for match in pattern.find(draft.searchable, scope))


def _found(text: str, scope: Sequence[Span]) -> Iterator[Span]:
    for start, end in scope:
        yield from _words(text, start, end)
        yield from _clauses(text, start, end)
        yield from _quoting(text, start, end)
        yield from _characters(text, start, end)
        yield from listed_twice(text, start, end)


def _characters(text: str, start: int, end: int) -> Iterator[Span]:
    last = -1
    for at in twice_in_a_row(text[start:end], 1, 1):
        at += start
        char, before, after = text[at], text[at - 1 : at], text[at + 2 : at + 3]
        if at <= last or char != text[at + 1] or not char.isalpha() or char.isascii():
            continue
        last = at + 1
        if char in _ANYWHERE:
            left, right = _ANYWHERE[char]
            wrong = not (before and before in left) and not (after and after in right)
        else:
            wrong = char in _AT_START and before in _MARKS and after not in _AT_START[char] and after.isalpha()
        wrong = wrong or _slip(text, at, before)
        if wrong and before != char != after:
            yield Span(at, at + 2)


def _slip(text: str, at: int, before: str) -> bool:
    """Whether a character is typed twice within a term (法治治政府), at the end of a word (不断断) or at the start of a clause (加加强)."""
    char, following = text[at], text[at + 2 : at + 3]
    if char in _AFTER_FIGURE:
        return (before.isdecimal() or before == "全") and following not in _AFTER_FIGURE[char]
    if char in _BEFORE_FIGURE and (following.isdecimal() or (char == "第" and following in _NUMERALS)):
        return True
    if before in _MARKS:
        return text[at + 1 : at + 3] in _WORDS
    around = text[max(0, at - _LONGEST) : at + 1] + text[at + 2 : at + 1 + _LONGEST]
    place = min(at, _LONGEST)
    for term in _TERMS if char in _WITHIN else ():
        found = around.find(term)
        if 0 <= found < place < found + len(term) - 1:
            return True
    goes_on = _WORDS.get(text[at - 1 : at + 1])
    return goes_on is not None and following not in goes_on and (following.isalpha() or following in "，。；、")


def _words(text: str, start: int, end: int) -> Iterator[Span]:
    for twice in _twice(text, start, end):
        word, at = twice["word"], twice.start()
        while len(word) < 4 and text.startswith(word[0], at + 2 * len(word)):
            word, at = word[1:] + word[0], at + 1  # 政务服务服务: the word is 服务, not 务服
        if _one_too_many(text, at, word):
            yield Span(at, at + 2 * len(word))

    for done in _DONE_TWICE.finditer(text, start, end):
        if _one_too_many(text, done.end() - 4, done["word"]):
            yield Span(done.start() - 2, done.end())


def _twice(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words that stand twice in a row, without overlaps."""
    done = start
    for place in twice_in_a_row(text[start:end], _LEAST, _MOST):
        twice = _TWICE.match(text, start + place, end) if start + place >= done else None
        if twice:
            done = twice.end()
            yield twice


def _again(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The clauses that the piece of text before them ends with."""
    pieces = _PIECES.split(text[start:end])
    at, passed = start - 1, 0  # the mark before the piece of that number
    for number, same in enumerate(map(str.endswith, pieces, pieces[1:]), 1):
        if same and len(pieces[number]) >= _SHORT:
            at += sum(len(piece) + 1 for piece in pieces[passed:number])
            passed = number
            match = _CLAUSE.match(text, at, end)
            if match:
                yield match


def _clauses(text: str, start: int, end: int) -> Iterator[Span]:
    for pattern, found in ((_CLAUSE, _again(text, start, end)), (_ITEM, _ITEM.finditer(text, start, end))):
        for match in found:
            again, at = match["again"], match.start()
            if not text.endswith(again, start, at) or text[at - len(again) - 1 : at - len(again)] == "再":
                continue
            if (
                pattern is _CLAUSE
                and text[at - len(again) - 1 : at - len(again)] == "应"
                and any(map(str.isdigit, again))
            ):
                continue  # 应出庭68件，出庭68件
            if pattern is _CLAUSE and len(again) == _SHORT and text[at - _SHORT - 1 : at - _SHORT] not in _MARKS:
                continue  # 优化法治化营商环境，营商环境…
            if text[at] in "。；;" and len(again) >= _SENTENCE:
                continue
            line = text.rfind("\n", 0, at) + 1
            if text[at] == "。" and "。" not in text[line:at] and _LABELLED.match(text, line):
                continue  # a run-in heading, and the words of it that the paragraph begins with
            yield Span(at - len(again), match.end())


def _quoting(text: str, start: int, end: int) -> Iterator[Span]:
    """Clauses with words in quotes that the clause before them ends with: 共排查“挂案”5起，排查“挂案”5起."""
    before, at = "", start
    for piece in _MARKED.split(text[start:end]) if "“" in text else ():
        if len(piece) >= _QUOTING and "“" in piece and before.endswith(piece):
            yield Span(at - 1 - len(piece), at + len(piece))
        before, at = piece, at + len(piece) + 1


def _one_too_many(text: str, start: int, word: str) -> bool:
    """Whether the second of two equal words cannot belong to anything else."""
    if _SOUNDS.issuperset(word):
        return False
    if word[0] in _EACH or word in _VERY or len(set(word)) == 1 or all(char in _NUMERALS for char in word):
        return False
    following = text[start + 2 * len(word) : start + 2 * len(word) + 1]
    ends = not following or not following.isalpha() or following in "的了和与及"
    if word * 2 in _SAID_TWICE and (not following.isalpha() or following in "再吧"):
        return False
    if not ends and following in _SUFFIXES:
        return False
    if word[-1] in _BODIES and text.startswith(_POSTS, start + 2 * len(word)):
        return False
    if not ends and word in _BETWEEN:
        return text.endswith(_PLAINLY, max(0, start - 3), start)
    return True
