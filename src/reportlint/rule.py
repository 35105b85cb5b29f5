"""Rules and packs, loaded: frozen, complete, and always able to run. Loading them is :mod:`reportlint.rulepacks`."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from reportlint.named import NamedTuple
from reportlint.patterns import Pattern
from reportlint.patternset import PatternSet
from reportlint.record import record, replace
from reportlint.sections import SectionMatcher, SectionSpec

if TYPE_CHECKING:
    from reportlint.checktypes import Check


class Severity(StrEnum):
    """How grave a finding is, by consequence: sent back, confirmed by a person, worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return ("error", "warning", "info").index(self.value)

    @property
    def chinese(self) -> str:
        """The word a person reads."""
        return {"error": "错误", "warning": "警告", "info": "提示"}[self.value]


CERTAINTY = {
    "A": "已核对官方原文",
    "B": "已核对转载文本",
    "C": "常识，未核对原文",
    "D": "本工具的设计，没有条文依据",
}
"""What the letters of a basis's certainty mean, as people read them."""


class Basis(NamedTuple):
    """What a demand rests on and how surely that is known.

    ``certainty``: A read in the official text, B read in a copy, C background knowledge, D our own design.
    """

    text: str
    certainty: str

    @property
    def shown(self) -> str:
        """As it is printed; what is not verified is never shown as a citation without saying so."""
        return f"{self.text}（未核对原文）" if self.certainty == "C" else self.text


class AppliesTo(NamedTuple):
    """Which reports a rule speaks of; an empty tuple or 0 means "no limit".

    ``years`` is the first and last report year (0: open). ``powers`` names powers the body must hold.
    """

    classes: tuple[str, ...] = ()
    first_year: int = 0
    last_year: int = 0
    powers: tuple[str, ...] = ()


@record
class Examples:
    """Texts on which the rule must stay silent, and texts on which it must speak."""

    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()


@record
class Rule:
    """One rule of a pack. ``id`` is ``pack/name``; ``scope`` names where it looks (see :mod:`reportlint.scope`).

    ``outside`` names where it does not look. ``options`` is what the rule file said under ``with``, flattened.
    ``yields_to`` names rules of the same pack: where one of them speaks of the same words, and
    no less gravely, this one is silent.
    ``set_by`` tells where the rule stands ("rule") and who changed what ("severity", "with.limit"): ``pack file:line``.
    """

    id: str
    title: str
    severity: Severity
    basis: Basis
    kind: str
    check: Check
    why: str
    applies_to: AppliesTo = AppliesTo()
    scope: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    examples: Examples = Examples()
    aliases: tuple[str, ...] = ()
    options: tuple[tuple[str, object], ...] = ()
    set_by: tuple[tuple[str, str], ...] = ()
    certainty: str = ""
    yields_to: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The id without its pack."""
        return self.id.partition("/")[2]

    @cached_property
    def needs(self) -> frozenset[Pattern]:
        """For a rule that only speaks where one of its patterns occurs: these; a literal test is almost free."""
        return frozenset(self.check.triggers()) if self.kind == "pattern" else frozenset()

    @cached_property
    def everywhere(self) -> bool:
        """Whether the rule speaks of every report."""
        return self.applies_to == AppliesTo()

    def named(self, name: str) -> bool:
        """Whether a user's word means this rule: full id, id without pack, pack/*, or a former name."""
        if name.endswith("/*") or ("/" not in name and name == self.id.partition("/")[0]):
            return self.id.startswith(name.removesuffix("*").removesuffix("/") + "/")
        return name in (self.id, self.name) or name in self.aliases


@record
class RulePack:
    """A loaded pack: its rules (those of the packs it extends first), its sections, and how it knows its reports.

    ``extends`` is the id of the innermost pack beneath it, empty for none.
    """

    id: str
    title: str
    rules: tuple[Rule, ...]
    sections: tuple[SectionSpec, ...] = ()
    recognise: tuple[Pattern, ...] = ()
    other_titles: tuple[Pattern, ...] = ()
    own_titles: tuple[Pattern, ...] = ()
    genres: tuple[Pattern, ...] = ()
    other_genres: tuple[Pattern, ...] = ()
    residue: tuple[Pattern, ...] = ()
    residue_paragraphs: tuple[Pattern, ...] = ()
    extends: str = ""
    version: str = ""
    switched_off: tuple[str, ...] = ()
    switched_off_by: tuple[tuple[str, str], ...] = ()
    profiles: tuple[str, ...] = ()

    @cached_property
    def matcher(self) -> SectionMatcher:
        """The sections, ready to be looked for."""
        return SectionMatcher(self.sections)

    @cached_property
    def residue_set(self) -> PatternSet:
        """All patterns of lines that belong to a web page and not to the report."""
        return PatternSet(self.residue)

    @cached_property
    def residue_paragraph_set(self) -> PatternSet:
        """The same of what stands in longer lines too."""
        return PatternSet(self.residue_paragraphs, loose=True)

    @cached_property
    def triggers(self) -> tuple[PatternSet, ...]:
        """Every pattern of every check: passes over a draft that tell which can match at all.

        Two sets, because the phrase dictionaries and the rules' patterns together make an automaton that takes longer
        to build than both apart.
        """
        own = [rule for rule in self.rules if rule.kind == "pattern"]
        others = [rule for rule in self.rules if rule.kind != "pattern"]
        return tuple(
            PatternSet((pattern for rule in rules for pattern in rule.check.triggers()), loose=True)
            for rules in (own, others)
        )

    @cached_property
    def general(self) -> RulePack:
        """What holds of documents that are no reports of this kind: the rules of the pack this one extends, as set here."""
        rules = tuple(rule for rule in self.rules if rule.id.startswith(self.extends + "/"))
        return replace(
            self,
            id=self.extends,
            rules=rules,
            sections=(),
            recognise=(),
            other_titles=(),
            own_titles=(),
            other_genres=(),
        )

    def section(self, name: str) -> SectionSpec | None:
        """The section with this id."""
        return next((spec for spec in self.sections if spec.id == name), None)
