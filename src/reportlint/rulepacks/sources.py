"""Which files a pack is made of, and what they say: from YAML, or from what it was compiled to for built-in rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportlint.errors import RulePackError
from reportlint.record import record
from reportlint.rulepacks.builtin import builtin_names, dictionary_names, rules_folder
from reportlint.rulepacks.compiled import compiled_files
from reportlint.rulepacks.hints import short, suggestion
from reportlint.rulepacks.rulefile import RuleFile

_SUFFIXES = (".yaml", ".yml")


@record
class PackSource:
    """A pack found: its own key (for circles), the pack file and the other files, by name."""

    key: str
    main: RuleFile
    others: tuple[RuleFile, ...]
    folder: Path


def find_pack(name: str, base: Path | None, failure: RulePackError) -> PackSource:
    """The pack of this name or path (relative to ``base``); ``failure`` says where its name stands."""

    def fail(reason: str) -> RulePackError:
        return RulePackError(failure.path, failure.line, failure.column, reason)

    if name in builtin_names():
        return _builtin_pack(name)
    path = Path(name) if base is None else base / name
    try:
        if path.is_dir():
            return _folder_pack(path, fail)
        if path.is_file():
            return PackSource(str(path.resolve()), read_rule_file(path, "pack-file"), (), path.parent)
        exists = path.exists()
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
    folder = rules_folder() / name
    known = compiled_files()
    if known is None:
        return _folder_pack(folder, lambda reason: RulePackError(str(folder), 0, 0, reason))
    files = {file: known[file] for file in known if file.startswith(name + "/")}
    main = files.pop(f"{name}/pack.yaml")
    return PackSource(str(folder), main, tuple(files[file] for file in sorted(files)), folder)


def _folder_pack(folder: Path, fail: Callable[[str], RulePackError]) -> PackSource:
    main = next((path for path in (folder / f"pack{suffix}" for suffix in _SUFFIXES) if path.is_file()), None)
    if main is None:
        raise fail(f"文件夹“{folder}”里没有 pack.yaml：请核对是不是规则包的文件夹")
    names = sorted(path for path in folder.iterdir() if _is_rule_file(path))
    others = tuple(read_rule_file(path, "rules-file") for path in names if path != main)
    return PackSource(str(folder.resolve()), read_rule_file(main, "pack-file"), others, folder)


def _is_rule_file(path: Path) -> bool:
    return path.suffix in _SUFFIXES and not path.name.startswith(".") and path.is_file()


def read_rule_file(path: Path, kind: str) -> RuleFile:
    """One YAML file, parsed and validated as this kind of file."""
    from reportlint.rulepacks.validate import validate
    from reportlint.rulepacks.yamlfile import MAX_BYTES, read_yaml

    shown = str(path)
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise RulePackError(shown, 0, 0, "读不了这个文件：请核对文件是否存在、有无读取权限") from error
    text = read_yaml(content, shown)
    if text.data is None:
        raise RulePackError(shown, 0, 0, "文件是空的：请写入规则，或删去这个文件")
    file = RuleFile(shown, path.name, text.data, text.values, text.keys)
    if not isinstance(text.data, dict):
        raise file.error((), "文件最外层应是映射（键: 值），如 rules: 下列出规则")
    validate(file, kind, text.data)
    return file


def dictionary_file(name: str, user: RuleFile) -> RuleFile | None:
    """The file of a built-in dictionary, or one beside the file that uses it (ours/plans.yaml); ``None`` for none."""
    if name.endswith(_SUFFIXES):
        path = Path(user.shown).parent / name
        return read_rule_file(path, "vocabulary-file") if path.is_file() else None
    known = compiled_files()
    if known is not None:
        return known.get(f"vocabulary/{name}.yaml")
    if name not in dictionary_names():
        return None
    return read_rule_file(rules_folder() / "vocabulary" / f"{name}.yaml", "vocabulary-file")
