"""``reportlint annotate``: the findings as comments in a copy of the draft."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from reportlint.cli.check import CLASSES
from reportlint.cli.chinese import ChineseCommand, help_option
from reportlint.cli.limits import limit_option
from reportlint.cli.output import refuse_clashes, refuse_unwritable, save
from reportlint.powers import POWERS

if TYPE_CHECKING:
    from reportlint.annotate import Note
    from reportlint.document import Document
    from reportlint.finding import Finding, Report
    from reportlint.source import Source

_ONLY_WORD = "批注只能写进 .docx（及 .docm .dotx .dotm）；请另存为 .docx 后再批注（只看结果用 reportlint check）"
WORD_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")


@click.command(cls=ChineseCommand, options_metavar="[选项]", add_help_option=False)
@click.argument("path", metavar="文件")
@click.option("-o", "--output", default="", metavar="新文件", help="新文件名 [默认 原名.已批注.扩展名]")
@click.option("--rules", "pack", metavar="规则包", help="规则包的名称或路径 [默认 law-based-government]")
@click.option("--profile", default="", metavar="名称", help="规则包里的松紧档：public、formal、strict")
@click.option("--select", multiple=True, metavar="规则", help="只批注这些规则，可写多次；包名/* 指整包")
@click.option("--ignore", multiple=True, metavar="规则", help="不批注这些规则，可写多次")
@click.option("--year", type=click.IntRange(1990, 2100), metavar="年份", help="报告年度，优先于标题里写的")
@click.option("--class", "report_class", type=click.Choice(sorted(CLASSES)), help="报告主体：政府、部门、乡镇")
@click.option("--body", default="", metavar="名称", help="报告单位名称，优先于标题里写的")
@click.option(
    "--power",
    "powers",
    multiple=True,
    type=click.Choice(POWERS),
    metavar="职权",
    help="报告单位具有的职权：执法、立法、复议，可写多次",
)
@click.option("--config", "config_path", default="", metavar="文件", help="配置文件 [默认向上找 reportlint.yaml]")
@click.option("--no-config", is_flag=True, help="不用配置文件")
@click.option("--baseline", default="", metavar="文件", help="基线：只批注基线里没有的问题")
@limit_option
@click.option("--today", hidden=True, default="", help="当作今天的日期，供测试用")
@help_option
def annotate(
    path: str, output: str, pack: str | None, profile: str, select: tuple[str, ...], ignore: tuple[str, ...],
    year: int | None, report_class: str | None, body: str, powers: tuple[str, ...], config_path: str, no_config: bool,
    baseline: str, today: str, limits: tuple[tuple[str, int], ...],
) -> int:  # fmt: skip
    """写一份带批注的副本：每处问题一条 Word 批注，落在出问题的字上。

    只用于 Word 文档（.docx .docm .dotx .dotm）。原文件从不改动；对批注过的副本再做一遍，先前由 reportlint 写的批注
    会换成新的，别人的批注和修订都保留。
    """
    from reportlint.annotate import annotate as with_comments
    from reportlint.annotate import without_comments
    from reportlint.cli.run import configuration, day_of, settled
    from reportlint.cli.select import Wishes, planner
    from reportlint.draft import Settings
    from reportlint.engine import check_document, merge
    from reportlint.errors import ReadError
    from reportlint.readers import read_source
    from reportlint.source import load

    if not path.lower().endswith(WORD_SUFFIXES):
        raise ReadError(path, _ONLY_WORD)
    stem, suffix = os.path.splitext(path)
    output = output or f"{stem}.已批注{suffix}"
    config = configuration(config_path, (path,), not no_config)
    baseline = baseline or (os.path.join(config.folder, config.baseline) if config.baseline else "")
    refuse_clashes((output,), (path,), (config.path, pack or config.rules, baseline))
    refuse_unwritable((output,))
    settings = Settings(year or 0, CLASSES.get(report_class or "", ""), body, powers)
    plans = planner(config, Wishes(pack, profile, select, ignore, settings, limits=limits))
    plan = plans.plan(path)
    given = load(path, plan.limits.file_bytes)
    source = without_comments(given, plan.limits)
    document = read_source(source, plan.limits)
    report = merge([check_document(document, plan)], plans.rules)
    report = settled(report, config, baseline, day_of(today))
    notes = [_note(document, report, finding) for finding in report.findings if not finding.waived]
    save_word(given, with_comments(source, notes, plan.limits), output)
    return _tell(output, report, len(notes))


def save_word(source: Source, data: bytes, output: str) -> None:
    """Write the new file; a digital signature does not hold for it if anything was changed, which is said."""
    from reportlint.annotate import is_signed

    save(output, data)
    if data != source.data and is_signed(source):
        click.echo(
            f"{output}：原文件有数字签名，新文件改动过，签名在新文件里已经失效；定稿后请重新签名（原文件不受影响）。",
            err=True,
        )


def _tell(output: str, report: Report, count: int) -> int:
    click.echo(f"已写入 {output}：批注 {count} 处。" if count else f"已写入 {output}：没有要批注的地方。")
    for failure in report.failures:
        click.echo(f"{failure.path}：没能检查：{failure.reason}", err=True)
    click.echo(report.verdict.text)
    return 2 if report.failures else 0


def _note(document: Document, report: Report, finding: Finding) -> Note:
    from reportlint.annotate import Note

    starts, length = document.line_starts, len(document.source)
    start = min(starts[finding.line - document.first_line] + finding.column - 1, length)
    end = min(starts[finding.end_line - document.first_line] + finding.end_column - 1, length)
    level = finding.level.chinese + ("（疑似）" if finding.certainty == "suspected" else "")
    lines = [f"{level}：{finding.message}"]
    rule = next((rule for rule in report.rules if rule.id == finding.rule), None)
    if rule is not None and rule.basis.shown:
        lines.append(f"依据：{rule.basis.shown}")
    lines.append(f"规则：{finding.rule}" + (f"（{rule.title}）" if rule is not None else ""))
    return Note(start, max(start, end), tuple(lines))
