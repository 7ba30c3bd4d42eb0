"""What is wrong with an article's figures, beside other articles (FC1xx) and alone (FC2xx)."""

from figurecheck.checking.engine import check_account
from figurecheck.checking.evidence import Accounts, Candidates, EvidenceSource
from figurecheck.checking.finding import Finding
from figurecheck.checking.registry import RULES
from figurecheck.checking.series import series

__all__ = ["RULES", "Accounts", "Candidates", "EvidenceSource", "Finding", "check_account", "series"]
