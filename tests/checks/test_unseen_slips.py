"""Slips of a second round of drafts that nobody had seen, each beside the honest words that look like it."""

from __future__ import annotations

import pytest

HEAD = "青岚区水务局2025年法治政府建设情况报告\n2025年，我局依法治水。现将2025年情况报告如下：\n一、主要工作\n"
ON_LINE_4 = [
    # parts that exclude one another are no more than their total
    ("排查问题213个，其中已解决187个、正在推进31个。", [("sum-mismatch", "合计218个")]),
    ("排查问题213个，其中已解决187个、正在推进26个。", []),
    ("排查问题213个，其中已解决87个、正在推进26个。", []),
    ("上年结转问题12个，新排查213个，其中已解决197个、正在推进28个。", []),
    ("现有执法队员14名，其中在编8名、编外7名，均已上岗。", [("sum-mismatch", "合计15名")]),
    ("受理举报62件，核实属实36件、不属实28件。", [("sum-mismatch", "合计64件")]),
    ("受理举报62件，核实属实36件、不属实20件。", []),
    ("评查案卷50卷，优秀16卷，合格33卷，不合格1卷。", []),
    ("明确任务26项，其中重点任务11项、一般任务17项。", [("sum-mismatch", "合计28项")]),
    ("明确任务26项，其中重点任务9项。", []),
    ("收到申请142件，其中受理131件、不予受理13件，上年同期120件。", [("sum-mismatch", "合计144件")]),
    ("收到申请142件，其中受理131件、不予受理11件。", []),
    ("立案312件，结案298件，正在办理24件。", [("sum-mismatch", "合计322件")]),
    ("立案312件，结案298件，正在办理14件。", []),
    ("年检机构52所，合格49所，限期整改4所。", [("sum-mismatch", "合计53所")]),
    # the words before a total name its parts; a total behind its parts without a comma
    ("审查合同、文件共计115件，其中合同86件、文件39件。", [("sum-mismatch", "合计125件")]),
    ("审查合同、文件等共计145件，其中合同86件、文件39件。", []),
    ("班子成员11人、河长15人共25人完成述法。", [("sum-mismatch", "合计26人")]),
    ("班子成员11人、河长15人共26人完成述法。", []),
    ("乡镇11个、河长15名共25名书记参加。", []),
    # what stands before a mask is judged, and only a list that the mask cannot belong to
    ("立案85件，结案63件，结案率98%，罚款××万元。", [("rate-mismatch", "应为74.1%"), ("unfilled-figure", "××万元")]),
    ("清理文件30件，保留20件，废止5件，修改××件。", [("unfilled-figure", "××件")]),
    ("年底完成19项，完成率95%。", []),
    ("分解任务19项，年底完成19项，完成率95%。", [("rate-mismatch", "应为100%")]),
    ("入区办案1486起，占全部案件的104%。", [("rate-over-100", "104%")]),
    ("缴纳水费3亿元，占全年预算的104%，占年度目标的103%。", []),
    ("水样合格率均为100%以上。", [("rate-over-100", "100%以上")]),
    ("任务完成率100%以上。", []),
    # numbers without a unit
    ("清理拖欠企业账款46.8。", [("figure-without-unit", "“46.8”")]),
    ("管护灌溉面积38.6。", [("figure-without-unit", "“38.6”")]),
    ("聘请法律顾问3名，公职律师11，出具意见46份。", [("figure-without-unit", "“11”")]),
    ("开展帮代办930余。", [("figure-without-unit", "“930余”")]),
    ("现有法律顾问、公职律师11名，面积居全市第3，成本指数98。", []),
    ("灌溉面积38.6万亩，节约成本380万元，里程碑1处。", []),
    ("梳理行政许可事项263，取消证明18项。", [("figure-without-unit", "“263”")]),
    ("“一件事”办件3.2，均已办结。", [("figure-without-unit", "“3.2”")]),
    # units
    ("活动受众8万人次以上左右。", [("redundant-approximation", "以上左右")]),
    ("没收违法所得14.2吨。", [("unit-misuse", "违法所得应以元、万元计")]),
    ("没收违法所得14.2万元、砂石14.2吨。", []),
    ("聘任法治副校长56所。", [("unit-misuse", "法治副校长应以人、名计")]),
    ("为56所学校聘任法治副校长56名。", []),
    ("办理业务1.43万次件。", [("unit-form", "次件")]),
    # blanks
    ("召开专题会议Ⅹ次。", [("lettered-figure", "Ⅹ次")]),
    ("见面率、满意率均达到  。", [("empty-slot", "均达到")]),
    ("共某某人参加述法。", [("masked-actor", "某某")]),
    ("一是巡查不勤，主要原因是……二是人手不足。", [("trailing-ellipsis", "……")]),
    ("诵读“民为邦本，……”等名句。", []),
    ("主动公开信息某某条。", [("masked-actor", "某某")]),
    ("编发某某条例释义。", []),
    ("内容详见年报（内部稿，不外传）。", [("secrecy-mark", "内部稿")]),
    ("印发槐政报[2025]03号文。", [("document-number-form", "槐政报[2025]03号")]),
    ("印发槐政报〔2025〕3号文。", []),
    # words, lists and dates
    ("一是编制偏少，二是非现场执法不多，三是普法对象研究不深。", []),
    ("一是编制偏少，三是普法对象研究不深。", [("lead-numbering", "缺“二是”")]),
    ("坚持重要工作亲自部署、重大问题亲自过问、重要工作亲自部署。", [("doubled-word", "重要工作亲自部署")]),
    ("推进行政执法、行政应诉、行政执法监督、法治宣传、宣传阵地建设。", []),
    ("统筹行政复议、行政复议监督和行政复议应诉。", []),
    ("依法调解，作到有法必依。", [("typo", "做到")]),
    ("严格工作到位考核，规范操作到人。", []),
    ("贯彻《供水管护条列》。", [("typo", "条例")]),
    ("汛期（20256月至9月）开展巡查。", [("date-run-together", "20256月")]),
    ("培训（20242025学年）节水宣讲员。", [("year-range-dash", "20242025学")]),
    ("公开及时，市 县 两 级水务部门设立窗口。", [("spaced-word", "市 县 两 级")]),
    ("印发《青岚区水务局2024年依法行政工作要点》。", [("stale-year", "2024年")]),
    ("完成《青岚区水务局2024年依法行政工作要点》确定的整改任务。", []),
    ("严格履行公众参与、专家论证、风险评估、集体讨论决定等五项程序。", [("fixed-expression", "合法性审查")]),
    ("严格履行公众参与、专家论证、集体讨论决定等程序。", []),
    ("坚决捍卫“两个维护”、坚决做到“两个确立”。", [("fixed-expression", "‘两个确立’")]),
    ("宣传片入选优秀作品（来源：青岚日报 编辑：王琳）。", [("web-residue-inline", "编辑：王琳")]),
]


