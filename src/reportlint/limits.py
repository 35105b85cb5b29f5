"""How much of a file is read before it is refused: a file from a stranger must not fill the memory or take the day."""

from __future__ import annotations

from collections.abc import Iterable

from reportlint.named import NamedTuple

_MB = 1024 * 1024


class Limits(NamedTuple):
    """Bounds on one file; the defaults hold every real draft many times over (a 60,000-character one has 1.5 MB).

    ``file_bytes`` bounds the file itself. Of a Word file, ``part_bytes`` and ``total_bytes`` bound what is inflated (one
    part, all parts together), ``ratio`` a part beyond ``ratio_bytes`` that inflates suspiciously well, ``entries`` the
    files in the package, ``paragraphs`` the paragraphs of the document, ``nodes`` the tags and attributes of a part beyond
    ``nodes_bytes`` (each costs some 200 bytes of memory once parsed, however short it is). ``convert_seconds`` is what
    LibreOffice may take. Elements nested deeper than 256 are refused by libxml2 itself.
    """

    file_bytes: int = 256 * _MB
    part_bytes: int = 32 * _MB
    total_bytes: int = 64 * _MB
    ratio: int = 200
    ratio_bytes: int = 10 * _MB
    entries: int = 5_000
    paragraphs: int = 100_000
    nodes: int = 2_000_000
    nodes_bytes: int = 4 * _MB
    convert_seconds: float = 60


DEFAULT_LIMITS = Limits()


class Setting(NamedTuple):
    """A limit as a user sets it: the field it means, in units of ``unit``, the most it may be, and what it is."""

    field: str
    unit: int
    most: int
    help: str


SETTINGS: dict[str, Setting] = {
    "file_mb": Setting("file_bytes", _MB, 4_096, "文件大小，MB"),
    "part_mb": Setting("part_bytes", _MB, 2_048, "Word 文件里一个部件解压后的大小，MB"),
    "total_mb": Setting("total_bytes", _MB, 4_096, "各部件解压后的合计大小，MB"),
    "ratio": Setting("ratio", 1, 100_000, "部件的压缩倍数（解压后超过 10 MB 的才算）"),
    "entries": Setting("entries", 1, 1_000_000, "Word 文件里的部件个数"),
    "paragraphs": Setting("paragraphs", 1, 10_000_000, "段落和表格行数"),
    "nodes": Setting("nodes", 1, 100_000_000, "一个部件里的标记和属性个数（部件超过 4 MB 的才算）"),
    "convert_seconds": Setting("convert_seconds", 1, 86_400, "--convert 转换一份所用的秒数"),
}
"""What can be set in ``reportlint.yaml`` (``limits``) and with ``--limit``."""


def default_of(name: str) -> int:
    """The default of a setting, in its own unit."""
    setting = SETTINGS[name]
    return int(getattr(DEFAULT_LIMITS, setting.field)) // setting.unit


def limited(settings: Iterable[tuple[str, int]]) -> Limits:
    """The limits with these settings, by name and value; of two of one name the later counts."""
    values = {SETTINGS[name].field: value * SETTINGS[name].unit for name, value in settings}
    return DEFAULT_LIMITS._replace(**values) if values else DEFAULT_LIMITS
