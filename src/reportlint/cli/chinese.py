"""click in Chinese: help headings, and errors that say what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def help_option(function: F) -> F:
    """``-h/--help`` with a Chinese help text."""
    return click.help_option("-h", "--help", help="显示这份帮助")(function)


def _write_usage(context: click.Context, formatter: click.HelpFormatter) -> None:
    pieces = context.command.collect_usage_pieces(context)
    formatter.write_usage(context.command_path, " ".join(pieces), prefix="用法：")


def _write_options(context: click.Context, formatter: click.HelpFormatter) -> None:
    rows = [row for param in context.command.get_params(context) if (row := param.get_help_record(context))]
    if rows:
        with formatter.section("选项"):
            formatter.write_dl(rows)


class ChineseCommand(click.Command):
    """A command whose help is Chinese; ``meta["order"]`` of its context names the options in the order they were given."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """As click does, which forgets the order of different options."""
        if "--output" in args or any(word.startswith("--output=") for word in args):
            _, _, order = self.make_parser(context).parse_args(list(args))
            context.meta["order"] = [param.name for param in order]
        return super().parse_args(context, args)

    def format_usage(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that shows how to call it."""
        _write_usage(context, formatter)

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Its options under a Chinese heading."""
        _write_options(context, formatter)


class ChineseGroup(click.Group):
    """A group whose help is Chinese and whose commands are imported when they are called."""

    def __init__(self, commands_table: dict[str, str] | None = None, **options: Any) -> None:
        super().__init__(subcommand_metavar="命令 [选项]…", options_metavar="[选项]", **options)
        self.commands_table = commands_table or {}

    def format_usage(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that shows how to call it."""
        _write_usage(context, formatter)

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Its options and its commands under Chinese headings."""
        _write_options(context, formatter)
        self.format_commands(context, formatter)

    def list_commands(self, context: click.Context) -> list[str]:
        """The names in the table and those added in the usual way."""
        return sorted({*self.commands_table, *super().list_commands(context)})

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of this name, imported now."""
        home = self.commands_table.get(name)
        if home is None:
            return super().get_command(context, name)
        module, _, attribute = home.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands under a Chinese heading."""
        rows = []
        for name in self.list_commands(context):
            command = self.get_command(context, name)
            if command is not None and not command.hidden:
                rows.append((name, command.get_short_help_str(60)))
        if rows:
            with formatter.section("命令"):
                formatter.write_dl(rows)


def explain_click_error(error: click.ClickException) -> str:
    """One Chinese sentence for click's own complaints about options and arguments."""
    context = getattr(error, "ctx", None)
    hint = f"（用法见 {context.command_path} --help）" if context else "（用法见 reportlint --help）"
    return f"错误：{_sentence(error)}{hint}"


def _sentence(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f"，是不是 {'、'.join(error.possibilities)}？" if error.possibilities else ""
        return f"没有 {error.option_name} 这个选项{near}"
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else error.param_hint
        return f"缺少{'参数' if isinstance(error.param, click.Argument) else '选项'} {name}"
    if isinstance(error, click.BadParameter) and error.param is not None:
        kind = error.param.type
        name = error.param.opts[0] if isinstance(error.param, click.Option) else error.param.human_readable_name
        if isinstance(kind, click.Choice):
            return f"{name} 的值不对，可选：{'、'.join(map(str, kind.choices))}"
        if isinstance(kind, (click.types.IntParamType, click.IntRange)):
            bounds = f"，应在 {kind.min} 到 {kind.max} 之间" if isinstance(kind, click.IntRange) else ""
            return f"{name} 应当是整数{bounds}"
        return f"{name} 的值不对：{error.message}"
    if isinstance(error, click.FileError):
        return f"打不开 {error.ui_filename}"
    return _usage(error.format_message())


def _no_command(name: str) -> str:
    from difflib import get_close_matches

    from reportlint.cli import COMMANDS

    near = get_close_matches(name, [*COMMANDS, "test", "validate"], 2, 0.6)
    return f"没有 {name} 这个命令{f'，是不是 {chr(12289).join(near)}？' if near else ''}"


def _usage(message: str) -> str:
    if message.startswith("No such command"):
        return _no_command(message.split(chr(39))[1] if chr(39) in message else "")
    if "requires an argument" in message:
        return f"选项 {message.split(chr(39))[1] if chr(39) in message else ''} 后面要写值"
    if message.startswith("Got unexpected extra argument"):
        return f"多了参数 {message[message.find('(') + 1 : message.rfind(')')]}"
    if "does not take a value" in message:
        return f"选项 {message.split(chr(39))[1] if chr(39) in message else ''} 后面不写值"
    return message
