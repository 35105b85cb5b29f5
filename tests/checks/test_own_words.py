"""What a report calls itself, its plans and its meetings; words, sentences and characters that a copy left behind."""

from __future__ import annotations

import pytest

from reportlint.engine import Plan, check_document
from reportlint.examples import as_document
from reportlint.record import replace

OPENING = "2025年，全面贯彻习近平法治思想，扎实推进法治政府建设。现将有关情况报告如下："
PLAN = "二、2026年工作安排\n2026年，将组织执法人员轮训2期，完善文件审核会商制度。"
CITY = "云川市人民政府2025年法治政府建设情况报告"


def found(lint, words, *rules, title=CITY):
    text = f"{title}\n{OPENING}\n一、主要举措和成效\n{words}\n{PLAN}"
    return [
        (finding.line, finding.column, finding.message)
        for finding in lint(text).findings
        if finding.rule.split("/")[-1] in rules
    ]


SELF = [
    (CITY, "我区认真履职。", 1, "云川市人民政府", "我区"),
    (CITY, "全市、我县认真履职。", 4, "云川市人民政府", "我县"),
    (CITY, "我局认真履职。", 1, "云川市人民政府", "我局"),
    ("青岚区教育局2025年法治政府建设情况报告", "我县认真履职。", 1, "青岚区教育局", "我县"),
    ("青岚区教育局2025年法治政府建设情况报告", "我委认真履职。", 1, "青岚区教育局", "我委"),
    ("青岚县人民政府2025年法治政府建设情况报告", "我区认真履职。", 1, "青岚县人民政府", "我区"),
    ("松岚镇人民政府2025年法治政府建设情况报告", "我街道认真履职。", 1, "松岚镇人民政府", "我街道"),
    ("锦汀街道办事处2025年法治政府建设情况报告", "我镇认真履职。", 1, "锦汀街道办事处", "我镇"),
    ("云川市财政局2025年法治政府建设情况报告", "我厅认真履职。", 1, "云川市财政局", "我厅"),
]


@pytest.mark.parametrize(("title", "words", "column", "body", "word"), SELF)
def test_what_the_body_cannot_call_itself(title, words, column, body, word, lint):
    message = f"这是“{body}”的报告，这里自称“{word}”，请核对是否套用了别处的稿子"
    assert found(lint, words, "self-reference", title=title) == [(4, column, message)]


def test_a_wrong_name_is_told_once_with_its_count(lint):
    said = found(lint, "我区认真履职。我区检查12次。\n我区培训3次。", "self-reference")
    assert [message for *_, message in said] == [
        "这是“云川市人民政府”的报告，这里自称“我区”（共 3 处），请核对是否套用了别处的稿子"
    ]


OWN = [
    (CITY, "我市、我省、我国工作有序，我市场监管、我委托、自我区分。"),
    (CITY, "群众说：“我区变美了。”开展“我镇我来治”活动。"),
    ("青岚区教育局2025年法治政府建设情况报告", "我局、我区、我市、我省工作有序。"),
    ("青岚区卫生健康委员会2025年法治政府建设情况报告", "我委、我区工作有序。"),
    ("松岚镇人民政府2025年法治政府建设情况报告", "我镇、我县、我区、我市工作有序。"),
    ("锦汀街道办事处2025年法治政府建设情况报告", "我街道、我区工作有序。"),
    ("云川高新技术产业开发区管委会2025年法治政府建设情况报告", "我区、我委、我市工作有序。"),
    ("云川工业园区市场监管局2025年法治政府建设情况报告", "我县、我市、我局工作有序。"),
    ("云川自然保护区管理局2025年法治政府建设情况报告", "我县、我局工作有序。"),
    ("云川市人民政府2025年法治政府建设情况报告", "我区是多民族自治区，我市工作有序。"),
    ("国家税务总局青岚区税务局2025年法治政府建设情况报告", "我局、我区、我省工作有序。"),
    ("中共青岚区委办公室2025年法治政府建设情况报告", "我办、我区、我委工作有序。"),
    ("2025年法治政府建设情况报告", "我局、我县、我镇工作有序。"),
]


