"""From merged plain data to rules and sections that can run."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from reportlint.dictionary import Dictionary, Entry
from reportlint.patterns import Pattern, PatternSyntaxError
from reportlint.record import fields
from reportlint.rule import AppliesTo, Basis, Examples, Rule, RulePack, Severity
from reportlint.rulepacks.builtin import dictionary_names
from reportlint.rulepacks.compiled import compiled
from reportlint.rulepacks.hints import explain_pattern_error, suggestion, unknown
from reportlint.rulepacks.merge import Origin, RawPack, RawRule, RawSection
from reportlint.rulepacks.options import Leaves, build_options
from reportlint.rulepacks.sources import dictionary_file
from reportlint.scope import NAMES
from reportlint.sections import SectionSpec

Path = tuple[str | int, ...]

_EVERYWHERE = AppliesTo()
# what these look at is in the file and not in its text, so an example, which is text, cannot show it
_NOT_IN_TEXT = frozenset({"empty-cells", "file-notices", "word-marks"})


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
        other_titles=tuple(builder.pattern(text, origin) for text, origin in raw.other_titles),
        own_titles=tuple(builder.pattern(text, origin) for text, origin in raw.own_titles),
        genres=tuple(builder.pattern(text, origin) for text, origin in raw.genres),
        other_genres=tuple(builder.pattern(text, origin) for text, origin in raw.other_genres),
        residue=tuple(builder.pattern(text, origin) for text, origin in raw.residue),
        residue_paragraphs=tuple(builder.pattern(text, origin) for text, origin in raw.residue_paragraphs),
        extends=next((name for name in raw.merged.values() if name != raw.id), ""),
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
        self.raw = raw
        self.strict = strict
        self.places = (*NAMES, *raw.sections)
        self.dictionaries: dict[str, Dictionary] = {}
        known = compiled()
        self.needed = known.needed if known else {}

    @cached_property
    def names(self) -> frozenset[str]:
        """All that a user may call a rule, or the rules of a pack."""
        named = {name for rule in self.raw.rules for name in (rule.id, rule.data["id"], *rule.data.get("aliases", ()))}
        packs = {rule.pack for rule in self.raw.rules}
        return frozenset(named | packs | {f"{pack}/*" for pack in packs})

    def pattern(self, text: str, origin: Origin) -> Pattern:
        """A pattern; those of users, and all of them under ``strict``, are compiled at once, to refuse bad ones."""
        pattern = Pattern(text, self.needed.get(text, ()))
        if self.strict or not origin.file.trusted:
            try:
                _ = pattern.program
            except (PatternSyntaxError, ValueError) as error:
                raise origin.error(explain_pattern_error(text, str(error))) from error
        return pattern

    def unchecked(self, text: str, path: Path) -> Pattern:
        """A pattern of the built-in rules."""
        return Pattern(text, self.needed.get(text, ()))

    def section(self, raw: RawSection) -> SectionSpec:
        leaves = Leaves(lambda value, path: self.pattern(value, raw.origins[path]), lambda value, path: value)
        spec: SectionSpec = build_options(SectionSpec, raw.data, (), leaves)
        return spec

    def rule(self, raw: RawRule) -> Rule | None:
        """The rule, or ``None`` if it is switched off."""
        data = raw.data
        check = self.check(raw)
        examples = Examples(*(tuple(data.get("examples", {}).get(key, ())) for key in ("good", "bad")))
        if self.strict and not (examples.good and examples.bad) and data["check"] not in _NOT_IN_TEXT:
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
            applies_to=_applies_to(raw),
            scope=scope,
            outside=outside,
            examples=examples,
            aliases=tuple(data.get("aliases", ())),
            options=tuple(_flat("", data.get("with", {}))),
            set_by=(("rule", str(raw.origin)), *((what, str(origin)) for what, origin in raw.changes.items())),
            certainty=data.get("certainty", ""),
            yields_to=self.yields_to(raw),
        )

    def check(self, raw: RawRule) -> Any:
        options = raw.data.get("with", {})

        def place(path: Path) -> Origin:
            origin = raw.said("with", str(path[0]))
            return origin._replace(path=(*origin.path, *path[1:]))

        checked = self.strict or not raw.trusted
        leaves = Leaves(
            (lambda value, path: self.pattern(value, place(path))) if checked else self.unchecked,
            lambda value, path: self.dictionary(value, place(path)),
        )
        for name in ("section", "sections"):  # what an option of this name holds is the id of a section
            for path, section in _texts(options.get(name), (name,)):
                if section not in self.raw.sections:
                    raise place(path).error(unknown(f"没有叫“{section}”的部分", section, self.raw.sections))
        try:
            check = build_options(self.checks[raw.data["check"]], options, (), leaves)
        except ValueError as error:  # a check that refuses a combination of its options says so in Chinese
            raise raw.said("with").error(str(error)) from error
        if checked:
            _refuse_uneven_lists(raw, check)
        return check

    def scope(self, raw: RawRule, key: str) -> tuple[str, ...]:
        if key not in raw.data:
            return ()
        names = tuple(_texts(raw.data[key], ()))
        for path, name in names:
            if name not in self.places:
                sentence = unknown(f"“{key}”里的“{name}”不是报告的部分", name, self.places)
                raise raw.said(key).error(sentence, path)
        return tuple(name for _, name in names)

    def yields_to(self, raw: RawRule) -> tuple[str, ...]:
        if "yields_to" not in raw.data:
            return ()
        names = tuple(_texts(raw.data["yields_to"], ()))
        for path, name in names:
            if name not in self.names:
                known = [rule.data["id"] for rule in self.raw.rules]
                close = suggestion(name, known) or "全部规则见 reportlint rules"
                raise raw.said("yields_to").error(f"“yields_to”里的“{name}”不是规则：{close}", path)
        return tuple(name for _, name in names)

    def dictionary(self, name: str, origin: Origin) -> Dictionary:
        file = dictionary_file(name, origin.file)
        if file is None:
            raise origin.error(unknown(f"没有叫“{name}”的词表", name, dictionary_names()))
        if file.shown not in self.dictionaries:
            self.dictionaries[file.shown] = _dictionary(name, file.data)
        return self.dictionaries[file.shown]


def _dictionary(name: str, data: dict[str, Any]) -> Dictionary:
    leaves = Leaves(lambda value, path: Pattern(value), lambda value, path: value)
    entries = tuple(build_options(Entry, entry, (), leaves) for entry in data["entries"])
    national = data.get("national", ())
    names = (
        name
        for item in national
        for name in ((item,) if isinstance(item, str) else (item["name"], *item.get("short", ())))
    )
    return Dictionary(name, entries, tuple(dict.fromkeys(names)), data.get("about", ""))


def _refuse_uneven_lists(raw: RawRule, check: Any) -> None:
    """Options of which each item belongs to one of another option; the place is that of the one said last."""
    pairs = ((field.name, field.metadata["alongside"]) for field in fields(check) if "alongside" in field.metadata)
    for name, other in pairs:
        ours, theirs = len(getattr(check, name)), len(getattr(check, other))
        if ours and ours != theirs:
            changed = [key for key in raw.changes if key in (f"with.{name}", f"with.{other}")]
            place = changed[-1].removeprefix("with.") if changed else name
            reason = f"“{name}”写了 {ours} 项，“{other}”写了 {theirs} 项：两者要一一对应，请写得一样多"
            raise raw.said("with", place).error(reason)


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """The text, or the texts of the list, with their paths; nothing where nothing is written."""
    if isinstance(value, str):
        yield path, value
    elif value is not None:
        yield from (((*path, index), item) for index, item in enumerate(value))


def _applies_to(raw: RawRule) -> AppliesTo:
    data = raw.data.get("applies_to")
    if data is None:
        return _EVERYWHERE
    years = data.get("years", {})
    first, last = years if isinstance(years, list) else (years.get("from"), years.get("to"))
    if first and last and first > last:
        raise raw.said("applies_to").error(f"年份的起止颠倒了：从 {first} 到 {last}，请对调", ("years",))
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
