"""A pack and the packs it extends, merged as plain data: what each file says in place of, or on top of, another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reportlint.errors import RulePackError
from reportlint.named import NamedTuple
from reportlint.rulepacks.hints import short, suggestion
from reportlint.rulepacks.rulefile import RuleFile
from reportlint.rulepacks.sources import PackSource, find_pack

Where = tuple[str | int, ...]


class Origin(NamedTuple):
    """Where something was said."""

    pack: str
    file: RuleFile
    path: Where
    profile: str = ""

    def __str__(self) -> str:
        chosen = f"（方案 {self.profile}）" if self.profile else ""
        return f"{self.pack} {self.file.origin(self.path)}{chosen}"

    def error(self, reason: str, path: Where = (), key: bool = False) -> RulePackError:
        """An error at this place, or at something below it."""
        return self.file.error((*self.path, *path), reason, key)


class RawRule:
    """A rule as plain data, and where it and each part of it that was overridden come from."""

    def __init__(self, pack: str, data: dict[str, Any], origin: Origin) -> None:
        self.pack = pack
        self.data = data
        self.origin = origin
        self.changes: dict[str, Origin] = {}

    @property
    def id(self) -> str:
        """The full id."""
        return f"{self.pack}/{self.data['id']}"

    @property
    def trusted(self) -> bool:
        """Whether all of it comes from the compiled built-in rules."""
        return self.origin.file.trusted and all(origin.file.trusted for origin in self.changes.values())

    def named(self, name: str) -> bool:
        """As :meth:`reportlint.rule.Rule.named`."""
        if name.endswith("/*"):
            return self.pack == name[:-2]
        return name in (self.id, self.data["id"], self.pack) or name in self.data.get("aliases", ())

    def said(self, *path: str) -> Origin:
        """Where the thing at this path of the rule was said last."""
        changed = self.changes.get(".".join(path[:2]) if path[0] == "with" else path[0])
        return changed or self.origin._replace(path=(*self.origin.path, *path))


class RawSection(NamedTuple):
    """A section as plain data; every list item and scalar remembers where it stands."""

    data: dict[str, Any]
    origins: dict[Where, Origin]


class RawPack:
    """Everything merged so far; the outermost pack's words come last."""

    def __init__(self, strict: bool = False) -> None:
        self.id = self.title = self.version = ""
        self.strict = strict
        self.rules: list[RawRule] = []
        self.sections: dict[str, RawSection] = {}
        self.recognise: list[tuple[str, Origin]] = []
        self.other_titles: list[tuple[str, Origin]] = []
        self.own_titles: list[tuple[str, Origin]] = []
        self.genres: list[tuple[str, Origin]] = []
        self.other_genres: list[tuple[str, Origin]] = []
        self.residue: list[tuple[str, Origin]] = []
        self.residue_paragraphs: list[tuple[str, Origin]] = []
        self.profiles: dict[str, None] = {}
        self.merged: dict[str, str] = {}


def merge_pack(name: str, profile: str = "", strict: bool = False) -> RawPack:
    """The pack of this name or path with all it extends, changes applied.

    Each pack's ``override`` comes upon what it inherits, then its part of the chosen profile: what is nearer to the
    user wins, and within one file the profile.
    """
    raw = RawPack(strict=strict)
    source = find_pack(name, None, RulePackError(name, 0, 0, ""))
    _merge(raw, source, profile, ())
    if profile and profile not in raw.profiles:
        known = f"可选的有 {'、'.join(raw.profiles)}" if raw.profiles else "这个规则包没有松紧档"
        raise RulePackError(source.main.shown, 0, 0, f"没有叫“{profile}”的松紧档：{known}")
    return raw