@pytest.mark.parametrize(("title", "words"), OWN)
def test_what_the_body_may_call_itself(title, words, lint):
    assert found(lint, words, "self-reference", title=title) == []


PLANS = [
    ("编制“十四五”（2020—2024年）规划。", "“十四五”是2021—2025年，写的是“2020—2024”，请核对"),
    ("“十四五”时期（2021年至2026年）成效明显。", "“十四五时期”是2021—2025年，写的是“2021年至2026”，请核对"),
    ("落实“八五”普法规划（2020—2025年）。", "“八五普法规划”是2021—2025年，写的是“2020—2025”，请核对"),
    ("推进“十五五”（2025—2030年）规划编制。", "“十五五”是2026—2030年，写的是“2025—2030”，请核对"),
    ("2025年是“十四五”规划的开局之年。", "这个规划是2021—2025年，“开局之年”应是2021年，写的是2025年，请核对"),
    ("2025年是“九五”普法规划启动之年。", "这个规划是2026—2030年，“启动之年”应是2026年，写的是2025年，请核对"),
    ("抓住“十五五”规划开局之年（2025年）的机遇。", "这个规划是2026—2030年，“开局之年”应是2026年，写的是2025年，请核对"),
    ("“八五”普法第四年即2025年。", "这个规划是2021—2025年，“第四年”应是2024年，写的是2025年，请核对"),
    ("“十四五”节水规划（2021—2026年）落实到位。", "“十四五节水规划”是2021—2025年，写的是“2021—2026”，请核对"),
    (
        "2025年是《云川市法治建设规划（2021—2025年）》实施的第二年。",
        "这个规划是2021—2025年，“第二年”应是2022年，写的是2025年，请核对",
    ),
]


@pytest.mark.parametrize(("words", "message"), PLANS)
def test_plans_with_the_years_of_others(words, message, lint):
    assert [said for *_, said in found(lint, words, "plan-years")] == [message]


@pytest.mark.parametrize(
    "words",
    [
        "“十四五”规划（2021—2025年）收官，“十五五”规划（2026—2030年）谋划启动。",
        "“八五”普法规划（2021—2025年）圆满收官。",
        "“十四五”节水规划（2022—2025年）和“八五”普法第五年（2025年）任务全部完成。",
        "“十四五”（2021—2035年）远景任务全部完成。",
        "2025年是“十四五”规划的收官之年，也是“十五五”规划的谋划之年。",
        "2022年是“八五”普法启动之年，2026年是“九五”普法启动之年。",
        "2025年是实施《云川市法治建设规划（2024—2028年）》的第二年。",
        "2025年是三年行动（2023—2025年）的收官之年。",
    ],
)
def test_plans_with_their_years(words, lint):
    assert found(lint, words, "plan-years") == []


MEETINGS = [
    ("学习党的二十届中三中全会精神。", "plenum-name"),
    ("学习党的二十届三次全会精神。", "plenum-name"),
    ("学习党的二十大届三中全会精神。", "plenum-name"),
    ("学习党的20届三中全会精神。", "plenum-name"),
    ("学习党的二十届历次全中会精神。", "plenum-name"),
    ("2023年7月召开的党的二十届三中全会作出部署。", "meeting-date"),
    ("2024年召开的党的二十届四中全会擘画蓝图。", "meeting-date"),
    ("学习党的二十二大精神。", "meeting-date"),
    ("学习党的二十届六中全会精神。", "meeting-date"),
]


@pytest.mark.parametrize(("words", "rule"), MEETINGS)
def test_meetings_with_wrong_names_and_dates(words, rule, lint):
    assert [line for line, *_ in found(lint, words, "plenum-name", "meeting-date")] == [4]
    assert len(found(lint, words, rule)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "学习党的二十大和二十届二中、三中、四中全会精神。",
        "学习党的二十届历次全会精神，落实省委十三届三次全会、市委五届十次全会部署。",
        "2024年7月召开的党的二十届三中全会作出部署。",
        "以党的二十一大胜利召开为目标做好思想准备。",
        "2025年召开的党的二十届四中全会擘画蓝图，党的二十届四中全会于2025年10月召开。",
    ],
)
def test_meetings_named_rightly(words, lint):
    assert found(lint, words, "plenum-name", "meeting-date") == []


