"""``reportlint fix``: what can be put right without asking, shown as a diff or written to a new file."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Collection
from typing import TYPE_CHECKING

import click

from reportlint.cli.annotate import WORD_SUFFIXES, save_word
from reportlint.cli.chinese import ChineseCommand, help_option
from reportlint.cli.limits import limit_option
from reportlint.cli.output import refuse_clashes, save
from reportlint.limits import DEFAULT_LIMITS, Limits, limited
from reportlint.named import NamedTuple
from reportlint.readers import READERS
from reportlint.source import STDIN, Source, expand, load

if TYPE_CHECKING:
    from reportlint.document import Document
    from reportlint.fix import Edit

_KINDS = click.Choice(["invisible", "punctuation", "brackets", "doubled", "spaces", "numbering"])


class _Fixed(NamedTuple):
    source: Source
    document: Document
    changes: tuple[Edit, ...]
    left: int
    limits: Limits = DEFAULT_LIMITS


@click.command(cls=ChineseCommand, options_metavar="[选项]", add_help_option=False)
@click.argument("paths", nargs=-1, required=True, metavar="文件或目录…")
@click.option("--apply", "write", is_flag=True, help="写到新文件 [默认只显示会怎样改]")
@click.option("-o", "--output", default="", metavar="新文件", help="新文件名（只限一份）[默认 原名.已修正.扩展名]")
@click.option("--no-track", is_flag=True, help="Word 文档里直接改，不留修订标记")
@click.option("--only", multiple=True, type=_KINDS, help="只改这几类，可写多次")
@click.option("--skip", multiple=True, type=_KINDS, help="不改这几类，可写多次")
@limit_option
@help_option
def fix(
    paths: tuple[str, ...], write: bool, output: str, no_track: bool, only: tuple[str, ...], skip: tuple[str, ...],
    limits: tuple[tuple[str, int], ...],
) -> int:  # fmt: skip
    """修正不用问人的小毛病，默认只显示会怎样改（统一差异格式），原文件从不改动。

    \b
    invisible    看不见的字符（零宽空格等）
    punctuation  中文里的半角标点
    brackets     中文里的半角括号
    doubled      重复的标点（，，）
    spaces       汉字与数字之间的空格
    numbering    序号后的标点（与多数同级序号一致）

    Word 文档里的改动默认写成修订，逐处可接受或拒绝。书名号里的名称、文号、网址、域和受保护的内容不动。
    """
    from reportlint.errors import ReadError

    files = list(expand(paths, tuple(READERS)))
    if output and (len(files) != 1 or os.path.isdir(paths[0])):
        raise click.UsageError("-o 只能与一份文件连用；多份请去掉 -o，各自写成“原名.已修正.扩展名”")
    kinds = [name for name in _KINDS.choices if (not only or name in only) and name not in skip]
    code = 0
    gc.enable()  # there may be many
    for path in files:
        try:
            fixed = _fixed(path, kinds, limited(limits))
            if write or output:
                _write(fixed, output, not no_track)
            else:
                _show(fixed)
        except ReadError as error:
            click.echo(f"错误：{error}", err=True)
            code = 2
    return code


def _fixed(path: str, kinds: Collection[str], limits: Limits) -> _Fixed:
    from reportlint.fix import edits
    from reportlint.readers import read_source

    source = load(path, limits.file_bytes)
    if path.lower().endswith(WORD_SUFFIXES):
        from reportlint.fix.word_file import read_fixable

        read_source(source, limits)  # says in its own words what is wrong with a file
        document, locked = read_fixable(source, limits)
    else:
        document, locked = read_source(source, limits), ()
    changes = edits(document, locked, kinds)
    left = len(edits(document, (), kinds)) - len(changes) if locked else 0
    return _Fixed(source, document, changes, left, limits)


def _show(fixed: _Fixed) -> None:
    from reportlint.fix import applied
    from reportlint.fix.diff import unified
    from reportlint.textwidth import printable

    path, old = printable(fixed.source.path), fixed.document.source
    on_screen = (
        sys.stdout.isatty()
    )  # there, control characters of a draft must not act; in a file they must be themselves
    for line in unified(path, old, applied(old, fixed.changes)):
        click.echo(printable(line) if on_screen else line)
    if not fixed.changes:
        click.echo(f"{path}：没有可以直接修正的地方。", err=True)
    _tell_left(fixed)


def _write(fixed: _Fixed, output: str, tracked: bool) -> None:
    path = fixed.source.path
    if not output and path == STDIN:
        raise click.UsageError("从标准输入读的，请用 -o 写明新文件名")
    if not output and not fixed.changes:
        click.echo(f"{path}：没有可以直接修正的地方，没有写新文件。")
        _tell_left(fixed)
        return
    stem, suffix = os.path.splitext(path)
    output = output or f"{stem}.已修正{suffix}"
    refuse_clashes((output,), (path,))
    data = _bytes(fixed, tracked)
    if path.lower().endswith(WORD_SUFFIXES):
        save_word(fixed.source, data, output)
    else:
        save(output, data)
    click.echo(f"已写入 {output}：改动 {len(fixed.changes)} 处。")
    _tell_left(fixed)


def _bytes(fixed: _Fixed, tracked: bool) -> bytes:
    if fixed.source.path.lower().endswith(WORD_SUFFIXES):
        from reportlint.fix.word_file import rewritten as word

        return word(fixed.source, fixed.changes, tracked, fixed.limits)
    from reportlint.fix.text_file import rewritten as text

    return text(fixed.source, fixed.document.encoding, fixed.changes)


def _tell_left(fixed: _Fixed) -> None:
    if fixed.left > 0:
        click.echo(
            f"{fixed.source.path}：另有约 {fixed.left} 处在域、自动编号、文本框或受保护的内容里，没有改，请人工处理。",
            err=True,
        )
