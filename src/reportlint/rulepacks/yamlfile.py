"""YAML to plain data, with the line and column of every key and value.

Built from the parser's events and not from its composed nodes: composing recurses in C, and a hostile file could bring
the process down; here depth and the growth through aliases are bounded. Scalars are read as YAML 1.2 has them, so that
``off`` is the word "off": only ``true`` and ``false`` are booleans, and dates stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reportlint.errors import RulePackError
from reportlint.named import NamedTuple
from reportlint.rulepacks.yamlerrors import explain_yaml_error

MAX_BYTES = 2_000_000
MAX_DEPTH = 30
MAX_VALUES = 100_000

_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]{1,18}|[0-9]{1,18}\.[0-9]{0,18})")
_WORDS: dict[str, Any] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_PLAIN_TAGS = {None, "!"} | {f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq")}

Path = tuple[str | int, ...]


class Place(NamedTuple):
    """Line and column, both from 1; 0, 0 for the file as a whole."""

    line: int
    column: int


class YamlText(NamedTuple):
    """What a YAML file says, and where: ``values`` and ``keys`` lead from a path (rules, 3, title) to a place."""

    data: Any
    values: dict[Path, Place]
    keys: dict[Path, Place]


class _Scalar(NamedTuple):
    place: Place
    text: str
    plain: bool


class _Sequence(NamedTuple):
    place: Place
    items: list[Any]


class _Mapping(NamedTuple):
    place: Place
    items: list[tuple[Any, Any]]


def read_yaml(data: bytes, path: str) -> YamlText:
    """The contents of one YAML file; ``path`` is only named in errors. An empty file gives ``None``."""
    if len(data) > MAX_BYTES:
        raise RulePackError(path, 0, 0, f"文件超过 {MAX_BYTES // 1_000_000} MB，不像规则文件：请核对是不是选错了文件")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RulePackError(path, line, 1, "不是 UTF-8 编码：请另存为 UTF-8 再试") from error
    return _Reader(path).read(text)


def _events(text: str) -> Iterator[Any]:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return iter(yaml.parse(text, Loader=loader))


def _place(event: Any) -> Place:
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)


class _Reader:
    """One reading of one file: events to nodes, then nodes to data."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.anchors: dict[str, Any] = {}
        self.open_anchors: set[str] = set()
        self.result = YamlText(None, {}, {})
        self.count = 0

    def fail(self, place: Place, reason: str) -> RulePackError:
        return RulePackError(self.path, place.line, place.column, reason)

    def read(self, text: str) -> YamlText:
        import yaml

        root: Any = None
        documents = 0
        try:
            events = _events(text)
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        raise self.fail(_place(event), "一个文件里只能有一份内容：请删去第二个“---”及其后的内容")
                    root = self.node(next(events), events, 1)
        except yaml.YAMLError as error:
            line, column, reason = explain_yaml_error(error, text)
            raise RulePackError(self.path, line, column, reason) from error
        data = None if root is None else self.value(root, (), 1)
        return YamlText(data, self.result.values, self.result.keys)

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Any:
        """The node that starts with this event."""
        kind = type(event).__name__
        place = _place(event)
        if depth > MAX_DEPTH:
            raise self.fail(place, f"层次太深（超过 {MAX_DEPTH} 层）：请检查缩进或括号")
        if kind == "AliasEvent":
            return self.alias(event.anchor, place)
        if event.tag not in _PLAIN_TAGS:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            raise self.fail(place, f"不支持 YAML 标签“{tag}”：请删去")
        if kind == "ScalarEvent":
            node: Any = _Scalar(place, event.value, event.implicit[0] and event.style in (None, ""))
        else:
            node = self.collection(kind, event, events, depth)
        if event.anchor:
            self.anchors[event.anchor] = node
        return node

    def alias(self, anchor: str, place: Place) -> Any:
        if anchor in self.open_anchors:
            raise self.fail(place, f"“*{anchor}”引用了它自己所在的内容：请去掉这个引用")
        if anchor not in self.anchors:
            raise self.fail(place, f"“*{anchor}”引用的“&{anchor}”没有定义过：请先定义再引用")
        return self.anchors[anchor]

    def collection(self, kind: str, event: Any, events: Iterator[Any], depth: int) -> Any:
        items: list[Any] = []
        if event.anchor:
            self.open_anchors.add(event.anchor)
        mapping = kind == "MappingStartEvent"
        for inner in events:
            if type(inner).__name__ in ("MappingEndEvent", "SequenceEndEvent"):
                break
            first = self.node(inner, events, depth + 1)
            items.append((first, self.node(next(events), events, depth + 1)) if mapping else first)
        self.open_anchors.discard(event.anchor)
        return _Mapping(_place(event), items) if mapping else _Sequence(_place(event), items)

    def value(self, node: Any, path: Path, depth: int) -> Any:
        """The plain data of a node, its places noted; aliased nodes are written out anew, within bounds."""
        self.count += 1
        if self.count > MAX_VALUES or depth > MAX_DEPTH:
            raise self.fail(node.place, "内容展开后太大：请减少“*”引用，或把文件拆开")
        self.result.values[path] = node.place
        if isinstance(node, _Scalar):
            return _scalar(node)
        if isinstance(node, _Sequence):
            return [self.value(item, (*path, index), depth + 1) for index, item in enumerate(node.items)]
        found: dict[str, Any] = {}
        for key, item in node.items:
            name = self.key(key, path)
            found[name] = self.value(item, (*path, name), depth + 1)
        return found

    def key(self, key: Any, path: Path) -> str:
        if not isinstance(key, _Scalar):
            raise self.fail(key.place, "键必须是一个词，不能是列表或映射")
        name = key.text
        first = self.result.keys.get((*path, name))
        if first is not None:
            raise self.fail(key.place, f"“{name}”重复出现（前一处在第 {first.line} 行）：请只保留一处")
        self.result.keys[(*path, name)] = key.place
        return name


def _scalar(node: _Scalar) -> Any:
    if not node.plain:
        return node.text
    if node.text in _WORDS:
        return _WORDS[node.text]
    if _INTEGER.fullmatch(node.text):
        return int(node.text)
    if _FLOAT.fullmatch(node.text):
        return float(node.text)
    return node.text
