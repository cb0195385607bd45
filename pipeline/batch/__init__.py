"""Many boards in one go, each as if it were run alone."""

from pipeline.batch.command import BatchJob, batch
from pipeline.batch.telling import faults_told, told

__all__ = ["BatchJob", "batch", "faults_told", "told"]
