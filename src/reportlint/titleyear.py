"""What opening and sign-off say of the year together: of a title that kept last year's, and of one that has none."""

from __future__ import annotations

from reportlint.document import Document
from reportlint.identity import Identity
from reportlint.lazyre import cached
from reportlint.titlelines import years


def year_behind_title(document: Document, identity: Identity) -> int:
    """The report's year where only the title is a year behind, else 0.

    Asked for are the opening, which tells of the year after the title's, and the sign-off, which is of the year after
    that. A title ahead of the text is another matter: there the text is last year's.
    """
    opening, date = identity.opening, identity.date
    if identity.year_from != "标题" or not identity.year or opening is None or date is None:
        return 0
    told = years(cached(r"《[^》]*》").sub("", document.text[opening.start : opening.end]))
    signed = years(document.text[date.start : date.end])
    agreed = told and told[0][0] == identity.year + 1 and signed and signed[0][0] == identity.year + 2
    return identity.year + 1 if agreed else 0


def signed_the_year_after(document: Document, identity: Identity) -> bool:
    """Whether the title names no year, and the sign-off is of the year after the one that the opening begins with."""
    opening, date = identity.opening, identity.date
    if identity.year_from != "开头" or not identity.year or opening is None or date is None:
        return False
    signed = years(document.text[date.start : date.end])
    leading = cached(r"\s*(?P<y>20\d\d)\s?年度?(?:以?来)?[，,]").match(document.text, opening.start, opening.end)
    return leading is not None and [year for year, _, _ in signed] == [identity.year + 1] == [int(leading["y"]) + 1]
