"""``--limit 名称=数``: how much of a file is read before it is refused."""

from __future__ import annotations

import click

from reportlint.limits import SETTINGS, default_of


def _help() -> str:
    named = "； ".join(f"{name} {setting.help} [默认 {default_of(name)}]" for name, setting in SETTINGS.items())
    return f"读文件的上限，超过的不读，如 --limit part_mb=64，可写多次。 {named}"


def _parsed(context: click.Context, option: click.Parameter, given: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    return tuple(_one(text) for text in given)


def _one(text: str) -> tuple[str, int]:
    name, _, number = text.partition("=")
    name = name.strip().replace("-", "_")
    if name not in SETTINGS:
        raise click.UsageError(f"没有“{name}”这个上限；能设的是 {'、'.join(SETTINGS)}")
    most = SETTINGS[name].most
    if not (number.isascii() and number.isdigit() and len(number) <= len(str(most)) and 0 < int(number) <= most):
        raise click.UsageError(
            f"--limit {name} 要写成 {name}=数，数是 1 到 {most} 的整数，如 {name}={default_of(name)}"
        )
    return name, int(number)


limit_option = click.option("--limit", "limits", multiple=True, metavar="名称=数", callback=_parsed, help=_help())
"""The option; its value is a tuple of names and numbers."""
