"""Is a published run still what its underlag gives? Reads everything and writes nothing."""

from pipeline.verifying.command import VerifyJob, verify

__all__ = ["VerifyJob", "verify"]