def _of(report, line):
    noise = ("figures", "section", "usual-topics", "rate-without-base", "acts", "vague-figure")
    return [f for f in report.findings if f.line == line and f.severity != "info" and not f.rule.endswith(noise)]


@pytest.mark.parametrize(("words", "expected"), ON_LINE_4, ids=[words for words, _ in ON_LINE_4])
def test_each_slip_is_told_once_and_nothing_of_what_is_right(words, expected, lint):
    found = _of(lint(HEAD + words), 4)
    assert [f.rule.partition("/")[2] for f in found] == [rule for rule, _ in expected]
    assert all(part in f.message for f, (_, part) in zip(found, expected, strict=True))


LABELS = [
    # labels, the lines of the findings, what the first says
    ("（一） （二） 三、 （四） （五）", [6], "序号“三、”的层次不对，按前后文应为“（三）”，请改正"),
    ("（一） （二） （三） （四）", [], ""),
    ("第一， 第二， 第三， 第五， 第五，", [7], "缺“第四，”"),
    ("第一， 第二， 第二， 第四，", [6], "重复"),
    ("第一， 第二， 第四， 第五， 第七，", [6, 8], "缺“第三，”"),
]


@pytest.mark.parametrize(("labels", "lines", "said"), LABELS)
def test_one_wrong_label_is_one_finding(labels, lines, said, lint):
    lined = "\n".join(
        f"{label}{word}项管水工作。做实日常巡查。" for label, word in zip(labels.split(), "甲乙丙丁戊", strict=False)
    )
    found = [f for f in lint(HEAD + lined).findings if f.rule.endswith("numbering")]
    assert [f.line for f in found] == lines
    assert not said or said in found[0].message


def test_a_chapter_numbered_as_a_section_is_one_finding(lint):
    text = HEAD + "（一）管水\n内容。\n二、存在的问题\n内容。\n（三）工作打算\n内容。\n四、其他事项\n内容。"
    (found,) = [f for f in lint(text).findings if f.rule.endswith("/numbering")]
    assert (found.line, found.message) == (8, "序号“（三）”的层次不对，按前后文应为“三、”，请改正")


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("（一）加强河道管护", "（二）加强河道管护", True),
        ("（一）加强河道管护", "（二）加强河道执法", False),
        ("（一）其他", "（二）其他", False),
    ],
)
def test_a_sub_heading_that_was_copied(first, second, told, lint):
    report = lint(HEAD + f"{first}\n巡查120次。\n{second}\n检查36次。")
    shown = [f.message for f in report.findings if f.rule.endswith("/repeated-sentence")]
    assert shown == ([f"小标题“{second[3:]}”前面已经有一个，请核对是否粘贴后没有改"] if told else [])


