"""How much of a package is read before it is refused: a file from a stranger must not fill the memory."""

from __future__ import annotations

from reportlint.named import NamedTuple

_MB = 1024 * 1024


class Limits(NamedTuple):
    """Bounds on one package; the defaults hold every real draft many times over (a 60,000-character one has 1.5 MB).

    ``part_bytes`` and ``total_bytes`` bound what is inflated (one part, all parts together), ``ratio`` a part beyond
    ``ratio_bytes`` that inflates suspiciously well, ``entries`` the files in the package, ``paragraphs`` the paragraphs
    of the document, ``nodes`` the tags and attributes of a part beyond ``nodes_bytes`` (each costs some 200 bytes of
    memory once parsed, however short it is).
    """

    part_bytes: int = 32 * _MB
    total_bytes: int = 64 * _MB
    ratio: int = 200
    ratio_bytes: int = 10 * _MB
    entries: int = 5_000
    paragraphs: int = 100_000
    nodes: int = 2_000_000
    nodes_bytes: int = 4 * _MB


DEFAULT_LIMITS = Limits()
