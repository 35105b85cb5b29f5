"""``python -m reportlint.rulepacks``: regenerate what is generated from the built-in rules and the checks."""

from __future__ import annotations

import sys

from reportlint.errors import RulePackError
from reportlint.rulepacks.compiled import write_compiled

if __name__ == "__main__":
    try:
        for path in write_compiled():
            print(path)
    except RulePackError as error:
        sys.exit(str(error))
