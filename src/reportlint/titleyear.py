"""A title that kept last year's year: opening and sign-off agree with one another, and not with it."""

from __future__ import annotations

from reportlint.document import Document
from reportlint.identity import Identity, years
from reportlint.lazyre import cached


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
