"""Every rule by its code: from a flag's code to the module that raises it."""

from collections.abc import Mapping
from types import MappingProxyType

from figurecheck.checking import (
    attribution_conflict,
    average_total,
    basis_mismatch,
    conflicting_value,
    contradiction,
    conversion,
    date_arithmetic,
    difference,
    false_precision,
    headline,
    loose_bound,
    magnitude_slip,
    part_above_whole,
    part_exceeds_whole,
    parts_sum,
    percent_change,
    rate_total,
    ratio_word,
    share,
    shares_total,
    superseded,
    unattributed,
    vague_figure,
    votes,
)
from figurecheck.checking.finding import Rule

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "FC101": conflicting_value.find,
        "FC102": attribution_conflict.find,
        "FC103": magnitude_slip.find,
        "FC104": basis_mismatch.find,
        "FC105": superseded.find,
        "FC106": part_exceeds_whole.find,
        "FC107": loose_bound.find,
        "FC201": headline.find,
        "FC202": contradiction.find,
        "FC203": parts_sum.find,
        "FC204": percent_change.find,
        "FC205": shares_total.find,
        "FC206": conversion.find,
        "FC207": rate_total.find,
        "FC208": ratio_word.find,
        "FC209": part_above_whole.find,
        "FC210": date_arithmetic.find,
        "FC211": average_total.find,
        "FC212": votes.find,
        "FC213": share.find,
        "FC214": difference.find,
        "FC301": unattributed.find,
        "FC302": vague_figure.find,
        "FC303": false_precision.find,
    }
)
"""The rules in the order of their codes."""
