"""``python -m reportlint.rulepacks``: regenerate what is generated from the built-in rules and the checks."""

from __future__ import annotations

import sys

from reportlint.errors import RulePackError
from reportlint.rulepacks.builtin import DEFAULT, builtin_names
from reportlint.rulepacks.compiled import write_compiled
from reportlint.rulepacks.reference import reference_path, render_reference

if __name__ == "__main__":
    try:
        for path in write_compiled():
            print(path)
        if DEFAULT in builtin_names():
            with open(reference_path(), "w", encoding="utf-8", newline="\n") as stream:
                stream.write(render_reference())
            print(reference_path())
    except RulePackError as error:
        sys.exit(str(error))
