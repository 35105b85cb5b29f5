"""Which pictures are large enough to hold words: a table photographed, not a seal, a logo or a background."""

from __future__ import annotations

from reportlint.lazyre import lazy
from reportlint.readers.ooxml import names as n
from reportlint.readers.ooxml.names import Element

_CENTIMETRE = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96}
_EMU = 360_000  # in a centimetre
_LEAST_WIDTH, _LEAST_HEIGHT = 6.0, 2.5  # centimetres; a seal measures 4.2 to 5 (国发〔1999〕25号), a code to scan 3
_SIZE = lazy(r"(?:^|;)\s*(width|height)\s*:\s*(\d+(?:\.\d+)?)\s*(cm|mm|in|pt|pc|px)")


def shows_picture(drawing: Element) -> bool:
    """Whether a ``w:drawing`` or ``w:pict`` shows a picture that is no decoration."""
    if drawing.tag == n.DRAWING:
        return any(_is_large_frame(frame) for frame in drawing)
    return any(_is_large_shape(image.getparent()) for image in drawing.iter(n.IMAGE))


def _is_large_frame(frame: Element) -> bool:
    extent = frame.find(n.EXTENT)
    if extent is None or not n.off(frame.get("behindDoc") or "0") or next(frame.iter(n.PICTURE), None) is None:
        return False
    return _large((n.number(extent.get("cx")) or 0) / _EMU, (n.number(extent.get("cy")) or 0) / _EMU)


def _is_large_shape(shape: Element | None) -> bool:
    """Old pictures state their size in a style as web pages do, and with a negative z-index lie behind the text."""
    style = "" if shape is None else shape.get("style") or ""
    found = {name: float(size) * _CENTIMETRE[unit] for name, size, unit in _SIZE.findall(style)}
    return "z-index:-" not in style and _large(found.get("width", 0), found.get("height", 0))


def _large(width: float, height: float) -> bool:
    return width >= _LEAST_WIDTH and height >= _LEAST_HEIGHT
