"""``reportlint check``: the main job."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date

import click

from reportlint import __version__
from reportlint.cli.chinese import ChineseCommand, help_option
from reportlint.cli.limits import limit_option
from reportlint.cli.output import save
from reportlint.finding import Report
from reportlint.powers import POWERS
from reportlint.reporters import REPORTERS, WITH_ANSWERS, WITH_TEXTS, Style, reporter

CLASSES = {"government": "government", "政府": "government", "department": "department", "部门": "department",
           "township": "township", "乡镇": "township", "街道": "township"}  # fmt: skip
_FORMATS = click.Choice(sorted(REPORTERS))
_LEVELS = ["error", "warning", "info", "never"]


@click.command(cls=ChineseCommand, options_metavar="[选项]", add_help_option=False)
@click.argument("paths", nargs=-1, required=True, metavar="文件或目录…")
@click.option("--format", "formats", multiple=True, type=_FORMATS, help="输出格式，可写多次 [默认 full]")
@click.option("--output", "outputs", multiple=True, metavar="文件", help="写到文件，写在所属的 --format 后面")
@click.option("--rules", "pack", metavar="规则包", help="规则包的名称或路径 [默认 law-based-government]")
@click.option("--profile", default="", metavar="名称", help="规则包里的松紧档：public、formal、strict")
@click.option("--select", multiple=True, metavar="规则", help="只查这些规则，可写多次；包名/* 指整包")
@click.option("--ignore", multiple=True, metavar="规则", help="不查这些规则，可写多次")
@click.option("--fail-on", type=click.Choice(_LEVELS), help="到哪一级算不通过（退出码 1）[默认 error]")
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
@click.option("--baseline", default="", metavar="文件", help="基线：只有基线里没有的问题才算不通过")
@click.option("--update-baseline", is_flag=True, help="把现有问题写进基线")
@click.option("--since", default="", metavar="版本", help="只查自这个 git 版本以来改过的文件")
@click.option("--cache", default="", metavar="文件", help="缓存：没有改过的报告直接用上次的结果")
@click.option("--convert", is_flag=True, help="用本机的 LibreOffice 转换 .doc .wps .odt .rtf 后检查")
@limit_option
@click.option("--jobs", type=click.IntRange(1, 64), metavar="份数", help="同时检查几份 [默认按处理器核数]")
@click.option("--color/--no-color", default=None, help="是否用颜色 [默认只在终端上用]")
@click.option("--today", hidden=True, default="", help="当作今天的日期，供测试用")
@help_option
def check(
    paths: tuple[str, ...], formats: tuple[str, ...], outputs: tuple[str, ...], pack: str | None, profile: str,
    select: tuple[str, ...], ignore: tuple[str, ...], fail_on: str | None, year: int | None, report_class: str | None,
    body: str, powers: tuple[str, ...], config_path: str, no_config: bool, baseline: str, update_baseline: bool,
    since: str, cache: str, convert: bool, jobs: int | None, color: bool | None, today: str,
    limits: tuple[tuple[str, int], ...],
) -> int:  # fmt: skip
    """检查报告草稿，逐处列出问题，给出能否报送的结论。

    文件可以是 .docx .txt .md，- 表示标准输入，目录会逐个检查其中的文件。原文件从不改动。
    """
    from reportlint.cli.run import configuration, day_of, run, settled
    from reportlint.cli.select import Wishes
    from reportlint.draft import Settings

    formats = formats or _usual_formats()
    pairs = list(_pairs(formats, outputs, click.get_current_context().meta.get("order", [])))
    if sys.stdout.isatty() and any(name == "xlsx" and output in ("", "-") for name, output in pairs):
        raise click.UsageError("xlsx 是 Excel 文件，不能显示在屏幕上；请用 --output 写明文件名")
    config = configuration(config_path, paths, not no_config)
    settings = Settings(year or 0, CLASSES.get(report_class or "", ""), body, powers)
    wishes = Wishes(
        pack, profile, select, ignore, settings, any(n in WITH_ANSWERS for n in formats), any(n in WITH_TEXTS for n in formats),
        limits,
    )  # fmt: skip
    baseline = baseline or (os.path.join(config.folder, config.baseline) if config.baseline else "")
    targets, others = ((*outputs, baseline), ()) if update_baseline else (outputs, (baseline,))
    report = run(paths, config, wishes, jobs or 0, convert, since, cache, targets, others)
    day = day_of(today)
    if update_baseline:
        return _updated(settled(report, config, "", day), baseline, day)
    report = settled(report, config, baseline, day)
    _write(report, pairs, color)
    if all(output not in ("", "-") for _, output in pairs):  # else the screen has the verdict already
        click.echo(f"已写入 {'、'.join(outputs)}。{report.verdict.text}")
    return exit_code(report, fail_on or config.fail_on or "error")


def _usual_formats() -> tuple[str, ...]:
    """``full``; on GitHub's runners its annotations, too, so that they appear by themselves."""
    return ("full", "github") if os.environ.get("GITHUB_ACTIONS") == "true" else ("full",)


def _updated(report: Report, baseline: str, day: date) -> int:
    from reportlint.baseline import render_baseline

    if not baseline:
        raise click.UsageError(
            "--update-baseline 要同时用 --baseline 写明基线文件（或在 reportlint.yaml 里写 baseline）"
        )
    save(baseline, render_baseline(report, baseline, day).encode("utf-8"))
    click.echo(f"基线已写入 {baseline}，收了 {sum(1 for f in report.findings if not f.waived)} 处问题。")
    return 2 if report.failures else 0


def exit_code(report: Report, fail_on: str) -> int:
    """0 nothing at or above the level; 1 findings; 2 something could not be done."""
    if report.failures:
        return 2
    levels = _LEVELS[: _LEVELS.index(fail_on) + 1] if fail_on != "never" else []
    return 1 if any(report.count(level) for level in levels) else 0


def _write(report: Report, pairs: Sequence[tuple[str, str]], color: bool | None) -> None:
    for name, output in pairs:
        to_screen = output in ("", "-")
        colored = color if color is not None else to_screen and sys.stdout.isatty() and "NO_COLOR" not in os.environ
        columns = _columns() if to_screen and sys.stdout.isatty() else 100
        content = reporter(name)(report, Style(bool(colored), max(40, columns), __version__))
        if not to_screen:
            save(output, content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
        elif isinstance(content, bytes):
            sys.stdout.buffer.write(content)
        else:
            click.echo(content, nl=False, color=bool(colored))


def _columns() -> int:
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns


def _pairs(formats: Sequence[str], outputs: Sequence[str], order: Sequence[str | None]) -> Iterator[tuple[str, str]]:
    """The formats with their files: as many as formats belong to them one by one, fewer each to the format before it."""
    if len(outputs) > len(formats):
        raise click.UsageError("--output 比 --format 多；每个 --output 对应一个 --format，请补写 --format")
    if len(outputs) == len(formats):
        yield from zip(formats, outputs, strict=True)
        return
    files, at = [""] * len(formats), -1
    given = iter(outputs)
    for option in order:
        at += option == "formats"
        if option == "outputs":
            if files[max(at, 0)]:
                raise click.UsageError(
                    "两个 --output 写在同一个 --format 后面；请把每个 --output 写在所属的 --format 后面"
                )
            files[max(at, 0)] = next(given)
    yield from zip(formats, files, strict=True)
