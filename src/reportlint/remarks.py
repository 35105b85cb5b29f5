"""Remarks of those who draft and review, left in brackets: （老张：这个提法删掉）, 【数字？】, （语句不通，重新组织）.

A remark speaks of the draft and not of the year's work: it names what a draft is made of (段, 句, 标题, 提法), tells
somebody to change it (删, 补, 核), and does so as one speaks (再, 一下, 吧, ？). One sign alone is nothing: （需补充材料的除外）,
（应改尽改）, （含上年结转3件）, （市司法局审核） are honest. Offsets are code points of the matching text, 0-based, half-open.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document import Span
from reportlint.lazyre import HAN, lazy

_BRACKET = lazy(r"[（(【〔\[［<〈](?P<in>[^（()）【】〔〕\[\]［］<>〈〉\n]{1,60})[）)】〕\]］>〉]")
_HONEST = lazy(
    r"^(?:含|其中|即|详见|见|包括|包含|不含|不包括|具体为|如|指|简称|下称|自|第|共|计|均|平均|占|较|同比|第?\d[\d年月日.—\-、，至起施行]*$)|简称|统称|除外|附件|《|的$|负责|分管|您|你"
    r"|^待定稿$|牵头单位|配合单位|责任单位|完成时限|^[\W\d]+$"
)
_COUNT = lazy(r"\d+[余多]?(?:件|次|项|人|家|份|个|场|起|条|户|名|万|亿|元|％|%|天|公里|处)")
# what a draft is made of, and nothing else is
_OF_DRAFTS = lazy(
    r"提法|表述|措辞|语句|句子|病句|错别字|主语|逻辑|语病|小标题|篇幅|(?<![件文])字数|提纲|红字|标红|标黄|原稿|初稿|定稿|[二三四]稿|[vV]\d稿?|此段|本段|这段|此句|这句|该句|前文|上一稿|去年的?(?:报告|稿|材料)"
    r"|言简意赅|简明扼要|展开[写讲]|小结|过渡句|段落|行文|口语化|啰嗦|成稿|改稿|另起一段|空一行|分[点两二三四]段?写?|换行|书面语|对仗|[前后]面(?:说|写|提)|语气"
)
_WEAK_NOUN = lazy(
    r"数据|数字|数(?:[？?]|$)|案例|例子|内容|材料|亮点|照片|图片|插图|文号|名称|标题|报告|口径|格式|部分|要点|说法|事例|典型"
)
_VERB = lazy(
    r"删|改|核|补|加|写|挪|移到|移至|充实|精简|压缩|合并|替换|[更待替]换|换[一个成]|查一?[下查找]|更新|斟酌|确认|保留|去掉|略去|填|组织语言|重新|校|提供|[插加]入|列出|参考|参照|对照|给|留空|略写|润色|拔高|提炼|分开|收窄|完善"
)
_SPOKEN = lazy(
    r"一下|再|吧|[？?]|太|有没有|对吗|是吗|行吗|先|还没|没有?[报给有]|(?<![个分级类区性特])别|不要|不用|最好|才行|找|问|哪|怎么|什么|存疑|有误|出入|不通|不准|不对|不符|缺|漏|尚未|暂|未核|自拟|待换|不够|对不上|不一样|不一致|等(?:月底|年底|下周|定稿|出来)|出来后|待定|待领导|要有"
)
_TOLD = lazy(r"^请|^要|^需|^待|^建议|^可|^应|请|建议|可以?(?:参考|用|删|不)|^注意|^控制|^尽量|^务必")
_DEICTIC = lazy(
    r"此[处数段句项条]|这[个里段句部]|该[段句数处部内]|本[段句处]|这块|这一[条段句]|以[上下](?:内容|部分|数据|由|为)|去年|上次|下同|同[前上]|原文|原为"
)
_AGENT = lazy(
    rf"^@|^[老小]{HAN}(?:[：:，, ]|$)|^[老小]{HAN}(?=补|改|核|写|查|看|加|填|提)|^{HAN}{{1,3}}(?:局长?|主任|科长|处长|股长|书记|镇长|县长|区长|市长|部长)(?:[：:，,]|说|要求|让|意见|批|改|提)"
    rf"|领导|^[老小][王李张刘陈杨赵黄周吴徐孙胡朱何郭马罗梁宋郑谢韩唐冯董程曹袁邓许沈曾彭吕]|[股科]室?(?:$|[充补提核改写报定])|执法队|拟稿|^(?:审核|校对|撰稿|起草|拟稿)人?[：:]|^{HAN}{{2,3}} ?\d{{4}}-\d"
)
_WHOLE = lazy(
    r"(?:保留|去掉|不用|同前|留空|空缺|暂空|例子|提纲|错别字|语病|病句|待查|待考|加数据|补数据|配图|配照片|略写|详写|展开|存疑|重复|待换|要改|暂缺|修订|改动|红头|没查到|大概数|估计数|概数|另起一段|空一行|顺序调整|调整顺序|(?:字体|标题)?加粗|插入[图表] ?\d*)"
)
_SENTENCE = lazy(
    r"(?:^|(?<=[。；;\n]))\s*(?P<in>(?:此段|这段|本段|此处|这里|此句|这句|上段|以上数据|这个数)[^。；;\n]{3,36})(?=[。；;\n]|\Z)"
)
_SOURCE = lazy(
    "来源|来自|取自|摘自|四舍五入|由[^，。]{2,20}(?:汇总|统计|提供|核定)(?![一吧后])"
)  # where figures are from, not what to do
_PASSAGE = lazy(r"[此这本上]段(?:内容|文字|话|写|请|再|太|与)")
_COLLEAGUE = lazy(
    r"[老小][王李张刘陈杨赵黄周吴徐孙胡朱何郭马罗梁宋郑谢韩唐冯董程曹袁邓许沈曾彭吕](?:来|再)?(?:补|改|核|写|查|加|填|提供|弄)"
)
_SQUARE = "【〔[［<〈"


def find_remarks(text: str) -> Iterator[Span]:
    """The remarks, brackets included."""
    for match in _BRACKET.finditer(text):
        words = match["in"].strip()
        square = text[match.start()] in _SQUARE
        if words and not words.isdigit() and _is_remark(words, square):
            yield Span(match.start(), match.end())
    if "这" in text or "此" in text or "段" in text or "以上数据" in text:
        for match in _SENTENCE.finditer(text):
            words = match["in"]
            named = _OF_DRAFTS.search(words[2:]) or _WEAK_NOUN.search(words) or _PASSAGE.match(words)
            if (
                named
                and not _SOURCE.search(words)
                and _SPOKEN.search(words)
                and (_VERB.search(words) or _WEAK_NOUN.search(words))
            ):
                yield Span(match.start("in"), match.end("in"))


def _is_remark(words: str, square: bool) -> bool:
    if _WHOLE.fullmatch(words):
        return square or words not in ("展开", "重复", "修订", "保留", "不用", "改动", "要改")
    if len(words) < 3 and not (square and words[-1] in "？?"):
        return False
    if _HONEST.search(words):
        return False
    drafts = bool(_OF_DRAFTS.search(words))
    noun = bool(_WEAK_NOUN.search(words))
    verb, spoken = bool(_VERB.search(words)), bool(_SPOKEN.search(words))
    told, here, agent = bool(_TOLD.search(words)), bool(_DEICTIC.search(words)), bool(_AGENT.search(words))
    signs = noun + verb + spoken + told + here + agent
    if drafts:
        return signs - here >= 1
    if _COUNT.search(words):
        return signs >= 4
    if square:
        return signs >= 2 and (spoken or told or here or agent)
    if _COLLEAGUE.match(words):
        return True
    return (signs >= 3 and (spoken or here or agent)) or (verb and agent and len(words) <= 12 and (spoken or here))