def test_the_same_sub_heading_in_two_chapters_is_usual(lint):
    text = HEAD + "（一）加强河道管护\n巡查120次。\n二、工作打算\n（一）加强河道管护\n检查36次。"
    assert not [f for f in lint(text).findings if f.rule.endswith("/repeated-sentence")]


TABLES = [
    # the first column lacks a cell, the second a right total: each is told, neither hides the other
    (
        "单位\t处罚（件）\t许可（件）\t检查（次）\n东所\t12\t30\t7\n西所\t\t40\t8\n南所\t9\t50\t9\n合计\t36\t130\t24",
        [(8, "合计是“36”，“处罚（件）”一列各行相加只有21：“西所”一行空着，请补上"), (8, "相加为120")],
    ),
    ("单位\t处罚（件）\t许可（件）\n东所\t12\t30\n西所\t—\t40\n南所\t9\t50\n合计\t21\t120", []),
    ("单位\t人数\t持证\t持证率\n东所\t20\t20\t100%\n西所\t15\t9\t90%\n南所\t36\t18\t50%", [(6, "应为60%")]),
    ("单位\t人数\t持证\t持证率\n东所\t20\t20\t100%\n西所\t15\t9\t60%\n南所\t36\t18\t50%", []),
]


@pytest.mark.parametrize(("rows", "told"), TABLES)
def test_tables(rows, told, lint):
    rules = ("table-sum-mismatch", "table-rate-mismatch", "empty-cell")
    found = [f for f in lint(HEAD + rows).findings if f.rule.endswith(rules)]
    assert [f.line for f in found] == [line for line, _ in told]
    assert all(part in f.message for f, (_, part) in zip(found, told, strict=True))


PLANS = [
    ("2025", "全年巡查120次。\n二、2026年工作安排\n做好“七五”普法总结验收。", True),
    ("2025", "全年巡查120次。\n二、2026年工作安排\n做好“八五”普法总结验收。", False),
    ("2025", "“七五”普法总结验收获评先进以来，持续发力。", False),
    ("2020", "认真做好“八五”普法总结验收工作。", True),
    ("2020", "认真做好“七五”普法总结验收工作。", False),
    ("2023", "认真做好“八五”普法中期评估验收工作。", False),
    ("2020", "贯彻落实《法治政府建设实施纲要（2021—2025年）》，巡查120次。", True),
    ("2020", "贯彻落实《法治社会建设实施纲要（2020—2025年）》，巡查120次。", False),
    ("2020", "全年巡查120次。\n二、2021年工作安排\n落实《青岚区治水规划（2021—2025年）》。", False),
]


@pytest.mark.parametrize(("year", "text", "told"), PLANS)
def test_plans_that_have_ended_or_not_begun(year, text, told, lint):
    report = lint(HEAD.replace("2025", year) + text)
    assert any(f.rule.endswith("/plan-years") for f in report.findings) is told


def test_a_title_of_another_year_left_at_the_end_is_one_finding(lint):
    text = HEAD + "全年巡查120次。\n青岚区水务局2024年法治政府建设情况报告\n青岚区水务局\n2026年1月20日"
    found = [f for f in lint(text).findings if f.line >= 5 and f.severity != "info"]
    assert [(f.line, f.rule) for f in found] == [(5, "official-report/title-left-over")]


@pytest.mark.parametrize(
    ("date", "told"), [("2026年1月20日", [3, 6]), ("2025年1月20日", [3]), ("", [3])], ids=["after", "same", "none"]
)
def test_a_title_without_a_year_does_not_hide_last_year_s_years(date, told, lint):
    text = f"青岚区水务局法治政府建设情况报告\n\n2025年，我局依法治水。现将2024年度工作情况报告如下：\n全年巡查120次。\n一、下一步打算\n2025年，我局将继续巡查，将继续执法。\n青岚区水务局\n{date}"
    rules = ("/opening-year", "/next-plan-year")
    assert [f.line for f in lint(text).findings if f.rule.endswith(rules)] == told


