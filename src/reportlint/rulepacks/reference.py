"""``rules/README.md``: the reference of all built-in rules, made from the rules themselves, for those who keep them."""

from __future__ import annotations

import os
from collections.abc import Iterator

from reportlint.reportclass import CLASS_NAMES
from reportlint.rule import CERTAINTY, Rule, RulePack
from reportlint.rulepacks.builtin import rules_folder
from reportlint.rulepacks.load import load_pack
from reportlint.scope import NAMES

_HEAD = """<!-- 由 python -m reportlint.rulepacks 从规则和代码生成，请勿手改。 -->
# 规则说明

这里列出自带的全部规则，给法制科、办公室里维护规则的人看。规则写在同目录的 YAML 文件里，不会编程也能改。

- **级别**按后果分：错误＝会被退回，必须改；警告＝请人核对；提示＝供参考。
- **依据**后面注明核对到什么程度；没有核对原文的，不能当作条文引用。
- **例文就是测试**：`reportlint rules test` 逐条运行正例（不应报）和反例（应当报）。
- 单看一条：`reportlint explain 规则名`。

## 怎样写自己的规则包

新建一个 YAML 文件，`extends` 自带的包，只写不同的地方：

```yaml
id: yunchuan-education
title: 云川市教育系统
extends: law-based-government
override:
  half-width-punctuation: off          # 停用一条
  publicity-section: error             # 改级别
rules:
  - id: campus-safety
    title: 应写校园安全执法
    severity: warning
    basis: {text: 云川市教育局年度工作要点, certainty: C}
    check: text-required
    in: whole
    with: {patterns: ['校园安全|校车'], message: 没有写到校园安全执法，请补写}
    why: 教育系统的报告应写校园安全。
    examples: {good: [开展校园安全检查12次。], bad: [开展检查12次。]}
```

`reportlint check --rules 我的包.yaml 报告.docx` 就按它检查；`reportlint rules validate 我的包.yaml` 检查写得对不对。
编辑器里补全和即时检查：在文件首行写 `# yaml-language-server: $schema=…/rules/rule-file.schema.json`。

## 检查种类

规则的 `check` 写下面的名称，`with` 写它的选项。

"""


def render_reference() -> str:
    """The whole reference as Markdown; the same rules give the same bytes."""
    lines = [_HEAD]
    lines += _kinds()
    pack = load_pack()
    lines += ["## 规则\n\n", f"共 {len(pack.rules)} 条。范围没有注明的，是全文；适用没有注明的，是各类报告。\n\n"]
    for rule in pack.rules:
        lines += _rule(rule)
    lines += _sections(pack)
    return "".join(lines).rstrip("\n") + "\n"


def reference_path() -> str:
    """Where the reference stands."""
    return os.path.join(rules_folder(), "README.md")


def _kinds() -> Iterator[str]:
    from reportlint.checks import CHECKS
    from reportlint.record import fields

    for kind, check in sorted(CHECKS.items()):
        yield f"### {kind}\n\n"
        for item in fields(check):
            yield f"- `{item.name.rstrip('_')}`：{item.metadata.get('doc', '')}\n"
        if not fields(check):
            yield "没有选项。\n"
        yield "\n"


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### {rule.id}\n\n**{rule.title}**（{rule.severity.chinese}{'，疑似' if rule.certainty == 'suspected' else ''}）\n\n"
    yield f"{rule.why}\n\n"
    yield f"- 依据：{rule.basis.text}（{CERTAINTY[rule.basis.certainty]}）\n"
    if rule.applies_to.classes or rule.applies_to.powers:
        names = [CLASS_NAMES[name] for name in rule.applies_to.classes]
        powers = [f"具有{power}职权" for power in rule.applies_to.powers]
        yield f"- 适用：{'、'.join([*names, *powers])}\n"
    if rule.scope:
        yield f"- 范围：{'、'.join(NAMES.get(name, name) for name in rule.scope)}\n"
    yield f"- 检查种类：{rule.kind}\n"
    for title, texts in (("不报", rule.examples.good[:1]), ("要报", rule.examples.bad[:1])):
        for text in texts:
            yield f"- {title}：`{text.replace(chr(10), ' ⏎ ').replace('`', '')}`\n"
    yield "\n"


def _sections(pack: RulePack) -> Iterator[str]:
    yield "## 报告的各个部分\n\n怎样写都认得：整个标题、标题里的写法、关键词；级别和先后不限。`reportlint outline 文件` 显示认成了什么。\n\n"
    yield "| 编号 | 名称 | 常见标题 | 常用数据 |\n| --- | --- | --- | --- |\n"
    for spec in pack.sections:
        figures = "、".join(figure.name for figure in spec.figures)
        yield f"| {spec.id} | {spec.title} | {'、'.join(spec.aliases[:4])} | {figures} |\n"
