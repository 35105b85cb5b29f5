"""The command line: options in, exit code out. Only this package imports click, prints, or exits.

Exit codes: 0 nothing at or above ``--fail-on``; 1 findings; 2 the work could not be done (an unreadable file, a bad
rule pack, a wrong option). Each command is imported when it is called, so that ``--version`` pays for click alone.
"""

from __future__ import annotations

import sys

import click

from reportlint import __version__
from reportlint.cli.chinese import ChineseGroup, explain_click_error, help_option

COMMANDS: dict[str, str] = {
    "annotate": "reportlint.cli.annotate:annotate",
    "check": "reportlint.cli.check:check",
    "config": "reportlint.cli.repository:config",
    "coverage": "reportlint.cli.coverage:coverage",
    "diff": "reportlint.cli.repository:diff",
    "explain": "reportlint.cli.rules:explain",
    "fix": "reportlint.cli.fix:fix",
    "init": "reportlint.cli.repository:init",
    "outline": "reportlint.cli.documents:outline",
    "rules": "reportlint.cli.rules:rules",
    "schema": "reportlint.cli.rules:schema",
    "text": "reportlint.cli.documents:text",
}

_HELP = """检查法治政府建设年度报告：缺项、漏填、旧年份、数字对不上，逐处指出行列和依据。

\b
最常用：
  reportlint check 报告.docx          检查一份
  reportlint check 报告目录/          检查整个目录
  reportlint explain 规则             某条规则为什么这样要求
"""


@click.group(cls=ChineseGroup, commands_table=COMMANDS, help=_HELP, invoke_without_command=True, add_help_option=False)
@help_option
@click.option("--version", is_flag=True, help="显示版本号")
@click.pass_context
def cli(context: click.Context, version: bool) -> None:
    """Print the version, the help, or go on to a command."""
    if version:
        click.echo(f"reportlint {__version__}")
    elif context.invoked_subcommand is None:
        click.echo(context.get_help())


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit; every expected failure is one Chinese sentence on stderr and exit code 2."""
    from reportlint.errors import ReportlintError

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console or a C locale must not turn a finding into a traceback
            stream.reconfigure(encoding="utf-8" if not stream.isatty() else None, errors="replace")
    try:
        result = cli.main(arguments, prog_name="reportlint", standalone_mode=False)
    except click.exceptions.Exit as stop:
        result = stop.exit_code
    except click.ClickException as error:
        click.echo(explain_click_error(error), err=True)
        result = 2
    except ReportlintError as error:
        click.echo(f"错误：{error}", err=True)
        result = 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断，检查没有完成。", err=True)
        result = 2
    except BrokenPipeError:
        sys.stderr.close()
        result = 2
    except OSError as error:  # the working folder was deleted, the disk is full
        click.echo(
            f"错误：系统不让读写（{error.strerror or error}），请核对当前目录还在不在、磁盘满没满、有没有权限", err=True
        )
        result = 2
    _keep_patterns()
    sys.exit(result if isinstance(result, int) else 0)


def _keep_patterns() -> None:
    """Spare the next run what this one compiled; one that compiled nothing does not load what keeps it."""
    module = sys.modules.get("reportlint.keptpatterns")
    if module is not None:
        module.kept_patterns().save()
