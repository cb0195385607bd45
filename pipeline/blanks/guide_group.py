"""One record of the guide: its name in templates, how it is reached, and what its fields mean."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """The fields of one record; `fields` has a meaning and an example for each.

    `name` is what stands before the dot in the shipped templates, and `begins` the tag that gives that name.
    Both are empty for a whole document.
    """

    title: str
    name: str
    begins: str
    fields: Mapping[str, tuple[str, str]]
