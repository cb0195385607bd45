"""Run as a program: the command line's three occasions on another day.

``python -m tests.publish.on_a_day DAY OPTIONS`` exits with the worst exit code.
"""

import sys
from datetime import datetime

import time_machine

if __name__ == "__main__":
    with time_machine.travel(datetime.fromisoformat(sys.argv[1]), tick=True):
        from pipeline.cli import main

        lines = (("ambition",), ("interim", "april"), ("interim", "august"))
        sys.exit(max(main([*line, "--quiet", *sys.argv[2:]]) for line in lines))
