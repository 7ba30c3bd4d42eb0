"""Every article against all the others: a batch over an archive."""

from figurecheck.auditing.audit import Progress, Stage, audit
from figurecheck.auditing.folder import AuditError
from figurecheck.auditing.summary import AuditSummary

__all__ = ["AuditError", "AuditSummary", "Progress", "Stage", "audit"]