def _merge(raw: RawPack, source: PackSource, profile: str, circle: tuple[str, ...]) -> None:
    data = source.main.data
    extends = data.get("extends", [])
    many = isinstance(extends, list)
    for index, name in enumerate(extends if many else [extends]):
        here = source.main.error(("extends", index) if many else ("extends",), "")
        base = find_pack(name, source.folder, here)
        if base.key in (*circle, source.key):
            raise RulePackError(here.path, here.line, here.column, f"extends 绕了一圈又回到“{name}”：请去掉其中一处")
        if base.key not in raw.merged:
            _merge(raw, base, profile, (*circle, source.key))
    if data["id"] in raw.merged.values():
        raise source.main.error(("id",), f"“{data['id']}”是被继承的规则包的名字：请换一个")
    raw.merged[source.key] = data["id"]
    raw.id, raw.title, raw.version = data["id"], data["title"], data.get("version", "")
    own = list(_patterns(source, "recognise"))
    raw.recognise = own or raw.recognise
    raw.other_titles = list(_patterns(source, "other_titles")) or raw.other_titles
    raw.own_titles = list(_patterns(source, "own_titles")) or raw.own_titles
    raw.genres = list(_patterns(source, "genres")) or raw.genres
    raw.other_genres = list(_patterns(source, "other_genres")) or raw.other_genres
    raw.residue += _patterns(source, "residue")
    raw.residue_paragraphs += _patterns(source, "residue_paragraphs")
    for file in (source.main, *source.others):
        _add_sections(raw, file)
        _add_rules(raw, file)
    _override(raw, source, ("override",), "")
    raw.profiles.update(dict.fromkeys(data.get("profiles", {})))
    if profile:
        _override(raw, source, ("profiles", profile), profile)


def _patterns(source: PackSource, key: str) -> Iterator[tuple[str, Origin]]:
    for index, pattern in enumerate(source.main.data.get(key, ())):
        yield pattern, Origin(source.main.data["id"], source.main, (key, index))


def _add_rules(raw: RawPack, file: RuleFile) -> None:
    taken = {name: rule for rule in raw.rules if rule.pack == raw.id for name in _names(rule.data)}
    for index, data in enumerate(file.data.get("rules", ())):
        rule = RawRule(raw.id, data, Origin(raw.id, file, ("rules", index)))
        for name in _names(data):
            if name in taken:
                where = taken[name].origin.file.origin(taken[name].origin.path)
                raise rule.origin.error(f"规则名“{name}”已经用过（{where}）：请换一个名字", ("id",))
            taken[name] = rule
        raw.rules.append(rule)


def _names(data: dict[str, Any]) -> Iterable[str]:
    return data["id"], *data.get("aliases", ())


def _add_sections(raw: RawPack, file: RuleFile) -> None:
    for index, data in enumerate(file.data.get("sections", ())):
        origin = Origin(raw.id, file, ("sections", index))
        known = raw.sections.get(data["id"])
        if known is None:
            if not data.get("title"):
                raise origin.error(f"新的部分“{data['id']}”缺少“title”：请补上中文名")
            known = raw.sections[data["id"]] = RawSection({}, {})
        for key, value in data.items():
            _add_to_section(known, key, value, origin)


def _add_to_section(section: RawSection, key: str, value: Any, origin: Origin) -> None:
    if not isinstance(value, list):
        section.data[key] = value
        return
    before = section.data.get(key, [])
    for index in range(len(value)):
        section.origins[key, len(before) + index] = origin._replace(path=(*origin.path, key, index))
    section.data[key] = [*before, *value]


def _override(raw: RawPack, source: PackSource, path: Where, profile: str) -> None:
    data: Any = source.main.data
    for part in path:
        data = data.get(part, {})
    for name, changes in data.items():
        origin = Origin(raw.id, source.main, (*path, name), profile)
        found = [rule for rule in raw.rules if rule.named(name)]
        if not found:
            raise origin.error(_no_rule(name, raw.rules), key=True)
        for rule in found:
            change = {"severity": changes} if isinstance(changes, str) else changes
            _change(rule, change, origin, raw.strict)


def _no_rule(name: str, rules: Iterable[RawRule]) -> str:
    known = [word for rule in rules for word in (rule.data["id"], rule.id)]
    return f"没有叫“{short(name)}”的规则：{suggestion(name, known) or '请用 reportlint rules 查看有哪些规则'}"


def _change(rule: RawRule, change: dict[str, Any], origin: Origin, strict: bool) -> None:
    data = dict(rule.data)
    for key, value in change.items():
        here = origin._replace(path=(*origin.path, key))
        if key != "with":
            data[key] = value
            rule.changes[key] = here
            continue
        if strict or not origin.file.trusted:
            _check_options(rule, value, here)
        data["with"] = {**data.get("with", {}), **value}
        for option in value:
            rule.changes[f"with.{option}"] = here._replace(path=(*here.path, option))
    rule.data = data


def _check_options(rule: RawRule, options: dict[str, Any], origin: Origin) -> None:
    from reportlint.rulepacks.validate import validate

    validate(origin.file, f"options-{rule.data['check']}", options, origin.path)
