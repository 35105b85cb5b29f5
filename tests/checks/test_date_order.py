"""What ends before it begins; what spans the turn of a year, or only seems to, is left alone."""

from __future__ import annotations

import pytest

RULE = "official-report/date-order"
END = "结束早于开始"

WRONG = [
    ("整治行动自2025年9月1日起至2025年8月20日，重点治理店外经营。", 6, "2025年9月1日起至2025年8月20日", END, "certain"),
    ("公示期从2025年6月12日至6月3日。", 5, "2025年6月12日至6月3日", END, "certain"),
    ("集中宣传安排在2025年11月至9月。", 8, "2025年11月至9月", END, "suspected"),
    ("评查自第四季度起至第二季度结束。", 4, "第四季度起至第二季度", END, "suspected"),
    ("编制周期为2026年至2025年。", 6, "2026年至2025年", END, "certain"),
    ("于8月10日—8月1日开展演练。", 2, "8月10日—8月1日", END, "certain"),
    ("该投诉于2025年5月20日受理、5月12日办结。", 5, "2025年5月20日受理、5月12日办结", "受理反而晚于办结", "certain"),
    ("改造项目2025年8月验收、2025年10月动工。", 5, "2025年8月验收、2025年10月动工", "动工反而晚于验收", "certain"),
    ("公示期为6月15日至8日。", 5, "6月15日至8日", END, "certain"),
    ("规划期为2025—2023年。", 5, "2025—2023年", END, "certain"),
    ("公示期为2025.06.15－2025.06.09。", 5, "2025.06.15－2025.06.09", END, "certain"),
    ("旁听安排在上午11:00至9:30。", 8, "11:00至9:30", END, "certain"),
    ("下半年至上半年排查纠纷325件。", 1, "下半年至上半年", END, "suspected"),
    ("第三季度至第二季度开展评查。", 1, "第三季度至第二季度", END, "suspected"),
    ("6月下旬至中旬开展演练。", 3, "下旬至中旬", END, "suspected"),
    ("行动从2025年10月持续到2025年4月。", 4, "2025年10月持续到2025年4月", END, "certain"),
    ("泊位改造3月开工、同年1月竣工。", 5, "3月开工、同年1月竣工", "开工反而晚于竣工", "suspected"),
]
RIGHT = [
    "下午12:30至2:30值班，工作时间8:30至5:30，服务时间9:00-12:00、13:00-17:30。",
    "值班时间为20:00至次日8:00，工作时间8:30至17:30，上午9:00至11:30，夜间22:00至6:00。",
    "上半年至下半年，上旬至中旬，二季度至三季度，2025.06.09—06.15公示。",
    "整治行动自2025年8月20日起至2025年9月1日。",
    "冬季值守自2025年11月至次年3月。",
    "供暖季为11月至3月，期间加强检查。",
    "从2024年11月至2025年2月开展整治。",
    "该案2024年11月立案、2025年4月办结。",
    "11月受理、4月办结的案件2件。",
    "《青岚区法治宣传规划（2021—2025年）》印发于2021年。",
    "2025年6月前完成整改，2025年3月启动评估。",
    "自2025年3月1日施行以来，2月份梳理的问题全部整改。",
    "2025年第四季度，对第二季度的案卷进行评查。",
    "案件2025年5月20日受理，2025年6月1日审结，2025年5月3日受理的另一件仍在办理。",
    "时间为2025年5月8日至10日，3月20日至4月2日。",
    "一期2024年12月完成验收、2025年3月启动二期。",
    "2025年10月启动整改，2025年6月完成排查。",
    "督察组2025年3月反馈问题，5月印发方案；依据〔2025〕2024号。",
]


@pytest.mark.parametrize(("text", "column", "found", "told", "certainty"), WRONG, ids=[row[0][:16] for row in WRONG])
def test_reversed(lint, text, column, found, told, certainty):
    (finding,) = [f for f in lint(text).findings if f.rule == RULE]
    assert (finding.line, finding.column, finding.severity, finding.certainty) == (1, column, "warning", certainty)
    assert text[finding.column - 1 : finding.end_column - 1] == found
    assert finding.message == f"“{found}”前后颠倒（{told}），请核对；跨年的请写明年份"


@pytest.mark.parametrize("text", RIGHT)
def test_in_order(lint, text):
    assert [f.message for f in lint(text).findings if f.rule == RULE] == []


def test_years_at_the_very_start_of_a_text(lint):
    text = "2025—2023年青岚区法治政府建设情况报告\n依法履职〔"
    assert [(f.line, f.column) for f in lint(text).findings if f.rule.endswith("/date-order")] == [(1, 1)]
