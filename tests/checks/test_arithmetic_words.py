"""Rates over 100 %, decreases by multiples, approximations said twice, one figure with two values, rates of no count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

HEAD = "青岚区教育局2025年法治政府建设情况报告\n"

OVER = [
    ("行政机关负责人出庭应诉率105%。", "105%", "“行政机关负责人出庭应诉率”"),
    ("群众满意率1000%。", "1000%", "“群众满意率”"),
    ("群众满意度102%。", "102%", "“满意度”"),
    ("案件办结率超过100%。", "100%", "“案件办结率”"),
    ("调解成功率高达980%。", "980%", "“调解成功率”"),
    ("备案率、及时率均为110%。", "110%", "“及时率”"),
    ("合格率、备案率分别为98%、102%。", "102%", "“备案率”"),
    ("12345热线工单办结率102%，群众满意率98%。", "102%", "“热线工单办结率”"),
    ("群众满意度达到百分之一百二十。", "百分之一百二十", "“满意度”"),
    ("一次办成率为101.5%。", "101.5%", "“一次办成率”"),
    ("涉企案件占比120%。", "120%", "“占比”"),
]
NOT_OVER = [
    "出庭应诉率100%。", "增长率150%，任务完成率105%。", "预算执行率105%，毛入学率110%。", "拨备覆盖率180%。",
    "完成年度计划的120%，占年度计划的130%。", "较上年办结率提高120%。", "税收同比增长120%，办结率100%。", "床位使用率105%。",
    "任务落实率120%。", "检查量为上年的110%，合格率98%。", "超额完成120%。", "办结率100%，办理量增长120%。",
]  # fmt: skip
MULTIPLES = [
    ("涉企检查次数下降2倍。", "2倍"), ("办理时限缩短了近三倍。", "三倍"), ("信访件同比减少1.5倍。", "1.5倍"), ("检查频次减少两倍。", "两倍"),
    ("投诉量较上年下降近1倍。", "1倍"), ("材料精简3倍。", "3倍"), ("跑动次数比去年降了一倍。", "降了一倍"),
]  # fmt: skip
NO_MULTIPLES = [
    "案件量增长2倍。",
    "降为原来的三分之一。",
    "办件量下降50%，效率提高3倍。",
    "事半功倍，减少环节5个。",
    "加倍压缩时限。",
]
TWICE = [
    ("办理约30件左右。", "30件左右"), ("参训近200余人。", "200余人"), ("满意率超过90%以上。", "90%以上"), ("大约300多人次。", "300多人次"),
    ("约有30余家企业参加。", "30余家"), ("覆盖人群30余万人左右。", "30余万人左右"), ("受众逾3000余人次。", "3000余人次"),
    ("参与近千余人次。", "千余人次"), ("接近五十多件。", "五十多件"),
]  # fmt: skip
ONCE = [
    "约30件、近200人、30余件、30件左右。", "签约30余家，预约120余人次，节约200余万元。", "附近30余户居民受益。", "近30多年来持续推进。",
    "近三十余年来，约谈20余家企业，约见30余人。", "邻近30余户、合约30余份、最近20余天。", "超30件、90%以上。", "赶超30余个县市。",
]  # fmt: skip
CONFLICTS = [
    ("全年受理行政复议申请12件。\n二、复议\n共受理行政复议申请21件。", "21件", "第3行写12件"),
    ("现有持证执法人员42名。\n二、队伍\n持证执法人员45名。", "45名", "第3行写42名"),
    ("2025年，主动公开政府信息360条。\n二、公开\n全年主动公开政府信息306条。", "306条", "第3行写360条"),
    ("全区共有行政执法人员320名。\n二、队伍\n全区现有行政执法人员302名。", "302名", "第3行写320名"),
    ("区政府常务会议专题研究法治议题6次。\n二、决策\n全年区政府常务会议专题研究法治议题5次。", "5次", "第3行写6次"),
    ("全区行政执法案卷评查优秀率98.5%。\n二、执法\n2025年，全区行政执法案卷评查优秀率95.8%。", "95.8%", "第3行写98.5%"),
    ("行政机关负责人出庭应诉15人次。\n二、应诉\n行政机关负责人出庭应诉16人次。", "16人次", "第3行写15人次"),
    ("全局聘请法律顾问2名。\n二、决策\n聘请法律顾问3名。", "3名", "第3行写2名"),
]
NO_CONFLICTS = [
    "全年受理行政复议申请12件。\n二、复议\n共受理行政复议申请12件。",
    "全年受理行政复议申请12件。\n二、复议\n其中区局受理行政复议申请5件。",
    "全年受理行政复议申请12件。\n二、复议\n2024年受理行政复议申请9件。",
    "全年受理行政复议申请12件。\n二、复议\n上半年，受理行政复议申请7件。",
    "全年受理行政复议申请12件。\n二、复议\n受理行政复议申请同比增加2件。",
    "全年受理行政复议申请12件。\n二、复议\n某镇受理行政复议申请2件。",
    "开展专项检查3次。\n二、执法\n开展专项检查5次。",
    "主动公开政府信息360条。\n二、公开\n主动公开政府信息300余条。",
    "全区共有行政执法人员320名。\n二、队伍\n其中，全区共有行政执法人员100名持证。",
    "全区开展专项执法检查120次。\n二、执法\n全区开展专项执法检查30次。",
    "全区举办法治宣传活动30场。\n二、普法\n全区举办法治宣传活动50场。",
    "全区行政执法案卷评查优秀率98.5%。\n二、执法\n2024年，全区行政执法案卷评查优秀率95.8%。",
    "全区行政执法案卷评查优秀率98.5%。\n二、执法\n全区行政执法案卷评查优秀率99%。",
    "全区累计建成公共法律服务站点45个。\n二、服务\n截至10月，全区累计建成公共法律服务站点40个。",
    "区政府常务会议专题研究法治议题6次。\n二、决策\n区政府常务会议专题研究法治议题12项。",
    "聘请法律顾问2名。\n二、下一步工作打算\n聘请法律顾问3名。",
]
BASELESS = ["备案率100%。", "出庭应诉率保持100%。", "全年按程序审核，合法性审核率达到100%。"]
BASED = [
    "制定规范性文件4件，备案率100%。",
    "力争办结率达到98%。",
    "群众满意率99%。",
    "办结率98.3%（118/120）。",
    "受理xx件，办结率100%。",
]


def of(report, *rules):
    assert not report.failures
    return [f for f in report.findings if f.rule.partition("/")[2] in rules]


@pytest.mark.parametrize(("text", "shown", "said"), OVER)
def test_over_100(lint, text, shown, said):
    (finding,) = of(lint(text), "rate-over-100")
    assert text[finding.column - 1 : finding.end_column - 1] == shown
    assert finding.message == f"{said}不可能超过100%，写的是{shown}，请核对"


@pytest.mark.parametrize("text", NOT_OVER)
def test_not_over_100(lint, text):
    assert of(lint(text), "rate-over-100") == []


@pytest.mark.parametrize(("rule", "text", "shown"), [
    *(("decrease-by-multiples", *row) for row in MULTIPLES), *(("redundant-approximation", *row) for row in TWICE),
])  # fmt: skip
def test_words(lint, rule, text, shown):
    (finding,) = of(lint(text), "decrease-by-multiples", "redundant-approximation")
    assert (finding.rule, finding.severity) == (f"official-report/{rule}", "warning")
    assert text[finding.column - 1 : finding.end_column - 1] == shown


@pytest.mark.parametrize("text", NO_MULTIPLES + ONCE)
def test_no_words(lint, text):
    assert of(lint(text), "decrease-by-multiples", "redundant-approximation") == []


@pytest.mark.parametrize(("text", "shown", "said"), CONFLICTS)
def test_conflict(lint, text, shown, said):
    whole = HEAD + "一、工作情况\n" + text
    (finding,) = of(lint(whole), "figure-conflict")
    assert whole.split("\n")[finding.line - 1][finding.column - 1 : finding.end_column - 1] == shown
    assert said in finding.message
    assert (finding.severity, finding.certainty) == ("warning", "suspected")


@pytest.mark.parametrize("text", NO_CONFLICTS)
def test_no_conflict(lint, text):
    assert of(lint(HEAD + "一、工作情况\n" + text), "figure-conflict") == []


@pytest.mark.parametrize("text", BASELESS)
def test_rate_without_base(lint, text):
    (finding,) = of(lint(HEAD + "一、工作情况\n" + text), "rate-without-base")
    assert finding.severity == "info"


@pytest.mark.parametrize("text", BASED)
def test_rate_with_base(lint, text):
    assert of(lint(HEAD + "一、工作情况\n" + text), "rate-without-base") == []


@given(base=st.integers(2, 20_000), share=st.floats(0.01, 1), digits=st.integers(0, 2), cut=st.booleans())
def test_a_right_rate_is_never_reported(lint, base, share, digits, cut):
    part = max(1, int(base * share))
    rate = 100 * part / base
    shown = f"{int(rate * 10**digits) / 10**digits:.{digits}f}" if cut else f"{rate:.{digits}f}"
    assert of(lint(f"受理{base}件，办结{part}件，办结率{shown}%。"), "rate-mismatch") == []


@given(base=st.integers(20, 20_000), share=st.floats(0.3, 0.99), off=st.floats(2, 25))
def test_a_rate_off_by_two_points_is_always_reported(lint, base, share, off):
    part = max(1, int(base * share))
    wrong = 100 * part / base - off
    if wrong > 0:
        (finding,) = of(lint(f"受理{base}件，办结{part}件，办结率{wrong:.1f}%。"), "rate-mismatch")
        assert f"受理{base}件、办结{part}件" in finding.message


@given(parts=st.lists(st.integers(1, 500), min_size=4, max_size=4), off=st.integers(-3, 3))
def test_a_clearing_adds_up_or_is_reported(lint, parts, off):
    kept, changed, dropped, lapsed = parts
    text = f"共清理文件{sum(parts) + off}件，其中保留{kept}件、修改{changed}件、废止{dropped}件、宣布失效{lapsed}件。"
    assert bool(of(lint(text), "sum-mismatch")) == bool(off)


@given(old=st.integers(1, 5000), new=st.integers(1, 5000))
def test_a_right_change_is_never_reported(lint, old, new):
    if old != new:
        word = "增长" if new > old else "下降"
        text = f"检查{new}家次，比2024年的{old}家次{word}{abs(new - old) / old * 100:.1f}%。"
        assert of(lint(text), "comparison-mismatch") == []
