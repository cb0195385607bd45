"""The peers, installed once into .cache/bench: those of Python in an environment of their own, those of Node."""

import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.side_by_side import ROOT, Command

PEERS = Path(__file__).resolve().parent / "peers"
CACHE = ROOT / ".cache" / "bench"
NODE = CACHE / "node"
PYTHON = CACHE / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"


def ready() -> None:
    """Install what is missing, with the exact versions that `peers/` names."""
    if not PYTHON.is_file():
        print("Installing the peers into .cache/bench; only the first time.", file=sys.stderr)
        _run(sys.executable, "-m", "venv", str(CACHE / "venv"))
        _run(
            str(PYTHON),
            "-m",
            "pip",
            "install",
            "-qq",
            "--disable-pip-version-check",
            "-r",
            str(PEERS / "requirements.txt"),
        )
    if has_node() and not (NODE / "node_modules" / "carbone").is_dir():
        NODE.mkdir(parents=True, exist_ok=True)
        shutil.copy(PEERS / "package.json", NODE)
        _run("npm", "install", "--silent", "--no-package-lock", "--no-audit", "--no-fund", "--prefix", str(NODE))


def has_node() -> bool:
    """Say whether Node and npm are here."""
    return bool(shutil.which("node") and shutil.which("npm"))


def python_side(script: str, *arguments: str | Path) -> Command:
    """Return the command of a peer that runs on Python."""
    return [str(PYTHON), "-m", f"benchmarks.peers.{script}", *map(str, arguments)]


def node_side(script: str, *arguments: str | Path) -> Command:
    """Return the command of a peer that runs on Node, which finds its libraries beside the script."""
    for name in (script, "turns.js"):
        shutil.copy(PEERS / name, NODE)
    return ["node", str(NODE / script), *map(str, arguments)]


def templates(folder: Path) -> None:
    """Write the neutral templates into the folder."""
    _run(*python_side("templates", folder))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, cwd=ROOT, stdin=subprocess.DEVNULL)
