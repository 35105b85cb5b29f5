"""The built-in rules as JSON: reading them as YAML, and validating them, would cost each run more than the checking.

``rules/compiled.json`` is generated (``python -m reportlint.rulepacks``) and counts only while its hash is that of the
YAML files beside it; an edited rule is therefore in force at once, just more slowly.
"""

from __future__ import annotations

import json
import os
from binascii import crc32
from functools import cache
from typing import Any

from reportlint.named import NamedTuple
from reportlint.patterns import Needed
from reportlint.rulepacks.builtin import builtin_names, rules_folder
from reportlint.rulepacks.rulefile import RuleFile

FILE_NAME = "compiled.json"
_FORMAT = "4"


def source_files(folder: str) -> tuple[str, ...]:
    """Every YAML file of the built-in rules as ``folder/name``, sorted."""
    folders = [name for name in os.listdir(folder) if os.path.isdir(os.path.join(folder, name))]
    files = [f"{name}/{file}" for name in folders for file in os.listdir(os.path.join(folder, name))]
    return tuple(sorted(file for file in files if file.endswith(".yaml")))


def source_hash(folder: str) -> str:
    """A checksum of names and contents; a checkout with Windows line ends has the same.

    It tells an edited file, not an attacker: who can write one of these files can write the other. hashlib would take
    OpenSSL along.
    """
    digest = crc32(_FORMAT.encode())
    length = 0
    for name in source_files(folder):
        content = _content(folder, name).replace(b"\r\n", b"\n")
        digest = crc32(content, crc32(f"\n{name} {len(content)}\n".encode(), digest))
        length += len(content)
    return f"{digest:08x}-{length}"


class Compiled(NamedTuple):
    """The built-in files by their path under ``rules``, and by their sources the words that patterns need."""

    files: dict[str, RuleFile]
    needed: dict[str, Needed]


@cache
def compiled() -> Compiled | None:
    """The compiled form; ``None`` where it is missing or stale."""
    folder = rules_folder()
    try:
        content = json.loads(_content(folder, FILE_NAME))
        if content["hash"] != source_hash(folder):
            return None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    files = {name: _thawed(folder, name, entry) for name, entry in content["files"].items()}
    return Compiled(files, content["needed"])


def _content(folder: str, name: str) -> bytes:
    with open(os.path.join(folder, name), "rb") as stream:
        return stream.read()


def _thawed(folder: str, name: str, entry: dict[str, Any]) -> RuleFile:
    places = {tuple(path): (line, column) for path, line, column in entry["places"]}
    return RuleFile(os.path.join(folder, name), name.rpartition("/")[2], entry["data"], places, places, trusted=True)


def render_compiled() -> str:
    """The compiled form of the present YAML files, which are validated on the way."""
    from reportlint.rulepacks.sources import read_rule_file

    folder = rules_folder()
    files = {}
    for name in source_files(folder):
        file = read_rule_file(os.path.join(folder, name), _kind(name))
        files[name] = {"data": file.data, "places": _places(file)}
    content = {"hash": source_hash(folder), "files": files, "needed": _needed()}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _needed() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words needed by the patterns that are asked of every text; nothing for those that need none."""
    from reportlint.rulepacks.load import load_pack
    from reportlint.rulepacks.needed import needed_words

    packs = [load_pack(name) for name in builtin_names()]
    titles = [p for pack in packs for p in (*pack.other_titles, *pack.own_titles, *pack.genres, *pack.other_genres)]
    lines = [p for pack in packs for p in (*pack.residue, *pack.residue_paragraphs, *pack.recognise)]
    patterns = {*titles, *lines}
    for pack in packs:
        for rule in pack.rules:
            patterns.update(rule.check.triggers())
        for section in pack.sections:
            patterns.update((*section.patterns, *section.excludes, *section.cues, *section.statement))
    sources = sorted(pattern.source for pattern in patterns)
    return {source: words for source in sources if (words := needed_words(source))}


def _kind(name: str) -> str:
    if name.startswith("vocabulary/"):
        return "vocabulary-file"
    return "pack-file" if name.endswith("/pack.yaml") else "rules-file"


def _places(file: RuleFile) -> list[list[Any]]:
    """The places that provenance names: each rule, and each thing that an override or a profile sets."""
    found = []
    for path in file.values:
        depth = {"rules": 2, "override": 4, "profiles": 5}.get(str(path[0]) if path else "", 0)
        if path and 1 < len(path) <= depth:
            found.append([list(path), *file.place(path, key=True)])
    return found


def write_compiled() -> tuple[str, ...]:
    """Write the compiled form and the JSON Schema; return the files written."""
    from reportlint.rulepacks import schema

    folder = rules_folder()
    texts = {schema.FILE_NAME: schema.render_schema(), FILE_NAME: render_compiled()}
    written = {os.path.join(folder, name): text for name, text in texts.items()}
    for path, text in written.items():
        with open(path, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    compiled.cache_clear()
    return tuple(written)
