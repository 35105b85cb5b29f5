"""Organs of the past, platforms and places of others, and the body's own name."""

from __future__ import annotations

import pytest

RULES = [
    "abolished-organ",
    "former-organ",
    "foreign-brand",
    "mixed-brands",
    "own-name",
    "sign-off-place",
    "opening-place",
    "foreign-place",
]

OURS = "青岚区教育局"
CASES = [
    # body, words, findings: rule, line, column, message
    (
        OURS,
        "会同区工商局开展检查。",
        [("abolished-organ", 2, 4, "“工商局”已于2019年撤销或更名，现为市场监督管理局，请核对是否应改用现名")],
    ),
    (OURS, "原区工商局的档案已整理，办理不服区国土资源局决定一案。", []),
    (OURS, "学习《国家工商行政管理总局关于某事的规定》。", []),
    (OURS, "区工商局更名为区市场监督管理局。", []),
    (
        OURS,
        "依托“苏服办”办理，“宁育家”上线。",
        [
            (
                "foreign-brand",
                2,
                4,
                "“苏服办”、“宁育家”是江苏省的平台，请核对是否本省的平台，不是的请改用本地平台的名称",
            )
        ],
    ),
    ("南京市教育局", "依托“苏服办”办理。", []),
    (
        "杭州市教育局",
        "依托“苏服办”办理。",
        [("foreign-brand", 2, 4, "“苏服办”是江苏省的平台，这份报告是浙江省的，请核对是否套用了外地的稿子")],
    ),
    (OURS, "学习借鉴“浙里办”建设，接入国家政务服务平台，实现一网通办。", []),
    (OURS, "与上海易办事项对接，北京通过验收，我的南京之行。", []),
    (
        OURS,
        "依托浙里办办理，通过粤省事查询。",
        [
            (
                "mixed-brands",
                2,
                11,
                "“粤省事”是广东省的平台，文中又有浙江省的“浙里办”，一份报告不会用两省的平台，请核对是否套用了外地的稿子",
            )
        ],
    ),
    (OURS, "我局、区教育局、市教体局、临溪区教体局共同参加。", []),
    (
        OURS,
        "区教体局党组专题研究。",
        [("own-name", 2, 2, "标题里的本单位是“教育局”，这里写的是“教体局”，请核对是否同一单位、名称应统一")],
    ),
    ("青岚区住房和城乡建设局", "区住建局认真履职。", []),
    (OURS, "工作。\n青岚区教育局\n2026年1月2日", []),
    (
        OURS,
        "工作。\n临溪县教育局\n2026年1月2日",
        [
            (
                "sign-off-place",
                3,
                1,
                "落款是“临溪县教育局”，标题是“青岚区”的报告，两处的地名不一致，请核对是否套用了外地的稿子",
            )
        ],
    ),
    ("云川市青岚区教育局", "工作。\n青岚区教育局\n2026年1月2日", []),
    ("青岚区人民政府", "工作。\n中共青岚区委全面依法治区委员会办公室\n2026年1月2日", []),
    (
        OURS,
        "2025年，我局在临溪县委、县政府的正确领导下，扎实推进法治政府建设各项工作，现将情况报告如下。",
        [
            (
                "opening-place",
                2,
                10,
                "开头写的是“临溪县”，标题是“青岚区”的报告，请核对是否套用了外地的稿子",
            )
        ],
    ),
    (OURS, "2025年，我局在云川市委、市政府和区委、区政府的正确领导下，扎实推进各项工作，现将情况报告如下。", []),
    (
        OURS,
        "临溪县教育局开展普法活动。",
        [("foreign-place", 2, 1, "这里写的是“临溪县”，标题是“青岚区”的报告，请核对是否外地稿子里留下的地名")],
    ),
    (OURS, "赴临溪县教育局考察。与临溪县公安局协作。配合区公安局开展检查，听取区政府意见。", []),
    ("云川市教育局", "临溪县教育局完成试点。", []),
]


@pytest.mark.parametrize(("body", "words", "expected"), CASES, ids=[f"{b}-{w[:16]}" for b, w, _ in CASES])
def test_table(lint, body, words, expected):
    report = lint(f"{body}2025年法治政府建设情况报告\n{words}")
    found = [
        (f.rule.partition("/")[2], f.line, f.column, f.message)
        for f in report.findings
        if f.rule.partition("/")[2] in RULES
    ]
    assert found == expected
    assert not report.failures
