"""The table of check kinds: the name a rule file uses, and the class that does the work."""

from __future__ import annotations

from typing import Any

from reportlint.checks.anniversaries import AnniversaryCheck
from reportlint.checks.bare_number import BareNumberCheck
from reportlint.checks.blank_figure import BlankFigureCheck
from reportlint.checks.bounded_rate import BoundedRateCheck
from reportlint.checks.comparison_arithmetic import ComparisonArithmeticCheck
from reportlint.checks.counterparts import CounterpartsCheck
from reportlint.checks.cut_text import CutTextCheck
from reportlint.checks.date_order import DateOrderCheck
from reportlint.checks.dated_names import DatedNameCheck
from reportlint.checks.doubled_words import DoubledWordsCheck
from reportlint.checks.drafting_note import DraftingNoteCheck
from reportlint.checks.empty_cells import EmptyCellsCheck
from reportlint.checks.empty_section import EmptySectionCheck
from reportlint.checks.figures_given import FiguresGivenCheck
from reportlint.checks.file_notices import FileNoticesCheck
from reportlint.checks.fixed_expressions import FixedExpressionCheck
from reportlint.checks.foreign_place import ForeignPlaceCheck
from reportlint.checks.front_matter import FrontMatterCheck
from reportlint.checks.heading_mark import HeadingMarkCheck
from reportlint.checks.heading_year import HeadingYearCheck
from reportlint.checks.headings_only import HeadingsOnlyCheck
from reportlint.checks.impossible_date import ImpossibleDateCheck
from reportlint.checks.instrument_numbers import InstrumentNumberCheck
from reportlint.checks.instrument_titles import InstrumentTitleCheck
from reportlint.checks.label_form import LabelFormCheck
from reportlint.checks.list_length import ListLengthCheck
from reportlint.checks.meeting_dates import MeetingDateCheck
from reportlint.checks.misspelling import MisspellingCheck
from reportlint.checks.mixed_labels import MixedLabelsCheck
from reportlint.checks.named_count import NamedCountCheck
from reportlint.checks.numbering import NumberingCheck
from reportlint.checks.odd_cells import OddCellsCheck
from reportlint.checks.other_body import OtherBodyCheck
from reportlint.checks.other_rank import OtherRankCheck
from reportlint.checks.own_name import OwnNameCheck
from reportlint.checks.part_over_whole import PartOverWholeCheck
from reportlint.checks.pattern import PatternCheck
from reportlint.checks.percent_points import PercentPointsCheck
from reportlint.checks.placeholder import PlaceholderCheck
from reportlint.checks.plan_years import PlanYearsCheck
from reportlint.checks.platform_brands import PlatformBrandsCheck
from reportlint.checks.promised_count import PromisedCountCheck
from reportlint.checks.punctuation_width import PunctuationWidthCheck
from reportlint.checks.range_order import RangeOrderCheck
from reportlint.checks.rank_and_share import RankAndShareCheck
from reportlint.checks.rate_arithmetic import RateArithmeticCheck
from reportlint.checks.rate_base import RateBaseCheck
from reportlint.checks.relative_year import RelativeYearCheck
from reportlint.checks.repealed_instruments import RepealedInstrumentCheck
from reportlint.checks.repeated_text import RepeatedTextCheck
from reportlint.checks.residue_lines import ResidueLinesCheck
from reportlint.checks.same_figure import SameFigureCheck
from reportlint.checks.section_required import SectionRequiredCheck
from reportlint.checks.self_reference import SelfReferenceCheck
from reportlint.checks.set_phrases import SetPhraseCheck
from reportlint.checks.several_reports import SeveralReportsCheck
from reportlint.checks.sum_arithmetic import SumArithmeticCheck
from reportlint.checks.table_rates import TableRatesCheck
from reportlint.checks.table_sums import TableSumsCheck
from reportlint.checks.text_required import TextRequiredCheck
from reportlint.checks.told_above_table import ToldAboveTableCheck
from reportlint.checks.topics_usual import TopicsUsualCheck
from reportlint.checks.traditional_characters import TraditionalCharactersCheck
from reportlint.checks.unit_misuse import UnitMisuseCheck
from reportlint.checks.unpaired import UnpairedCheck
from reportlint.checks.word_marks import WordMarksCheck
from reportlint.checks.year_conflict import YearConflictCheck

CHECKS: dict[str, type[Any]] = {
    "anniversary": AnniversaryCheck,
    "bare-number": BareNumberCheck,
    "blank-figure": BlankFigureCheck,
    "bounded-rate": BoundedRateCheck,
    "comparison-arithmetic": ComparisonArithmeticCheck,
    "counterparts": CounterpartsCheck,
    "cut-text": CutTextCheck,
    "date-order": DateOrderCheck,
    "dated-name": DatedNameCheck,
    "doubled-words": DoubledWordsCheck,
    "drafting-note": DraftingNoteCheck,
    "empty-cells": EmptyCellsCheck,
    "empty-section": EmptySectionCheck,
    "figures-given": FiguresGivenCheck,
    "file-notices": FileNoticesCheck,
    "fixed-expression": FixedExpressionCheck,
    "foreign-brand": PlatformBrandsCheck,
    "foreign-place": ForeignPlaceCheck,
    "front-matter": FrontMatterCheck,
    "heading-mark": HeadingMarkCheck,
    "heading-year": HeadingYearCheck,
    "headings-only": HeadingsOnlyCheck,
    "impossible-date": ImpossibleDateCheck,
    "instrument-number": InstrumentNumberCheck,
    "instrument-title": InstrumentTitleCheck,
    "label-form": LabelFormCheck,
    "list-length": ListLengthCheck,
    "meeting-date": MeetingDateCheck,
    "misspelling": MisspellingCheck,
    "mixed-labels": MixedLabelsCheck,
    "named-count": NamedCountCheck,
    "numbering": NumberingCheck,
    "odd-cells": OddCellsCheck,
    "other-body": OtherBodyCheck,
    "other-rank": OtherRankCheck,
    "own-name-varies": OwnNameCheck,
    "part-over-whole": PartOverWholeCheck,
    "pattern": PatternCheck,
    "percent-points": PercentPointsCheck,
    "placeholder": PlaceholderCheck,
    "plan-years": PlanYearsCheck,
    "promised-count": PromisedCountCheck,
    "punctuation-width": PunctuationWidthCheck,
    "range-order": RangeOrderCheck,
    "rank-and-share": RankAndShareCheck,
    "rate-arithmetic": RateArithmeticCheck,
    "rate-without-base": RateBaseCheck,
    "relative-year": RelativeYearCheck,
    "repealed-instrument": RepealedInstrumentCheck,
    "repeated-text": RepeatedTextCheck,
    "residue-lines": ResidueLinesCheck,
    "same-figure": SameFigureCheck,
    "section-required": SectionRequiredCheck,
    "self-reference": SelfReferenceCheck,
    "set-phrase": SetPhraseCheck,
    "several-reports": SeveralReportsCheck,
    "sum-arithmetic": SumArithmeticCheck,
    "table-rates": TableRatesCheck,
    "table-sums": TableSumsCheck,
    "text-required": TextRequiredCheck,
    "told-above-table": ToldAboveTableCheck,
    "topics-usual": TopicsUsualCheck,
    "traditional-characters": TraditionalCharactersCheck,
    "unit-misuse": UnitMisuseCheck,
    "unpaired": UnpairedCheck,
    "word-marks": WordMarksCheck,
    "year-conflict": YearConflictCheck,
}
