"""What the rules of arithmetic say, together."""

ARITHMETIC = {"rate-mismatch", "sum-mismatch", "comparison-mismatch", "rate-over-100"}


def arithmetic(report):
    """What any of the rules of arithmetic says: a wrong rate must not be called a wrong sum as well."""
    assert not report.failures
    return [f for f in report.findings if f.rule.partition("/")[2] in ARITHMETIC]
