"""Two rounds of one draft: findings matched by what they say, never by where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.cli.run import configuration
from reportlint.cli.select import Wishes, planner
from reportlint.engine import Plan, check_document
from reportlint.errors import ReadError
from reportlint.finding import Finding
from reportlint.readers import read
from reportlint.record import replace

Found = Sequence[Finding]


def compare(old: str, new: str, pack: str | None) -> tuple[Found, Found, Found]:
    """The findings fixed, still there (as in the new draft), and new. Raises ReadError for a file that cannot be read."""
    plans = planner(configuration("", (new,)), Wishes(pack))
    before, after = (_findings(path, plans.plan(new)) for path in (old, new))
    gone = {f.fingerprint for f in before} - {f.fingerprint for f in after}
    known = {f.fingerprint for f in before}
    return (
        [f for f in before if f.fingerprint in gone],
        [f for f in after if f.fingerprint in known],
        [f for f in after if f.fingerprint not in known],
    )


def _findings(path: str, plan: Plan) -> Found:
    """The findings as if both drafts had one path, so that their fingerprints can be compared."""
    report = check_document(replace(read(path), path=""), plan)
    if report.failures:  # what could not be checked must not look mended
        raise ReadError(path, report.failures[0].reason)
    return report.findings
