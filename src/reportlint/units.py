"""Measure words: which word at a place counts something, and when the same letters begin another word.

家 counts companies, 家长 does not; 项 counts items, 项目 does not. A table instead of a pattern, because compiling one
pattern of all of them costs more than a whole draft.
"""

from __future__ import annotations

# measure word -> the characters that make another word of it when they follow
_WORDS: dict[str, str] = {
    "个百分点": "", "大项": "目", "小项": "目", "子项": "目", "个工作日": "", "万人次": "", "亿人次": "", "平方公里": "", "平方米": "",
    "立方米": "", "公里": "", "公顷": "", "人次": "", "场次": "", "户次": "", "家次": "", "辆次": "", "艘次": "", "批次": "", "堂次": "",
    "期次": "", "台次": "", "车次": "", "班次": "", "件次": "", "起次": "", "宗次": "", "个次": "", "点次": "", "店次": "", "处次": "", "万元": "", "亿元": "",
    "美元": "", "小时": "", "分钟": "", "个月": "", "课时": "", "学时": "", "方面": "", "领域": "", "％": "", "%": "", "‰": "",
    "件": "数均", "起": "草诉点来步到", "宗": "旨教地", "项": "", "个": "人性体案别", "份": "额内", "条": "例款件", "次": "级数要日年序",
    "场": "馆所地景合", "期": "间限刊待末满", "轮": "流换岗训", "批": "准示复评判发", "部": "门署委长队分级位", "名": "称单录师胜字义优列牌",
    "人": "社大民才力口员均防工事物武文数身行居选饮", "户": "籍外口均主", "家": "长庭属乡具电禽访园校", "所": "属有在长需辖以得涉",
    "处": "罚置理长室分级方于", "辆": "", "艘": "", "篇": "章", "元": "旦素", "倍": "", "吨": "", "亩": "", "米": "", "天": "然气津",
    "台": "账州风湾", "套": "餐", "册": "", "卷": "宗入", "本": "级市区县年局委镇人地科院行部次报职期", "张": "贴榜", "幅": "度", "笔": "",
    "对": "照接象外口标于全", "位": "于置", "届": "", "支": "持撑部队行付", "座": "谈", "栋": "", "节": "日假能约点水目", "门": "户店诊类",
    "版": "本权", "组": "织长建成合", "队": "伍员长", "班": "子级主", "岁": "", "步": "伐骤行", "层": "面级次", "只": "有能要是进", "趟": "",
    "例": "如会行外", "堂": "", "株": "", "头": "雁等", "站": "点位在", "类": "似别型", "款": "项", "枚": "", "码": "头", "字": "节样",
    "瓶": "颈装盖", "袋": "装鼠子", "桶": "装", "棵": "", "盒": "子饭马",
    "点": "位评击赞滴面亮名", "级": "别", "间": "接距隔", "路": "径线面口段网", "桌": "", "箱": "", "车": "辆站道位间主",
}  # fmt: skip
_BY_FIRST: dict[str, list[tuple[str, str]]] = {}
for _word, _other in sorted(_WORDS.items(), key=lambda pair: -len(pair[0])):
    _BY_FIRST.setdefault(_word[0], []).append((_word, _other))


FIRST = "".join(sorted(_BY_FIRST))
"""The characters that measure words begin with."""


def unit_at(text: str, offset: int) -> str:
    """The measure word that begins at a place, the longest; empty if what stands there counts nothing."""
    for word, other in _BY_FIRST.get(text[offset : offset + 1], ()):
        end = offset + len(word)
        if not text.startswith(word, offset):
            continue
        following = text[end : end + 1]
        if word == "项" and following == "目":
            # 5项目标任务 counts aims, 5项目 names a project
            return word if text.startswith("目标", end) else ""
        if not following or following not in other:
            return word
    return ""
