"""Which files a pack is made of, and what they say: from YAML, or from what it was compiled to for built-in rules."""

from __future__ import annotations

import os
from collections.abc import Callable

from reportlint.errors import RulePackError
from reportlint.record import record
from reportlint.rulepacks.builtin import builtin_names, dictionary_names, rules_folder
from reportlint.rulepacks.compiled import compiled
from reportlint.rulepacks.hints import short, suggestion
from reportlint.rulepacks.rulefile import RuleFile

_SUFFIXES = (".yaml", ".yml")


@record
class PackSource:
    """A pack found: its own key (for circles), the pack file and the other files, by name."""

    key: str
    main: RuleFile
    others: tuple[RuleFile, ...]
    folder: str


def find_pack(name: str, base: str | None, failure: RulePackError) -> PackSource:
    """The pack of this name or path (relative to ``base``); ``failure`` says where its name stands."""

    def fail(reason: str) -> RulePackError:
        return RulePackError(failure.path, failure.line, failure.column, reason)

    if name in builtin_names():
        return _builtin_pack(name)
    path = name if base is None else os.path.join(base, name)
    try:
        if os.path.isdir(path):
            return _folder_pack(path, fail)
        if os.path.isfile(path):
            return PackSource(os.path.realpath(path), read_rule_file(path, "pack-file"), (), os.path.dirname(path))
        exists = os.path.exists(path)
    except (OSError, ValueError):
        exists = False
    if exists:
        raise fail(f"“{short(name)}”不是普通文件：请写规则包的文件夹或 YAML 文件")
    raise fail(_not_found(name))


def _not_found(name: str) -> str:
    known = "、".join(builtin_names()) or "（无）"
    hint = suggestion(name, builtin_names())
    if "/" in name or "\\" in name or name.endswith(_SUFFIXES):
        return f"找不到规则包“{short(name)}”：请核对路径"
    return f"没有叫“{short(name)}”的规则包：{hint}内置的有 {known}；自己的规则包请写路径"


def _builtin_pack(name: str) -> PackSource:
    folder = os.path.join(rules_folder(), name)
    known = compiled()
    if known is None:
        return _folder_pack(folder, lambda reason: RulePackError(folder, 0, 0, reason))
    files = {file: known.files[file] for file in known.files if file.startswith(name + "/")}
    main = files.pop(f"{name}/pack.yaml")
    return PackSource(folder, main, tuple(files[file] for file in sorted(files)), folder)


def _folder_pack(folder: str, fail: Callable[[str], RulePackError]) -> PackSource:
    candidates = (os.path.join(folder, f"pack{suffix}") for suffix in _SUFFIXES)
    main = next((path for path in candidates if os.path.isfile(path)), None)
    if main is None:
        raise fail(f"文件夹“{folder}”里没有 pack.yaml：请核对是不是规则包的文件夹")
    paths = (os.path.join(folder, name) for name in sorted(os.listdir(folder)) if not name.startswith("."))
    files = [path for path in paths if path.endswith(_SUFFIXES) and os.path.isfile(path)]
    others = tuple(read_rule_file(path, "rules-file") for path in files if path != main)
    return PackSource(os.path.realpath(folder), read_rule_file(main, "pack-file"), others, folder)


def read_rule_file(path: str, kind: str) -> RuleFile:
    """One YAML file, parsed and validated as this kind of file."""
    from reportlint.rulepacks.validate import validate
    from reportlint.rulepacks.yamlfile import MAX_BYTES, read_yaml

    try:
        with open(path, "rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise RulePackError(path, 0, 0, "读不了这个文件：请核对文件是否存在、有无读取权限") from error
    text = read_yaml(content, path)
    if text.data is None:
        raise RulePackError(path, 0, 0, "文件是空的：请写入规则，或删去这个文件")
    file = RuleFile(path, os.path.basename(path), text.data, text.values, text.keys)
    if not isinstance(text.data, dict):
        raise file.error((), "文件最外层应是映射（键: 值），如 rules: 下列出规则")
    validate(file, kind, text.data)
    return file


def dictionary_file(name: str, user: RuleFile) -> RuleFile | None:
    """The file of a built-in dictionary, or one beside the file that uses it (ours/plans.yaml); ``None`` for none."""
    if name.endswith(_SUFFIXES):
        path = os.path.join(os.path.dirname(user.shown), name)
        return read_rule_file(path, "vocabulary-file") if os.path.isfile(path) else None
    known = compiled()
    if known is not None:
        return known.files.get(f"vocabulary/{name}.yaml")
    if name not in dictionary_names():
        return None
    return read_rule_file(os.path.join(rules_folder(), "vocabulary", f"{name}.yaml"), "vocabulary-file")
