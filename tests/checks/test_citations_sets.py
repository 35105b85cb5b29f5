"""Sets of slogans with a wrong number or member, names of congresses and thoughts, and days of the calendar."""

from __future__ import annotations

import pytest

HEAD = "青岚区教育局2025年法治政府建设情况报告\n"
RULES = {
    "fixed-expression",
    "fixed-expression-doubtful",
    "typo",
    "plenum-name",
    "congress-name",
    "congress-pair",
    "congress-pair-later",
    "thought-name",
    "guiding-thought-cut",
    "named-day",
}


def found(lint, words):
    return [
        (finding.rule.split("/")[-1], finding.column, finding.message)
        for finding in lint(HEAD + words).findings
        if finding.rule.split("/")[-1] in RULES
    ]


CONGRESS = (
    "写法不对：党的代表大会写作“党的二十大”“中国共产党第二十次全国代表大会”，"
    "中央全会写作“二十届三中全会”，人大会议写作“十四届全国人大三次会议”，请核对"
)
PAIR = "前后届次不配：二十届中央全会是党的二十大以后的会，通常写作“党的二十大和二十届历次全会”，请核对"
THOUGHT = "不是规范的名称，应为“习近平新时代中国特色社会主义思想”或者“习近平法治思想”“习近平生态文明思想”等，请核对"
CUT = "缺字，应写作“以……思想为指导”，请补全"

DAMAGED = [
    # words, rule, column, how the message begins
    ("党员干部做到“三个维护”。", "fixed-expression", 5, "“做到‘三个维护’”应为“"),
    ("不断增强“五个意识”。", "fixed-expression-doubtful", 3, "“增强‘五个意识’”应为“"),
    ("领悟“两个维护”的决定性意义。", "fixed-expression", 1, "“领悟‘两个维护’的决定性意义”应为“"),
    ("自觉做到“两个确立”。", "fixed-expression-doubtful", 3, "“做到‘两个确立’”应为“"),
    ("提升治理体系和治理能力当代化水平。", "fixed-expression", 3, "“治理体系和治理能力当代化”应为“"),
    ("服务构建新发展格式。", "fixed-expression", 5, "“新发展格式”应为“"),
    ("推进公正司法、全民普法。", "fixed-expression", 3, "“公正司法、全民普法”应为“"),
    ("推行“双随机、一公平”监管。", "fixed-expression", 4, "“双随机、一公平”应为“"),
    ("深化“放管伏”改革。", "fixed-expression", 3, "“‘放管伏’改革”应为“"),
    ("重大执法决定法治审核12件。", "fixed-expression-doubtful", 1, "“重大执法决定法治审核”应为“"),
    ("落实“八五”普发规划。", "fixed-expression", 3, "“‘八五’普发”应为“"),
    ("学习习近平法治恩想。", "typo", 6, "“法治恩想”应为“法治思想”"),
    ("学习党的第二十次全国人民代表大会精神。", "congress-name", 3, "“党的第二十次全国人民代表大会”" + CONGRESS),
    ("学习党的第二十届代表大会精神。", "congress-name", 3, "“党的第二十届代表大会”" + CONGRESS),
    ("学习党的二十大二中全会精神。", "congress-name", 3, "“党的二十大二中全会”" + CONGRESS),
    ("学习党的二十届人大四中全会精神。", "congress-name", 3, "“党的二十届人大”" + CONGRESS),
    ("学习十四届全国人大三中全会精神。", "congress-name", 3, "“十四届全国人大三中全会”" + CONGRESS),
    ("全面贯彻党的二十精神。", "congress-name", 5, "“党的二十精神”" + CONGRESS),
    ("全面贯彻党的20大精神。", "congress-name", 5, "“党的20大精神”" + CONGRESS),
    ("捍卫“两个建立”、做到“两个维护”。", "fixed-expression", 1, "“捍卫‘两个建立’”应为“"),
    ("学习党的二十大和十九届历次全会精神。", "congress-pair-later", 3, "“党的二十大和十九届历次”前后届次不配"),
    ("学习党的十九大和二十届历次全会精神。", "congress-pair", 3, "“党的十九大和二十届历次”" + PAIR),
    ("学习习近平新时代中国特设社会主义思想。", "thought-name", 3, "“习近平新时代中国特设社会主义思想”" + THOUGHT),
    ("学习习近平生态文明建设思想。", "thought-name", 3, "“习近平生态文明建设思想”" + THOUGHT),
    ("学习习近平法治建设思想。", "thought-name", 3, "“习近平法治建设思想”" + THOUGHT),
    ("以习近平法治思想为，推进工作。", "guiding-thought-cut", 1, "“以习近平法治思想为”" + CUT),
    ("坚持以习近平法治思想，推进工作。", "guiding-thought-cut", 1, "“坚持以习近平法治思想”" + CUT),
    ("坚持习近平法治思想为指导，推进工作。", "guiding-thought-cut", 1, "“坚持习近平法治思想为指导”" + CUT),
    ("开展“4·16”全民国家安全教育日活动。", "named-day", 4, "宣传日的日期写成了“4·16”，全民国家安全教育日是4月15日"),
    ("开展12·14国家宪法日活动。", "named-day", 3, "宣传日的日期写成了“12·14”，国家宪法日是12月4日"),
    ("开展“4·15”国家宪法日活动。", "named-day", 4, "宣传日的日期写成了“4·15”，国家宪法日是12月4日"),
]


