"""Which rules a run uses, and what is said of each file: the command line beats the configuration, that beats the text."""

from __future__ import annotations

from collections.abc import Sequence

import click

from reportlint.config import Config
from reportlint.draft import Settings
from reportlint.engine import Plan
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
    """The planner of a run; raises click.UsageError for a rule that does not exist."""
    name = wishes.pack or config.rules or None
    main = load_pack(name, wishes.profile or config.profile)
    changed = [rule for rule, _ in (*config.severity, *(pair for entry in config.paths for pair in entry.severity))]
    for rule in (*wishes.select, *wishes.ignore, *changed, *(waiver.rule for waiver in config.waivers)):
        _known(rule, main.rules, main.switched_off)
    return Planner(main, bool(name), config, wishes, {})


def _leveled(rule: Rule, name: str, level: str) -> Rule:
    return replace(rule, severity=Severity(level)) if rule.named(name) else rule


def _known(name: str, rules: Sequence[Rule], off: Sequence[str]) -> None:
    if any(rule.named(name) for rule in rules) or any(name in (word, word.partition("/")[2]) for word in off):
        return
    from difflib import get_close_matches

    names = [word for rule in rules for word in (rule.id, rule.name)]
    near = get_close_matches(name, names, 3, 0.5)
    hint = f"，是不是 {'、'.join(dict.fromkeys(near))}？" if near else "；全部规则见 reportlint rules"
    raise click.UsageError(f"没有“{name}”这条规则{hint}")
