"""``reportlint text`` and ``reportlint outline``: what was read, and what was made of it."""

from __future__ import annotations

import click

from reportlint.cli.chinese import ChineseCommand, help_option
from reportlint.cli.limits import limit_option


@click.command(cls=ChineseCommand, options_metavar="[选项]", add_help_option=False)
@click.argument("path", metavar="文件")
@click.option("--convert", is_flag=True, help="用本机的 LibreOffice 转换 .doc .wps .odt .rtf")
@limit_option
@help_option
def text(path: str, convert: bool, limits: tuple[tuple[str, int], ...]) -> None:
    """打印读到的全文，行号列号以此为准（可用作 git textconv）。"""
    from reportlint.limits import limited
    from reportlint.readers import read

    document = read(path, convert, limited(limits))
    click.echo(document.source, nl=not document.source.endswith("\n"))
    for notice in document.notices:
        if notice.kind == "damaged":
            click.echo(f"{path}：{notice.message}", err=True)


@click.command(cls=ChineseCommand, options_metavar="[选项]", add_help_option=False)
@click.argument("path", metavar="文件")
@click.option("--rules", "pack", metavar="规则包", help="规则包的名称或路径")
@click.option("--convert", is_flag=True, help="用本机的 LibreOffice 转换 .doc .wps .odt .rtf")
@limit_option
@help_option
def outline(path: str, pack: str | None, convert: bool, limits: tuple[tuple[str, int], ...]) -> None:
    """显示认出的结构：标题、年度、单位、各级标题，以及把哪个标题认作哪个部分、为什么。"""
    from reportlint.cli.outline_text import outline_lines
    from reportlint.draft import Draft
    from reportlint.limits import limited
    from reportlint.readers import read
    from reportlint.reports import split_reports
    from reportlint.rulepacks import load_pack

    loaded = load_pack(pack)
    for one in split_reports(read(path, convert, limited(limits))):
        for line in outline_lines(Draft(one, loaded)):
            click.echo(line)