@pytest.mark.parametrize(("cause", "told"), [("主要是因为", True), ("主要是因为人少。", False)])
def test_a_short_line_that_stops_before_the_cause(cause, told, lint):
    text = (
        HEAD + f"全年巡查120次。\n二、存在的不足和原因\n一是镇街执法能力不足，{cause}\n二是普法单一，原因是办法不多。"
    )
    assert any(f.rule.endswith("/cut-text") and f.line == 6 for f in lint(text).findings) is told


def test_two_years_in_an_opening_under_a_title_without_one(lint):
    text = "青岚区水务局法治政府建设情况报告\n2025年，我局依法治水。现将2024年度工作情况报告如下：\n全年巡查120次。"
    (found,) = [f for f in lint(text).findings if f.rule.endswith("/opening-year")]
    assert (found.line, found.message) == (2, "开头先写“2025年”，后写“2024年”，请核对哪一个是往年的")


def test_a_stale_year_in_the_plans_is_told_once(lint):
    text = HEAD + "全年巡查120次。\n二、2026年工作安排\n2024年，我局将抓好三项工作，全年培训6次。"
    rules = ("/next-plan-year", "/stale-year")
    assert [f.rule.partition("/")[2] for f in lint(text).findings if f.rule.endswith(rules)] == ["next-plan-year"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("调整法治建设领导小组，白沙镇党委书记任组长。", True),
        ("办理行政应诉案件12件，白沙镇行政机关负责人出庭12次。", True),
        ("白渡镇由白沙镇更名而来，白沙镇政府旧址设为广场。", False),
        ("会同白沙镇党委开展联合执法。", False),
    ],
)
def test_the_own_place_off_by_a_character(words, told, lint):
    text = f"白渡镇人民政府2025年法治政府建设情况报告\n2025年，白渡镇依法治水。\n一、主要工作\n{words}\n白渡镇人民政府\n2026年1月20日"
    assert any(f.rule.endswith("/foreign-place") and f.line == 4 for f in lint(text).findings) is told


ABOVE = "巡查发现乱占案件{}件，罚款{}万元，{}：\n类别\t案件（件）\t罚款（万元）\n河道\t36\t6.2\n水库\t31\t3.1\n渠道\t17\t1.4\n合计\t84\t10.7"
TEXT_AND_TABLE = [
    (ABOVE.format(86, 12.6, "各类别如下表"), ["“案件”这里写86件", "“罚款”这里写12.6万元"]),
    (ABOVE.format(84, 10.7, "各类别如下表"), []),
    (ABOVE.format(96, 10.7, "其中主要类别如下表"), []),  # not all of them
    (ABOVE.format(96, 10.7, "成效明显"), []),  # does not speak of the table
    (ABOVE.format(86, 10.7, "各类别如下表").replace("\t17", "\t19"), []),  # the table is wrong in itself
    (ABOVE.format(86, 10.7, "各类别如下表").replace("案件（件）", "结案（件）"), []),
    (
        "全年罚款10.7万元，各类别情况见下表。\n表1 罚款情况\n类别\t罚款（元）\n河道\t62000\n水库\t45000\n合计\t107000",
        [],
    ),
    # the sentence speaks of the table right below it, not of the next
    (
        "检查案件50件，各区域如下表：\n区域\t案件\n东区\t30\n西区\t20\n\n类别\t案件（件）\n河道\t36\n水库\t31\n合计\t67",
        [],
    ),
    (
        "发现乱占案件86件，各类别如下表：\n\n表1 案件统计\n| 类别 | 案件（件） |\n| --- | --- |\n| 河道 | 36 |\n| 水库 | 31 |\n| 合计 | 67 |",
        ["“案件”这里写86件"],
    ),
]


@pytest.mark.parametrize(("text", "told"), TEXT_AND_TABLE)
def test_what_the_sentence_above_a_table_says(text, told, lint):
    found = [f for f in lint(HEAD + text).findings if f.rule.endswith("/text-and-table")]
    assert [f.line for f in found] == [4] * len(told)
    assert all(f.message.startswith(part) for f, part in zip(found, told, strict=True))


JOINED = "区域\t类别\t案件（件）\n东区\t市容\t120\n\t违建\t45\n西区\t市容\t98\n\t违建\t37\n合计\t{}"


@pytest.mark.parametrize(("total", "told"), [("310", True), ("300", False)])
def test_a_table_with_joined_cells_has_one_total(total, told, lint):
    report = lint(HEAD + JOINED.format(total))
    assert any(f.rule.endswith("/table-sum-mismatch") for f in report.findings) is told


def test_a_number_that_a_line_breaks_has_its_unit_on_the_next(lint):
    report = lint(HEAD + "审计治水资金1次，涉及合同金额8\n 643.5万元，发现问题5个。")
    assert not [f for f in report.findings if f.rule.endswith("/figure-without-unit")]
