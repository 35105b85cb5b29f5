"""Which rules a run uses: the pack, its profile, and what the user selects or ignores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

import click

from reportlint.draft import Settings
from reportlint.engine import Plan
from reportlint.rule import Rule, RulePack
from reportlint.rulepacks import load_pack

GENERAL = "official-report"


def plan_for(
    pack: str | None, profile: str, settings: Settings, select: Sequence[str], ignore: Sequence[str], answers: bool
) -> Plan:
    """The plan of a run. With a pack named by the user every file is taken for a report of that kind."""
    main = load_pack(pack, profile)
    known = main.rules
    for name in (*select, *ignore):
        _known(name, known, main.switched_off)
    general = None if pack else _narrowed(load_pack(GENERAL, ""), select, ignore, main.rules)
    return Plan(_narrowed(main, select, ignore, main.rules), general, settings, answers)


def chosen(plan: Plan) -> tuple[Rule, ...]:
    """The rules that a report lists."""
    return plan.pack.rules


def _narrowed(pack: RulePack, select: Sequence[str], ignore: Sequence[str], stated: tuple[Rule, ...]) -> RulePack:
    """The pack with the chosen rules only, each as the main pack states it (its profile and overrides)."""
    settled = {rule.id: rule for rule in stated}
    rules = tuple(
        settled[rule.id]
        for rule in pack.rules
        if rule.id in settled
        and (not select or any(rule.named(name) for name in select))
        and not any(rule.named(name) for name in ignore)
    )
    return replace(pack, rules=rules)


def _known(name: str, rules: tuple[Rule, ...], off: tuple[str, ...]) -> None:
    if any(rule.named(name) for rule in rules) or name in off:
        return
    names = [word for rule in rules for word in (rule.id, rule.name)]
    near = get_close_matches(name, names, 3, 0.5)
    hint = f"，是不是 {'、'.join(dict.fromkeys(near))}？" if near else "；全部规则见 reportlint rules"
    raise click.UsageError(f"没有“{name}”这条规则{hint}")