DOUBLED = [
    "全年全年检查120次。", "我市我市认真履职。", "进行了进行检查120次。", "依法依法办理案件。", "推进法治法治建设。", "组织了了培训7场。",
    "各项工作工作扎实推进。", "一是一是抓学习。二是抓执法。",
]  # fmt: skip


@pytest.mark.parametrize("words", DOUBLED)
def test_doubled_words(words, lint):
    assert len(found(lint, words, "doubled-word")) == 1


SINGLE = [
    "各级党组织组织开展学习，社会组织组织志愿者。", "突出突出问题整治，规范规范性文件管理。", "在在建项目中与与会代表座谈。", "结对对象全部走访。",
    "不了了之的现象杜绝，为了了解诉求走访企业。", "工作工作组机制健全。", "人民调解调解员，行政执法执法人员。", "案件件件有着落。",
]  # fmt: skip


@pytest.mark.parametrize("words", SINGLE)
def test_words_that_only_meet(words, lint):
    assert found(lint, words, "doubled-word") == []


LONG = "组织开展行政执法人员专题培训7场次，参训人员达到420人次，全部考试合格并按规定换发执法证件。"


def test_a_sentence_pasted_and_touched_up(lint):
    said = found(lint, f"{LONG}\n开展案卷评查3次。\n{LONG.replace('组织开展', '认真组织')}", "repeated-sentence")
    assert said == [(6, 1, "这句与第4行的一句几乎相同，请核对是否重复")]


@pytest.mark.parametrize(
    "other",
    [
        LONG.replace("420", "430"),
        "举办司法所长、人民调解员培训7场次，参加420人次，覆盖全部乡镇、街道和主要行业性专业性调解组织。",
    ],
)
def test_sentences_of_one_build(other, lint):
    assert found(lint, f"{LONG}\n{other}", "repeated-sentence") == []


def test_what_a_colon_announces_must_follow(lint):
    words = "（一）抓领导\n为进一步优化法治化营商环境，市政府出台若干措施，明确了二十项重点任务，逐项分解到部门，其中包括：\n"
    assert found(lint, words + "（二）抓执法\n检查120家。", "cut-text") == [
        (5, 48, "“…项分解到部门，其中包括：”后面没有内容，就到了下一个标题，请补全")
    ]
    assert found(lint, words.replace("（一）抓领导\n", "") + "（一）抓执法\n检查120家。", "cut-text") == []


def test_traditional_characters(lint):
    assert found(lint, "推进行政執法監督，執法检查120次。", "traditional-characters") == [
        (4, 5, "夹有繁体字“執監”（共 3 处），请改为简体字")
    ]
    assert found(lint, "举办“國潮開市”普法活动，《漢字與執法》专栏刊文3篇。", "traditional-characters") == []
    assert (
        found(lint, "強化監督，規範執法，開展檢查，組織學習，書記帶頭，層層審議。" * 3, "traditional-characters") == []
    )


def test_one_paragraph_cut_off_between_whole_ones(lint):
    cut, whole = "开展执法人员集中轮训，重点讲授证据收集和送达程", "检查企业120家。\n审查合同12份。"
    assert found(lint, f"组织培训3次。\n{cut}\n{whole}", "cut-text") == [
        (5, 23, "这一段停在“…重点讲授证据收集和送达程”，句子没有写完，请补全或补上句末标点")
    ]
    for fine in (f"{cut}\n{cut}一\n{whole}", f"加强组织领导\n{whole}", f"{cut}\t12\n{whole}"):
        assert found(lint, f"组织培训3次。\n{fine}", "cut-text") == []


def test_a_header_that_says_the_title_again_is_no_repetition(pack):
    title = "青岚区交通运输局关于2025年度法治政府部门建设工作情况的报告"
    document = as_document(f"{title}\n2025年，我局认真履职。\n{title}")
    header = document.blocks[-1]._replace(story="页眉")
    report = check_document(replace(document, blocks=(*document.blocks[:-1], header)), Plan(pack))
    assert [f for f in report.findings if f.rule.endswith("repeated-sentence")] == []
