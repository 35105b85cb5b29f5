"""Which rules a run uses, and what is said of each file: the command line beats the configuration, that beats the text."""

from __future__ import annotations

from collections.abc import Iterator

import click

from reportlint.config import Config
from reportlint.draft import Settings
from reportlint.engine import Plan
from reportlint.errors import ConfigError, RulePackError
from reportlint.limits import limited
from reportlint.record import record, replace
from reportlint.rule import Rule, RulePack, Severity
from reportlint.rulepacks import load_pack


@record
class Wishes:
    """What the user asked for on the command line; empty means "not said"."""

    pack: str | None = None
    profile: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    settings: Settings = Settings()
    answers: bool = False
    texts: bool = False
    limits: tuple[tuple[str, int], ...] = ()


@record
class Planner:
    """Makes the plan of each file; files that are to be treated alike share one.

    With a pack named by the user (or the configuration) every file is taken for a report of that kind.
    """

    main: RulePack
    named: bool
    config: Config
    wishes: Wishes
    made: dict[tuple[Settings, tuple[tuple[str, str], ...]], Plan]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of the run as a whole, which its report lists."""
        return self.plan("").pack.rules

    def plan(self, path: str) -> Plan:
        """What to run on a file."""
        settings, severity = self.config.for_path(path)
        said = self.wishes.settings
        settings = Settings(
            said.year or settings.year, said.report_class or settings.report_class, said.body or settings.body,
            said.powers or settings.powers,
        )  # fmt: skip
        key = (settings, severity)
        if key not in self.made:
            pack = self._narrowed(severity)
            limits = limited((*self.config.limits, *self.wishes.limits))
            general = None if self.named else pack.general
            self.made[key] = Plan(pack, general, settings, self.wishes.answers, self.wishes.texts, limits)
        return self.made[key]

    def _narrowed(self, severity: tuple[tuple[str, str], ...]) -> RulePack:
        """The pack with the chosen rules only."""
        select, ignore = self.wishes.select, self.wishes.ignore
        rules = [
            rule
            for rule in self.main.rules
            if (not select or any(rule.named(name) for name in select)) and not any(rule.named(name) for name in ignore)
        ]
        for name, level in severity:
            rules = [_leveled(rule, name, level) for rule in rules if not (level == "off" and rule.named(name))]
        return replace(self.main, rules=tuple(rules))


def planner(config: Config, wishes: Wishes) -> Planner:
    """The planner of a run; a rule that does not exist raises click.UsageError, or ConfigError with its place."""
    name = wishes.pack or config.rules or None
    main = _loaded(name, config, wishes)
    for rule in (*wishes.select, *wishes.ignore):
        if unknown := _unknown(rule, main):
            raise click.UsageError(unknown)
    for rule, line in _rules_named(config):
        if unknown := _unknown(rule, main):
            raise ConfigError(config.path, line, 1, unknown)
    return Planner(main, bool(name), config, wishes, {})


def _leveled(rule: Rule, name: str, level: str) -> Rule:
    return replace(rule, severity=Severity(level)) if rule.named(name) else rule


def _loaded(name: str | None, config: Config, wishes: Wishes) -> RulePack:
    """The pack; where it is the configuration that names none there is, its line is told."""
    try:
        return load_pack(name, wishes.profile or config.profile)
    except RulePackError as error:
        said = {"rules": "" if wishes.pack else config.rules, "profile": "" if wishes.profile else config.profile}
        for key, word in said.items():
            if word and not error.line and f"“{word}”" in error.reason:
                raise ConfigError(config.path, dict(config.places).get(key, 1), 1, error.reason) from error
        raise


def _rules_named(config: Config) -> Iterator[tuple[str, int]]:
    """The rules that a configuration speaks of, with the lines."""
    for rule, _ in config.severity:
        yield rule, dict(config.places).get("severity", 1)
    for entry in config.paths:
        yield from ((rule, entry.line) for rule, _ in entry.severity)
    yield from ((waiver.rule, waiver.line) for waiver in config.waivers)


def _unknown(name: str, pack: RulePack) -> str:
    """What to say of a rule that the pack does not have; empty if it has it, be it switched off."""
    off = any(name in (word, word.partition("/")[2]) for word in pack.switched_off)
    if off or any(rule.named(name) for rule in pack.rules):
        return ""
    from difflib import get_close_matches

    names = [word for rule in pack.rules for word in (rule.id, rule.name)]
    near = get_close_matches(name, names, 3, 0.5)
    hint = f"，是不是 {'、'.join(dict.fromkeys(near))}？" if near else "；全部规则见 reportlint rules"
    return f"没有“{name}”这条规则{hint}"
