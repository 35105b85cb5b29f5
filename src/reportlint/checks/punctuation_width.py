"""``punctuation-width``: half-width punctuation between Han characters, judged for the whole text, reported once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.record import record

# a mark counts when Chinese stands on either side of it; 1,234 and a, b do not
_HALF = lazy(r"(?<=[^\W\da-zA-Z_]|[》”’）】〕％%])[,;?!]|[,;?!](?=[^\W\da-zA-Z_]|[《“‘（【])")

_ENTITY = lazy(r"&#?[A-Za-z0-9]{2,8};\Z")  # web-residue-inline speaks of those


@record
class PunctuationWidthCheck:
    """GB/T 15834-2011 asks for full-width marks in Chinese text; text taken from a web page often lost them."""

    at_least: int = option("少于几处不报", 1)

    def triggers(self) -> Iterable[Pattern]:
        """None: the marks are counted by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem for the whole draft, at the first mark, with the count."""
        if "," not in draft.text and ";" not in draft.text and "?" not in draft.text and "!" not in draft.text:
            return
        found = [match for span in scope for match in _HALF.finditer(draft.text, span.start, span.end)]
        if found and "?" in draft.text and draft.blanks:
            wanting = {blank.start for blank in draft.blanks}  # 办结?件: no mark, but a figure that is wanting
            found = [match for match in found if match.start() not in wanting]
        if found and "&" in draft.text:
            found = [match for match in found if not _ENTITY.search(draft.text, max(0, match.start() - 9), match.end())]
        if found and "错误!" in draft.text:  # 错误!未找到引用源: broken-field speaks of that
            found = [match for match in found if draft.text[match.start() - 2 : match.end()] != "错误!"]
        if len(found) < max(1, self.at_least):
            return
        full = sum(draft.text.count(mark) for mark in "，；？！")
        count = len(found)
        kinds = "".join(dict.fromkeys(match.group() for match in found))
        if count > 10 and count > 9 * full:
            detail = "全文几乎都用半角标点，多半是网页转存所致"
        else:
            detail = f"同时有全角标点 {full} 处，全文不统一"
        message = f"中文里用了半角标点“{kinds}”，共 {count} 处，{detail}；请统一改为全角"
        yield Problem(Span(found[0].start(), found[0].end()), message)
