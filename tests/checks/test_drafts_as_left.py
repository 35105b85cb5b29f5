"""What clerks leave the afternoon before the deadline: each slip once, and nothing told of what is right."""

from __future__ import annotations

import pytest

HEAD = "青岚区水务局2025年法治政府建设情况报告\n2025年，我局依法治水。现将2025年情况报告如下：\n一、主要工作\n"
ON_LINE_4 = [
    # a share of what the clause itself names, not of the figure before it
    ("支队编制40名，在岗32名，法律专业占比56.3%。", []),
    ("支队编制40名，在岗32名，在岗率75%。", [("rate-mismatch", "在岗率75%")]),
    ("班子成员述法，共9名成员中有8名书面述法，述法覆盖率100%。", [("rate-mismatch", "应为88.9%")]),
    ("共9名成员中有8名书面述法，学法覆盖率100%。", []),
    ("平均用时压缩至4个工作日件，培训52场人。", [("unit-form", "个工作日件"), ("unit-form", "场人")]),
    ("平均用时4个工作日，培训52场、人员更新。", []),
    ("巡查河段40处，发现乱占10处，占30%。", [("rate-mismatch", "应为25%")]),
    ("应考88人，实考88人，参考率97%。", [("rate-mismatch", "应为100%")]),
    ("发现堤防隐患64处，整改到位64处，整改率96%。", [("rate-mismatch", "应为100%")]),
    ("建章立制，、规范流程。", [("doubled-punctuation", "“、”")]),
    ("宣传《《节约用水条例》》。", [("nested-title-marks", "“《《节约用水条例》》”")]),
    ("印发《青岚区实施〈节约用水条例〉办法》。", []),
    ("详情见错误!未找到引用源。。", [("broken-field", "错误!未找到引用源。")]),
    ("防汛投入资金1.6亿，加固堤防9处。", [("figure-without-unit", "“1.6亿”")]),
    ("防汛投入资金1.6亿元，惠及群众20万人。", []),
    (
        "培训执法人员3期，参训人员260。开展河道抽查46，整改12处。",
        [("figure-without-unit", "“260”"), ("figure-without-unit", "“46”")],
    ),
    ("抓住“三个环节”：一是抓水源，二是抓管网，三是抓排放，四是抓回用。", [("promised-count", "后面列了 4 项")]),
    ("抓住“三个环节”：一是抓水源，二是抓管网，三是抓排放。", []),
    ("下辖3个镇（青溪镇、白石镇、松湾镇、云台镇）。", [("named-count", "括号里列了 4 个")]),
    ("全年（2024年）共开展巡河86次。", [("stale-year", "2024")]),
    ("2024年上半年开展节水培训3期，下半年开展4期。", [("stale-year", "2024")]),
    ("全年未发生行政复议案件，办理行政复议案件3件，均已审结。", [("figure-conflict", "这里又写3件")]),
    ("全年未发生行政复议案件，上年办理行政复议案件3件。", []),
    ("全年未发生行政诉讼案件败诉情形，行政诉讼案件3件均胜诉。", []),
    ("在在全区范围内开展巡河。", [("doubled-word", "“在在”")]),
    ("做实实在在的事，在在建工程开展巡查。", []),
    ("区教育局党组坚持党管法治，定期研究法治工作。", [("other-body", "教育局")]),
    ("区水务局党组坚持党管法治，配合区教育局党组开展活动。", []),
    ("举报人李某某住址为幸福路12号3单元501室。", [("personal-details", "住址")]),
    ("推送防汛短信12,500，提醒避险。", [("figure-without-unit", "“12,500”")]),
    ("河长培训应到48人、实到52人。", [("part-over-whole", "应到48人")]),
    ("节水宣传覆盖面达到110%。", [("rate-over-100", "110%")]),
    ("水质达标率76.4%，比2024年的71.1%高5.3%。", [("percent-for-points", "5.3个百分点")]),
    ("水质达标率76.4%，比2024年的71.1%高5.3个百分点。", []),
    ("办理涉水审批事项合计214，提前办结。", [("figure-without-unit", "“214”")]),
    ("合格率率先达标，优良率率先突破。", []),
    ("抽检合格率率为98%。", [("doubled-word", "“率率”")]),
    ("本报告如无不妥，敬请转发各镇街遵照执行。", [("request-in-report", "转发各镇街遵照执行")]),
    ("补偿金额待规划财务科复核。", [("leftover-instruction", "待规划财务科复核")]),
    ("相关线索待公安机关核实后依法处理。", []),
]


def _of(report, line):
    noise = ("figures", "section", "usual-topics", "rate-without-base", "acts")
    return [f for f in report.findings if f.line == line and not f.rule.endswith(noise)]


@pytest.mark.parametrize(("words", "expected"), ON_LINE_4, ids=[words for words, _ in ON_LINE_4])
def test_one_finding_a_slip_and_none_for_what_is_right(words, expected, lint):
    found = _of(lint(HEAD + words), 4)
    assert [f.rule.partition("/")[2] for f in found] == [rule for rule, _ in expected]
    assert all(part in f.message for f, (_, part) in zip(found, expected, strict=True))