@pytest.mark.parametrize(("words", "rule", "column", "message"), DAMAGED)
def test_damaged(words, rule, column, message, lint):
    said = found(lint, words)
    assert [(name, at) for name, at, _ in said] == [(rule, column)]
    assert said[0][2].startswith(message)


HONEST = [
    "",
    "增强“四个意识”、坚定“四个自信”、做到“两个维护”，坚定捍卫“两个确立”",
    "深刻领悟“两个确立”的决定性意义，自觉做到“两个维护”",
    "把“两个确立”转化为做到“两个维护”的行动自觉，坚定“两个维护”的政治自觉",
    "学习贯彻党的十九大、二十大和二十届历次全会精神",
    "学习党的十九大和十九届历次全会精神、党的二十大和二十届二中、三中、四中全会精神",
    "学习中国共产党第二十次全国代表大会和十四届全国人大三次会议精神",
    "召开区第二十次党代会，筹备市第二十次人民代表大会代表换届",
    "区第十届人民代表大会第五次会议审议通过报告",
    "以习近平法治思想为指导，以学习贯彻党的二十届四中全会精神为主线",
    "以习近平新时代中国特色社会主义思想为根本遵循，推进各项工作",
    "以习近平新时代中国特色社会主义思想，特别是习近平法治思想为指导",
    "以习近平新时代中国特色社会主义思想，以习近平法治思想为指导",
    "坚持用习近平法治思想武装头脑，以学习习近平法治思想为契机",
    "深入学习习近平新时代中国特色社会主义思想，全面贯彻党的二十大精神",
    "学习习近平经济思想、习近平文化思想、习近平生态文明思想和《习近平法治文选》",
    "学习习近平新时代中国特色社会主义经济思想，领会习近平总书记关于文化建设的重要思想",
    "开展“4·15”全民国家安全教育日、“12·4”国家宪法日和“6·26”国际禁毒日活动",
    "开展4.15国家安全教育日宣传2场，12.04国家宪法日宣传3场",
    "在4月15日全民国家安全教育日、“6·5”环境日和11·9消防日开展宣传",
    "服务构建新发展格局，贯彻新发展理念，新发展格局下的法治布局",
    "重大执法决定法制审核36件，法治审核能力和法制审核人员15名",
    "总结“十个坚持”的历史经验，领会习近平法治思想“十一个坚持”",
    "推动法治社会建设，法治宣传在枫桥经历了考验",
    "推进“双随机、一公开”监管，实行一网通办",
    "法治政府、法治社会一体推进，全民普法深入开展",
    "",
]


@pytest.mark.parametrize("words", [words for words in HONEST if words])
def test_honest_words(words, lint):
    assert found(lint, words + "。") == []
