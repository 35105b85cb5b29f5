"""One slip, one finding: rules that know the same words do not all speak of them."""

from __future__ import annotations

import pytest

TITLE = "青岚区教育局2025年法治政府建设情况报告\n一、主要举措和成效\n"
ONCE = [
    # words, the rules that speak of that line, with their columns
    ("好的，以下是为您撰写的年度报告：", [(1, "chat-residue")]),
    ("如需进一步调整请随时告诉我。", [(8, "chat-residue")]),
    ("（此项数据暂不对外公布）", [(2, "secrecy-mark")]),
    ("我区/县持续推进依法行政。", [(1, "unselected-option")]),
    ("联合银监分局开展检查12次。", [(3, "former-organ")]),
    ("与环保局建立联动机制。", [(2, "former-organ-in-short")]),
    ("印发通知（青教发〔2025〕XX号）。", [(15, "unfilled-figure")]),
    ("印发通知（青教发〔2025〕N号）。", [(15, "lettered-figure")]),
    ("行政机关负责人出庭应诉率达到105%。", [(15, "rate-over-100")]),
    ("开展宣传、培训等……", [(9, "trailing-ellipsis")]),
    ("（一）深入普法。发放资料××余份，讲课12场。", [(1, "publicity-usual-figures"), (13, "unfilled-figure")]),
    ("受教育群众约...人次。", [(7, "lettered-figure")]),
    ("局长认真履职，此处需补充具体事例", [(8, "leftover-instruction")]),
    ("（一）深入普法。普法考试合格率十几%，讲课12场。", [(16, "publicity-usual-figures")]),
    ("坚持科学立法、严格执法、公证司法。", [(3, "fixed-expression")]),
    ("铸牢中华民族共同意识。", [(1, "fixed-expression-turned")]),
    ("2025年第五季度开展检查12次。", [(6, "odd-date")]),
    # two slips side by side are two
    ("联合银监分局、安监局开展检查12次。", [(3, "former-organ"), (8, "former-organ-in-short")]),
    ("好的，以下是为您撰写的年度报告：（待补充）", [(1, "chat-residue"), (17, "leftover-instruction")]),
]


@pytest.mark.parametrize(("words", "expected"), ONCE, ids=[words for words, _ in ONCE])
def test_one_slip_is_one_finding(words, expected, lint):
    found = lint(TITLE + words).findings
    assert [(f.column, f.rule.partition("/")[2]) for f in found if f.line == 3] == expected


def test_an_empty_section_is_not_asked_for_causes_and_figures(lint):
    found = lint(
        TITLE + "（一）抓执法。检查12次。\n二、存在的不足和原因\n三、下一步打算\n（一）抓培训。（二）抓执法。"
    ).findings
    assert [f.rule.partition("/")[2] for f in found if f.line == 4] == ["empty-section"]


def test_a_rule_that_is_not_run_silences_nobody(pack, general):
    from reportlint.engine import Plan, check_document
    from reportlint.examples import as_document
    from reportlint.record import replace

    alone = replace(general, rules=tuple(rule for rule in pack.rules if rule.name == "leftover-instruction"))
    found = check_document(as_document(TITLE + "好的，以下是为您撰写的年度报告："), Plan(alone)).findings
    assert [(f.line, f.column) for f in found] == [(3, 1)]


SILENCING = [
    # rules by what they look for, whom they yield to and their severity; the columns in 甲乙丙丁戊 where each speaks
    ([("甲乙丙", "", "error"), ("甲乙", "one", "error"), ("乙丙", "one", "error")], [[1], [], []]),
    ([("甲乙丙", "", "warning"), ("甲乙", "one", "error"), ("乙丙", "one", "warning")], [[1], [1], []]),
    ([("甲乙丙", "", "off"), ("甲乙", "one", "error")], [[], [1]]),
    # to each other, to itself
    ([("甲乙丙", "two", "error"), ("甲乙", "one", "error")], [[], [1]]),
    ([("甲乙丙", "mine/*", "error")], [[1]]),
    # what is silent itself silences nobody
    ([("甲乙", "two", "error"), ("乙丙丁", "three", "error"), ("丁戊", "", "error")], [[1], [], [4]]),
]
RULE = """
  - id: {name}
    title: 试
    severity: {severity}
    basis: {{text: 无, certainty: D}}
    yields_to: [{yields}]
    check: pattern
    with: {{patterns: [{word}], message: 试}}
    why: 试。
    examples: {{good: [子], bad: [{word}]}}
"""


@pytest.mark.parametrize(("rules", "columns"), SILENCING)
def test_only_what_speaks_itself_and_no_less_gravely_silences(rules, columns, tmp_path):
    from reportlint.engine import Plan, check_document
    from reportlint.examples import as_document
    from reportlint.rulepacks import load_pack

    names = ("one", "two", "three")[: len(rules)]
    texts = [
        RULE.format(name=name, word=word, yields=yields, severity=severity)
        for name, (word, yields, severity) in zip(names, rules, strict=True)
    ]
    path = tmp_path / "mine.yaml"
    path.write_text("id: mine\ntitle: 试\nrules:" + "".join(texts), encoding="utf-8")
    found = check_document(as_document("甲乙丙丁戊"), Plan(load_pack(str(path)))).findings
    assert [[f.column for f in found if f.rule == f"mine/{name}"] for name in names] == columns


def test_many_findings_take_no_walk_over_all_of_them(lint):
    from time import perf_counter

    line = "好的，以下是为您撰写的年度报告："
    start = perf_counter()
    found = lint(TITLE + f"{line}\n" * 4000).findings
    assert sum(f.rule.endswith("/chat-residue") for f in found) == 4000
    assert perf_counter() - start < 30


@pytest.mark.parametrize("sign", ["？", "×"])
def test_a_sign_among_figures_is_a_blank_and_not_an_odd_cell_as_well(sign, lint):
    found = lint(TITLE + f"单位\t受理\t办结\n松岚镇\t45\t{sign}\n锦汀街道\t55\t52\n白鹭镇\t35\t32").findings
    assert [(f.column, f.rule.partition("/")[2]) for f in found if f.line == 4] == [(8, "empty-slot")]