LISTS = [
    # numbers of the headings, the line that is spoken of
    ("一二二四五", [3]),  # the third is not changed: one slip
    ("一二四四五", [3]),
    ("一二四五六", [3]),
    ("一二二三四", [3]),
    ("一二四六", [3, 4]),
]


@pytest.mark.parametrize(("labels", "lines"), LISTS)
def test_a_number_not_changed_is_told_once(labels, lines, lint):
    text = HEAD + "\n".join(
        f"（{label}）{word}项管水\n内容。" for label, word in zip(labels, "甲乙丙丁戊", strict=False)
    )
    found = [f.line for f in lint(text).findings if f.rule.endswith("/numbering")]
    assert found == [2 * at + 2 for at in lines]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("全年开展河道巡查486次", "全年开展河道巡查468次", ["468次"]),
        ("全年开展河道巡查486次", "全年开展河道巡查486次", []),
        ("全区现有河道保洁员186名", "河道保洁员168名", ["168名"]),
        ("办理取水许可案件486件", "办结取水许可案件468件", []),
        ("全年开展河道巡查486次", "上年开展河道巡查468次", []),
        ("全年开展河道巡查48次", "全年开展河道巡查84次", []),
        ("出动巡查车辆1250辆次", "出动巡查船只1520辆次", []),
    ],
)
def test_the_same_digits_turned_round_under_the_same_words(first, second, told, lint):
    report = lint(HEAD + f"{first}。\n{second}，成效明显。")
    shown = [f.message for f in report.findings if f.rule.endswith("/figure-conflict")]
    assert len(shown) == len(told)
    assert all(f"这里写{words}" in message for message, words in zip(shown, told, strict=True))


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("制定全区“八五”普法规划实施意见。", True),
        ("做好“八五”普法规划终期总结验收。", False),
        ("启动“九五”普法规划编制。", False),
        ("编制“十四五”规划终期评估报告。", False),
    ],
)
def test_a_plan_that_ends_is_not_begun_in_the_year_after(plan, told, lint):
    report = lint(HEAD + f"全年巡查120次。\n二、2026年工作安排\n{plan}")
    assert any(f.rule.endswith("/plan-years") and f.line == 6 for f in report.findings) is told


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        # the line of a collection above the true title, and one with no report below it
        ("篇二：区水务局法治政府建设工作报告\n" + HEAD + "全年巡查120次。", "title-year"),
        (HEAD + "全年巡查120次。\n范文四：乡镇人民政府法治政府建设情况报告\n青岚区水务局", "title-year"),
        # a sign-off that cannot be right decides nothing about the meetings named
        (
            "青岚区水务局2025年法治政府建设情况报告\n我局学习贯彻党的二十届四中全会精神。\n青岚区水务局\n2025年1月16日",
            "meeting-date",
        ),
        (HEAD + "全年巡查120次。\n青岚区水务局\n2026年15月6日", "date-window"),
        (HEAD + "二、存在的不足和原因\n暂无。", "problems-cause"),
        # the paragraph has its figures before its list
        (
            HEAD + "第二，执法更加规范。立案36件，罚款12万元。一是推行说理式执法文书，二是规范案卷归档。",
            "enforcement-figures",
        ),
        (HEAD + "全年巡查120次。\n附：联络员名单由各科室分管负责同志、业务骨干共同组成，另行发送", "cut-text"),
    ],
)
def test_one_slip_does_not_draw_another_finding(text, rule, lint):
    assert [f.message for f in lint(text).findings if f.rule.endswith(f"/{rule}")] == []


@pytest.mark.parametrize(
    ("body", "home"),
    [("文昌路街道办事处", False), ("文昌镇人民政府", False), ("文昌市水务局", True)],
)
def test_a_street_called_after_a_place_lies_elsewhere(body, home, lint):
    report = lint(f"{body}2025年法治政府建设情况报告\n2025年，依托“浙里办”办理事项120件。")
    (told,) = [f for f in report.findings if f.rule.endswith("/foreign-brand")]
    assert ("这份报告是海南省的" in told.message) is home


def test_the_year_told_twice_in_the_opening_is_the_report_s(lint):
    text = "青岚区水务局法治政府建设情况报告\n2025年，我局依法治水。现将2025年度工作情况报告如下：\n一、2025年工作计划\n抓好防汛。"
    assert any(f.rule.endswith("/next-plan-year") and f.line == 3 for f in lint(text).findings)


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("但还存在以下问题：", ["“…成效。但还存在以下问题：”后面没有内容，文章就结束了，请补全"]),
        (
            "但还存在以下问题：\n青岚区水务局\n2026年1月12日",
            ["“…成效。但还存在以下问题：”后面没有内容，文章就结束了，请补全"],
        ),
        (
            "但还存在以下问题：\n二、2026年工作安排\n抓好防汛。",
            ["“…成效。但还存在以下问题：”后面没有内容，就到了下一个标题，请补全"],
        ),
        ("目录如下：\n河道名录，见附件。", []),
    ],
)
def test_what_a_colon_announces_must_follow(end, told, lint):
    report = lint(HEAD + "依法治水取得明显成效。" + end)
    assert [f.message for f in report.findings if f.rule.endswith("/cut-text")] == told
