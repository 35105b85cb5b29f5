"""``reportlint coverage``: every requirement, answered or not, with the words that answer it."""

from __future__ import annotations

import os
import sys
from datetime import date

import click

from reportlint import __version__
from reportlint.cli.check import CLASSES
from reportlint.cli.chinese import ChineseCommand, help_option
from reportlint.cli.limits import limit_option
from reportlint.cli.output import save
from reportlint.powers import POWERS

_FORMATS = {
    "text": ("reportlint.reporters.coverage_text", "render"),
    "markdown": ("reportlint.reporters.coverage_text", "render_markdown"),
    "csv": ("reportlint.reporters.coverage_files", "render_csv"),
    "docx": ("reportlint.reporters.coverage_files", "render_docx"),
}


@click.command(cls=ChineseCommand, options_metavar="[选项]", add_help_option=False)
@click.argument("paths", nargs=-1, required=True, metavar="文件或目录…")
@click.option("--format", "name", type=click.Choice(sorted(_FORMATS)), default="text", help="输出格式 [默认 text]")
@click.option("--output", default="", metavar="文件", help="写到文件；docx 必须写")
@click.option("--rules", "pack", metavar="规则包", help="规则包的名称或路径")
@click.option("--profile", default="", metavar="名称", help="规则包里的松紧档：public、formal、strict")
@click.option("--year", type=click.IntRange(1990, 2100), metavar="年份", help="报告年度，优先于标题里写的")
@click.option("--class", "report_class", type=click.Choice(sorted(CLASSES)), help="报告主体：政府、部门、乡镇")
@click.option(
    "--power",
    "powers",
    multiple=True,
    type=click.Choice(POWERS),
    metavar="职权",
    help="报告单位具有的职权：执法、立法、复议，可写多次",
)
@limit_option
@help_option
def coverage(
    paths: tuple[str, ...], name: str, output: str, pack: str | None, profile: str, year: int | None,
    report_class: str | None, powers: tuple[str, ...], limits: tuple[tuple[str, int], ...],
) -> int:  # fmt: skip
    """逐项对照：每一条要求写了没有、写在哪里、原话是什么，缺的排在最前。"""
    from importlib import import_module

    from reportlint.cli.run import configuration, run, settled
    from reportlint.cli.select import Wishes
    from reportlint.draft import Settings
    from reportlint.reporters import Style

    if name == "docx" and not output:
        raise click.UsageError("docx 格式要用 --output 写明文件名")
    settings = Settings(year or 0, CLASSES.get(report_class or "", ""), "", powers)
    config = configuration("", paths)
    wishes = Wishes(pack, profile, (), (), settings, answers=True, limits=limits)
    report = settled(run(paths, config, wishes, targets=(output,)), config, "", date.today())
    module, function = _FORMATS[name]
    content = getattr(import_module(module), function)(
        report, Style(not output and sys.stdout.isatty() and "NO_COLOR" not in os.environ, 100, __version__)
    )
    if output:
        save(output, content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
        click.echo(f"已写入 {output}。")
    else:
        click.echo(content, nl=False)
    return 2 if report.failures else 0
