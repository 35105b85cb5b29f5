"""What the checks of figures work on: sentences with their figures, and the ways in which reports state rates, sums and changes.

:mod:`~reportlint.arithmetic.statements` comes first: the others read what it makes of a sentence.
"""
