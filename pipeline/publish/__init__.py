"""Publishing: the whole set of bytes into a new run folder, or nothing."""

from pipeline.publish.edition import Edition, Published
from pipeline.publish.lock import AnotherRunError, only_run
from pipeline.publish.publishing import publish
from pipeline.publish.review import put_page, put_review, take_back, write_review
from pipeline.publish.sealing import newest_occasion, seal

__all__ = [
    "AnotherRunError",
    "Edition",
    "Published",
    "newest_occasion",
    "only_run",
    "publish",
    "put_page",
    "put_review",
    "seal",
    "take_back",
    "write_review",
]
