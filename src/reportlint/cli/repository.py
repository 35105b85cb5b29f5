"""``reportlint init``, ``config`` and ``diff``: for those who keep reports in a repository."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from reportlint.cli.chinese import ChineseCommand, help_option
from reportlint.cli.output import not_written
from reportlint.config import Config

_TEMPLATE = """# reportlint 的配置：放在报告仓库的最上层，检查其中任何文件时自动使用。
# 去掉行首的 # 即生效；reportlint config 文件 显示对某个文件实际生效的设置和出处。

# 规则包：自带的 law-based-government、official-report，或自己的规则包的路径
rules: law-based-government

# 松紧档：public（公开稿，默认）、formal（正式报送稿）、strict（从严）
# profile: public

# 报告主体、年度、职权，写了就优先于从标题里认出来的
# class: department        # government 政府，department 部门，township 乡镇街道
# year: 2025
# powers: [执法]           # 执法、立法、复议

# 到哪一级算不通过：error、warning、info、never
# fail_on: error

# 改某条规则的级别，off 为停用
# severity:
#   half-width-punctuation: info

# 按文件不同的设置，后写的优先
# paths:
#   - files: ['乡镇/*']
#     class: township

# 基线：已有的问题先收下，只有新问题才算不通过；用 --update-baseline 生成
# baseline: .reportlint-baseline.json

# 读文件的上限，超过的不读（防止坏文件占满内存），名称和默认值见 reportlint check --help
# limits:
#   part_mb: 64

# 豁免：每一处都要写明理由、谁同意的、到哪天为止；理由限 不适用、依法不公开、数据未形成、误报、其他（要写 note）
# waivers:
#   - rule: enforcement-figures
#     files: ['部门/档案局*.docx']
#     reason: 不适用
#     note: 没有执法事项
#     by: 区司法局法制科
#     until: 2026-03-31
"""


@click.command(cls=ChineseCommand, options_metavar="[选项]", add_help_option=False)
@click.argument("folder", default=".", metavar="[目录]")
@help_option
def init(folder: str) -> None:
    """在目录里写一份带说明的 reportlint.yaml；已有的不会覆盖。"""
    from reportlint.config import FILE_NAME

    path = os.path.join(folder, FILE_NAME)
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as stream:
            stream.write(_TEMPLATE)
    except FileExistsError as error:
        raise click.UsageError(f"已有 {path}，没有改动；要重写请先删去它") from error
    except OSError as error:
        raise not_written(path, error) from error
    click.echo(f"已写好 {path}，按里面的说明改动即可。")


@click.command(cls=ChineseCommand, options_metavar="[选项]", add_help_option=False)
@click.argument("path", metavar="文件")
@click.option("--config", "config_path", default="", metavar="文件", help="配置文件 [默认向上找 reportlint.yaml]")
@help_option
def config(path: str, config_path: str) -> None:
    """显示检查一个文件时实际生效的设置，以及每一项出自哪里。"""
    from reportlint.cli.run import configuration
    from reportlint.cli.select import Wishes, planner

    found = configuration(config_path, (path,))
    planner(found, Wishes())  # a rule that does not exist is told here, too
    for line in _effective(found, path):
        click.echo(line)


def _effective(found: Config, path: str) -> Iterator[str]:
    from reportlint.reportclass import CLASS_NAMES

    places = dict(found.places)
    settings, severity = found.for_path(path)

    def origin(key: str, is_set: object) -> str:
        for entry in reversed(found.paths):
            if found.matches(entry.files, path) and getattr(entry, {"class": "report_class"}.get(key, key), None):
                return f"{found.path}:{entry.line}（paths）"
        return f"{found.path}:{places[key]}" if is_set and key in places else "默认"

    yield f"配置文件：{found.path or '没有'}"
    yield f"rules：{found.rules or 'law-based-government'}（{origin('rules', found.rules)}）"
    yield f"profile：{found.profile or 'public'}（{origin('profile', found.profile)}）"
    yield f"class：{CLASS_NAMES.get(settings.report_class, '从标题认')}（{origin('class', settings.report_class)}）"
    yield f"year：{settings.year or '从标题认'}（{origin('year', settings.year)}）"
    yield f"body：{settings.body or '从标题认'}（{origin('body', settings.body)}）"
    yield f"powers：{'、'.join(settings.powers) or '从正文看'}（{origin('powers', settings.powers)}）"
    yield f"fail_on：{found.fail_on or 'error'}（{origin('fail_on', found.fail_on)}）"
    yield f"baseline：{found.baseline or '没有'}（{origin('baseline', found.baseline)}）"
    for rule, level in severity:
        yield f"severity {rule}：{level}（{origin('severity', True)}）"
    for name, number in found.limits:
        yield f"limits {name}：{number}（{origin('limits', True)}）"
    for waiver in found.waivers:
        if found.matches(waiver.files, path):
            yield f"waiver {waiver.rule}：{waiver.shown}（{waiver.source}:{waiver.line}）"


@click.command(cls=ChineseCommand, options_metavar="[选项]", add_help_option=False)
@click.argument("old", metavar="旧稿")
@click.argument("new", metavar="新稿")
@click.option("--rules", "pack", metavar="规则包", help="规则包的名称或路径")
@help_option
def diff(old: str, new: str, pack: str | None) -> int:
    """比较同一报告的两稿：哪些问题改好了、哪些还在、哪些是新出现的。"""
    from reportlint.cli.compare import compare
    from reportlint.textwidth import printable

    fixed, still, fresh = compare(old, new, pack)
    for title, findings, path in (("已改好", fixed, old), ("还在", still, new), ("新出现", fresh, new)):
        click.echo(f"{title} {len(findings)} 处")
        for f in findings:
            click.echo(printable(f"  {path}:{f.line}:{f.column}: {f.level.chinese} {f.message} [{f.rule}]"))
    return 1 if any(f.severity == "error" for f in (*still, *fresh)) else 0
