"""One JSON Schema for every kind of rule-pack file, made from the checks' fields.

Kinds are told apart by ``if check == kind then with: $ref`` and never by ``oneOf``: the validator then speaks of
the one thing that is wrong. Every object is closed. Editors use the file; the loader uses the same dict.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Literal, get_args, get_origin

from reportlint.dictionary import Dictionary, Entry
from reportlint.patterns import Pattern
from reportlint.record import is_record
from reportlint.rulepacks.options import OptionField, element, option_fields, optional
from reportlint.rulepacks.schemaparts import ID, SECTION_DOCS, Schema, list_of, pack_definitions, pattern_text, string
from reportlint.sections import SectionSpec

URI = "https://json-schema.org/draft/2020-12/schema"
FILE_NAME = "rule-file.schema.json"


def render_schema() -> str:
    """The schema as it is published, always the same for the same checks."""
    return json.dumps(rule_file_schema(), ensure_ascii=False, indent=2) + "\n"


@cache
def rule_file_schema() -> Schema:
    """The schema of pack.yaml, sections.yaml, rule files and vocabulary files; treat it as frozen."""
    from reportlint.checks import CHECKS

    parts = _Parts()
    for kind in sorted(CHECKS):
        parts.add(f"options-{kind}", CHECKS[kind])
    parts.add("entry", Entry)
    parts.add("section", SectionSpec)
    parts.found["section"]["properties"]["id"]["pattern"] = ID
    parts.found["section"]["properties"]["cues_needed"]["minimum"] = 1
    parts.found["section"]["required"] = ["id"]
    definitions = {**pack_definitions(), "rule": _rule(), **parts.found}
    return {
        "$schema": URI,
        "title": "reportlint 规则文件",
        "description": "规则包（pack.yaml）、章节（sections.yaml）、规则文件和词表文件",
        "type": "object",
        "if": {"required": ["id"]},
        "then": {"$ref": "#/$defs/pack-file"},
        "else": {
            "if": {"required": ["entries"]},
            "then": {"$ref": "#/$defs/vocabulary-file"},
            "else": {"$ref": "#/$defs/rules-file"},
        },
        "$defs": dict(sorted(definitions.items())),
    }


def definition(name: str) -> Schema:
    """The schema narrowed to one of its definitions, for validating a part or one kind of file."""
    whole = rule_file_schema()
    return {"$schema": URI, "$ref": f"#/$defs/{name}", "$defs": whole["$defs"]}


def _rule() -> Schema:
    """The rule object: what all rules share, and for each kind of check its own ``with``."""
    from reportlint.checks import CHECKS

    checks: dict[str, Any] = dict(CHECKS)
    shared = pack_definitions()["rule"]
    shared["properties"]["check"] = {"description": "检查的种类", "enum": sorted(checks)}
    shared["allOf"] = []
    for kind in sorted(checks):
        required = [item.name for item in option_fields(checks[kind]) if item.required]
        options: Schema = {"$ref": f"#/$defs/options-{kind}"}
        then: Schema = {"properties": {"with": options}}
        if required:
            options["required"] = required
            then["required"] = ["with"]
        shared["allOf"].append({"if": {"properties": {"check": {"const": kind}}, "required": ["check"]}, "then": then})
    return shared


class _Parts:
    """The definitions of the checks' options, and of the records inside them."""

    def __init__(self) -> None:
        self.found: dict[str, Schema] = {}

    def add(self, name: str, cls: Any) -> None:
        """An object with the fields of the record; what a rule must give is said where the rule is."""
        part: Schema = {"type": "object", "additionalProperties": False, "properties": {}}
        self.found[name] = part
        part["properties"] = {item.name: self.field(cls, item) for item in option_fields(cls)}
        required = [item.name for item in option_fields(cls) if item.required]
        if required and not name.startswith("options-"):
            part["required"] = required

    def field(self, cls: Any, item: OptionField) -> Schema:
        schema = self.of_type(item.type)
        choices = item.metadata.get("choices")
        if choices:
            schema["enum"] = list(choices)
        if "minimum" in item.metadata:
            schema["minimum"] = item.metadata["minimum"]
        if item.metadata.get("format") == "date":
            schema["pattern"] = r"^(\d{4}(-\d{2}(-\d{2})?)?)?$"
        doc = item.metadata.get("doc") or SECTION_DOCS.get(f"{cls.__name__}.{item.name}")
        if doc:
            schema["description"] = doc
        if not item.required and isinstance(item.default, str | int | float) and item.default != "":
            schema["default"] = item.default
        return schema

    def of_type(self, hint: Any) -> Schema:
        """The schema of one value."""
        simple = {str: "string", bool: "boolean", int: "integer", float: "number"}.get(hint)
        if simple:
            return {"type": simple}
        if hint is Pattern:
            return pattern_text()
        if hint is Dictionary:
            return {**string("词表的文件名（不带 .yaml）"), "minLength": 1}
        if get_origin(hint) is Literal:
            return {"enum": list(get_args(hint))}
        inner = element(hint)
        return list_of(self.of_type(inner)) if inner is not None else self.compound(hint)

    def compound(self, hint: Any) -> Schema:
        if is_record(hint) and isinstance(hint, type):
            name = f"part-{hint.__name__}"
            if name not in self.found:
                self.add(name, hint)
            return {"$ref": f"#/$defs/{name}"}
        other = optional(hint)
        if other is None:
            raise TypeError(f"no way to write an option of type {hint} in a rule file")
        schema = self.of_type(other)
        if "enum" in schema:
            return {"enum": [*schema["enum"], None]}
        if "type" in schema:
            return {**schema, "type": [schema["type"], "null"]}
        return {"if": {"not": {"type": "null"}}, "then": schema}
