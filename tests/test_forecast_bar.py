import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CLOSE_ENOUGH = 0.0005

Cell = tuple[str, int, int]


@pytest.mark.shared
@pytest.mark.slow
def test_every_cell_scores_as_the_methods_bar(root: Path, shared: Path, tmp_path: Path) -> None:
    bar = _brier(shared / "forecast" / "bar.json")
    scored = _brier(_score(root, shared / "forecast", tmp_path))
    assert scored.keys() == bar.keys()
    apart = {cell: (scored[cell], bar[cell]) for cell in bar if abs(scored[cell] - bar[cell]) > CLOSE_ENOUGH}
    assert apart == {}


def _score(root: Path, method: Path, folder: Path) -> Path:
    """Run the scorer over all the dev series, in a folder of its own because it writes where it stands."""
    shutil.copy(method / "score.py", folder)
    shutil.copytree(method / "dev", folder / "dev")
    paths = os.pathsep.join((str(root), str(root / "benchmarks")))
    subprocess.run(
        [sys.executable, "-W", "ignore", "score.py", "dev", "forecast_adapter"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": paths},
        check=True,
        timeout=300,
        stdout=subprocess.DEVNULL,
    )
    return folder / "score_dev_forecast_adapter.json"


def _brier(file: Path) -> dict[Cell, float]:
    cells = json.loads(file.read_text(encoding="utf-8"))
    return {(cell["kind"], cell["m"], cell["k"]): float(cell["brier"]) for cell in cells}
