"""Reading in a process of its own, which can neither take all the time nor all the memory."""

from pipeline.confined.parent import Bounds, read_confined, reading

__all__ = ["Bounds", "read_confined", "reading"]
