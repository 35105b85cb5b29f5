"""``reportlint rules``, ``explain`` and ``schema``: what is demanded, why, and in which format it is written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import get_close_matches

import click

from reportlint.cli.chinese import ChineseCommand, ChineseGroup, help_option
from reportlint.reportclass import CLASS_NAMES
from reportlint.rule import Rule
from reportlint.scope import NAMES


@click.group(cls=ChineseGroup, invoke_without_command=True, add_help_option=False)
@click.option("--rules", "pack", metavar="规则包", help="规则包的名称或路径")
@click.option("--profile", default="", metavar="名称", help="规则包里的松紧档")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
@help_option
@click.pass_context
def rules(context: click.Context, pack: str | None, profile: str, as_json: bool) -> None:
    """列出全部规则；rules test 运行例文，rules validate 检查规则文件。"""
    from reportlint.rulepacks import load_pack

    if context.invoked_subcommand is not None:
        return
    loaded = load_pack(pack, profile)
    if as_json:
        click.echo(json.dumps([_plain(rule) for rule in loaded.rules], ensure_ascii=False, indent=2))
        return
    for rule in loaded.rules:
        click.echo(f"{rule.severity.chinese}  {rule.id}  {rule.title}")
    for name in loaded.switched_off:
        click.echo(f"停用  {name}")


@rules.command("test", cls=ChineseCommand, options_metavar="[选项]", add_help_option=False)
@click.argument("pack", required=False, metavar="[规则包]")
@click.option("--on", "drafts", multiple=True, metavar="文件或目录", help="再在这些草稿上试，指出哪些规则从没报过")
@help_option
def test_rules(pack: str | None, drafts: tuple[str, ...]) -> int:
    """运行规则包里全部例文：正例不应报，反例应当报；并指出从没报过的规则。"""
    from reportlint.cli.rule_tests import rule_test_lines

    failed = False
    for line, bad in rule_test_lines(pack, drafts):
        failed = failed or bad
        click.echo(line)
    return 1 if failed else 0


@rules.command("validate", cls=ChineseCommand, options_metavar="[选项]", add_help_option=False)
@click.argument("packs", nargs=-1, metavar="[规则包…]")
@help_option
def validate(packs: tuple[str, ...]) -> None:
    """检查规则文件写得对不对：格式、选项、正则、例文，错在第几行第几列。"""
    from reportlint.rulepacks import builtin_names, load_pack

    for name in packs or builtin_names():
        loaded = load_pack(name, strict=True)
        click.echo(f"{name}：写法正确，共 {len(loaded.rules)} 条规则")


@click.command(cls=ChineseCommand, options_metavar="[选项]", add_help_option=False)
@click.argument("name", metavar="规则")
@click.option("--rules", "pack", metavar="规则包", help="规则包的名称或路径")
@click.option("--profile", default="", metavar="名称", help="规则包里的松紧档")
@help_option
def explain(name: str, pack: str | None, profile: str) -> None:
    """说明一条规则：要求什么、依据什么、正例反例、各项设置出自哪里。"""
    from reportlint.rulepacks import load_pack

    loaded = load_pack(pack, profile)
    found = [rule for rule in loaded.rules if rule.named(name)]
    if not found:
        near = get_close_matches(name, [word for rule in loaded.rules for word in (rule.id, rule.name)], 3, 0.5)
        off = (
            "这条规则在当前规则包里停用了"
            if any(name in (o, o.partition("/")[2]) for o in loaded.switched_off)
            else f"没有“{name}”这条规则"
        )
        raise click.UsageError(off + (f"，是不是 {'、'.join(near)}？" if near else "；全部规则见 reportlint rules"))
    click.echo("\n\n".join("\n".join(_explained(rule)) for rule in found))


@click.command(cls=ChineseCommand, options_metavar="[选项]", add_help_option=False)
@help_option
def schema() -> None:
    """打印规则文件的 JSON Schema（供编辑器补全和检查）。"""
    from reportlint.rulepacks.schema import render_schema

    click.echo(render_schema(), nl=False)


def _explained(rule: Rule) -> Iterator[str]:
    yield f"{rule.id}  {rule.title}"
    yield f"级别：{rule.severity.chinese}{'（疑似，需人工核对）' if rule.certainty == 'suspected' else ''}"
    from reportlint.rule import CERTAINTY

    yield f"依据：{rule.basis.text}（{CERTAINTY[rule.basis.certainty]}）"
    yield f"理由：{rule.why}"
    yield f"适用：{_applies(rule)}"
    scope = [NAMES.get(name, name) for name in rule.scope] or ["全文"]
    outside = [NAMES.get(name, name) for name in rule.outside]
    yield f"范围：{'、'.join(scope)}{'，不含' + '、'.join(outside) if outside else ''}"
    if rule.yields_to:
        yield f"让位：{'、'.join(rule.yields_to)} 也报了同一处、级别不比这条低时不报"
    yield f"检查：{rule.kind}"
    for key, value in rule.options:
        yield f"  {key}：{'' if isinstance(value, tuple) else value}"
        yield from (f"    - {item}" for item in (value if isinstance(value, tuple) else ()))
    for what, place in rule.set_by:
        yield f"出处：{'规则' if what == 'rule' else what} ← {place}"
    for title, texts in (("正例（不报）", rule.examples.good), ("反例（要报）", rule.examples.bad)):
        for text in texts:
            yield f"{title}："
            yield from (f"  | {line}" for line in text.split("\n"))


def _applies(rule: Rule) -> str:
    wanted = rule.applies_to
    parts = ["、".join(CLASS_NAMES[name] for name in wanted.classes) or "各类报告"]
    if wanted.first_year:
        parts.append(f"{wanted.first_year}年度起")
    if wanted.last_year:
        parts.append(f"到{wanted.last_year}年度为止")
    if wanted.powers:
        parts.append(f"具有{'、'.join(wanted.powers)}职权的")
    return "，".join(parts)


def _plain(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "title": rule.title,
        "severity": rule.severity.value,
        "basis": rule.basis.text,
        "certainty": rule.basis.certainty,
        "check": rule.kind,
        "why": rule.why,
    }
