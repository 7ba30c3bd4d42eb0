"""The members of `Kind` by plain names: Python 3.11 finds them in a fifth of the time that it takes by their class."""

from figurecheck.model.figure import Kind

(
    COUNT,
    MONEY,
    PERCENT,
    PERCENTAGE_POINT,
    BASIS_POINT,
    MEASURE,
    DURATION,
    AGE,
    RATE,
    RATIO,
    RANK,
) = Kind
