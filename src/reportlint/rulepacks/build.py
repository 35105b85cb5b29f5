"""From merged plain data to rules and sections that can run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlint.dictionary import Dictionary, Entry
from reportlint.patterns import Pattern, PatternSyntaxError
from reportlint.rule import AppliesTo, Basis, Examples, Rule, RulePack, Severity
from reportlint.rulepacks.merge import Origin, RawPack, RawRule, RawSection
from reportlint.rulepacks.options import Leaves, build_options
from reportlint.rulepacks.regex import explain_pattern_error
from reportlint.rulepacks.schemaparts import PLACES
from reportlint.rulepacks.sources import dictionary_file
from reportlint.sections import SectionSpec

Path = tuple[str | int, ...]


def build_pack(raw: RawPack, strict: bool) -> RulePack:
    """The finished pack; ``strict`` demands what a published rule must have."""
    builder = _Builder(raw, strict)
    sections = tuple(builder.section(section) for section in raw.sections.values())
    rules = tuple(builder.rule(rule) for rule in raw.rules)
    on = tuple(rule for rule in rules if rule is not None)
    off = [rule for rule in raw.rules if rule.data["severity"] == "off"]
    return RulePack(
        id=raw.id,
        title=raw.title,
        rules=on,
        sections=sections,
        recognise=tuple(builder.pattern(text, origin) for text, origin in raw.recognise),
        residue=tuple(builder.pattern(text, origin) for text, origin in raw.residue),
        version=raw.version,
        switched_off=tuple(rule.id for rule in off),
        switched_off_by=tuple((rule.id, str(rule.said("severity"))) for rule in off),
        profiles=tuple(raw.profiles),
    )


class _Builder:
    """What one building needs at hand: the strictness, the sections' names, the dictionaries already made."""

    def __init__(self, raw: RawPack, strict: bool) -> None:
        from reportlint.checks import CHECKS

        self.checks: dict[str, type[Any]] = dict(CHECKS)
        self.strict = strict
        self.places = (*PLACES, *raw.sections)
        self.dictionaries: dict[str, Dictionary] = {}

    def pattern(self, text: str, origin: Origin) -> Pattern:
        """A pattern; those of users, and all of them under ``strict``, are compiled at once, to refuse bad ones."""
        pattern = Pattern(text)
        if self.strict or not origin.file.trusted:
            try:
                _ = pattern.program
            except (PatternSyntaxError, ValueError) as error:
                raise origin.error(explain_pattern_error(text, str(error))) from error
        return pattern

    def section(self, raw: RawSection) -> SectionSpec:
        leaves = Leaves(lambda value, path: self.pattern(value, raw.origins[path]), lambda value, path: value)
        spec: SectionSpec = build_options(SectionSpec, raw.data, (), leaves)
        return spec

    def rule(self, raw: RawRule) -> Rule | None:
        """The rule, or ``None`` if it is switched off."""
        data = raw.data
        check = self.check(raw)
        examples = Examples(*(tuple(data.get("examples", {}).get(key, ())) for key in ("good", "bad")))
        if self.strict and not (examples.good and examples.bad):
            raise raw.origin.error(f"规则“{data['id']}”缺少例子：examples 里至少要有一个 good 和一个 bad")
        scope, outside = self.scope(raw, "in"), self.scope(raw, "not_in")
        if data["severity"] == "off":
            return None
        return Rule(
            id=raw.id,
            title=data["title"],
            severity=Severity(data["severity"]),
            basis=Basis(data["basis"]["text"], data["basis"]["certainty"]),
            kind=data["check"],
            check=check,
            why=data["why"],
            applies_to=_applies_to(data.get("applies_to", {})),
            scope=scope,
            outside=outside,
            examples=examples,
            aliases=tuple(data.get("aliases", ())),
            options=tuple(_flat("", data.get("with", {}))),
            set_by=(("rule", str(raw.origin)), *((what, str(origin)) for what, origin in raw.changes.items())),
            certainty=data.get("certainty", ""),
        )

    def check(self, raw: RawRule) -> Any:
        def place(path: Path) -> Origin:
            origin = raw.said("with", str(path[0]))
            return origin._replace(path=(*origin.path, *path[1:]))

        leaves = Leaves(
            lambda value, path: self.pattern(value, place(path)),
            lambda value, path: self.dictionary(value, place(path)),
        )
        try:
            return build_options(self.checks[raw.data["check"]], raw.data.get("with", {}), (), leaves)
        except ValueError as error:  # a check that refuses a combination of its options says so in Chinese
            raise raw.said("with").error(str(error)) from error

    def scope(self, raw: RawRule, key: str) -> tuple[str, ...]:
        value = raw.data.get(key, ())
        names = (value,) if isinstance(value, str) else tuple(value)
        for index, name in enumerate(names):
            if name not in self.places:
                from reportlint.rulepacks.validate import suggestion

                hint = suggestion(name, self.places) or f"可以写 {'、'.join(self.places)}"
                path = () if isinstance(value, str) else (index,)
                raise raw.said(key).error(f"“{key}”里的“{name}”不是报告的部分：{hint}", path)
        return names

    def dictionary(self, name: str, origin: Origin) -> Dictionary:
        if name not in self.dictionaries:
            file = dictionary_file(name)
            if file is None:
                from reportlint.rulepacks.builtin import dictionary_names
                from reportlint.rulepacks.validate import suggestion

                known = dictionary_names()
                hint = suggestion(name, known) or f"现有 {'、'.join(known) or '（无）'}"
                raise origin.error(f"没有叫“{name}”的词表：{hint}")
            self.dictionaries[name] = _dictionary(name, file.data)
        return self.dictionaries[name]


def _dictionary(name: str, data: dict[str, Any]) -> Dictionary:
    leaves = Leaves(lambda value, path: Pattern(value), lambda value, path: value)
    entries = tuple(build_options(Entry, entry, (), leaves) for entry in data["entries"])
    return Dictionary(name, entries, tuple(data.get("national", ())), data.get("about", ""))


def _applies_to(data: dict[str, Any]) -> AppliesTo:
    years = data.get("years", {})
    first, last = years if isinstance(years, list) else (years.get("from"), years.get("to"))
    return AppliesTo(tuple(data.get("class", ())), first or 0, last or 0, tuple(data.get("powers", ())))


def _flat(prefix: str, value: Any) -> Iterator[tuple[str, object]]:
    """The options as ``explain`` lists them: dotted names, items of lists of mappings numbered from 1."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _flat(f"{prefix}.{key}" if prefix else key, item)
    elif isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        for number, item in enumerate(value, 1):
            yield from _flat(f"{prefix}.{number}", item)
    else:
        yield prefix, tuple(value) if isinstance(value, list) else value
