"""Publishing: the whole set of bytes into a new run folder, or nothing."""

from pipeline.publish.edition import Edition, Published
from pipeline.publish.lock import AnotherRunError, only_run
from pipeline.publish.publishing import publish
from pipeline.publish.review import write_review

__all__ = ["AnotherRunError", "Edition", "Published", "only_run", "publish", "write_review"]
