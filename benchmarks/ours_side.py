"""Our side: ours_side.py TEMPLATE BLANKS. The stage `render`, called as a run calls it."""

import pickle
import sys
from pathlib import Path

from benchmarks.peers.turns import take_turns
from pipeline.problems import Problems
from pipeline.render import render


def main() -> None:
    """Take turns."""
    template, kept = map(Path, sys.argv[1:])
    content, blanks = template.read_bytes(), pickle.loads(kept.read_bytes())  # noqa: S301 -- our own file

    def make() -> bytes:
        problems = Problems()
        made = render(content, blanks, template.name, problems)
        return made if made is not None else sys.exit("\n".join(map(str, problems)))

    take_turns(make)


if __name__ == "__main__":
    main()
