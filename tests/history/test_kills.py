"""Sessions killed with signal 9 at 100 random moments: at most the running rep is missing, and the history opens."""

import subprocess
import sys
from pathlib import Path

DYING = Path(__file__).parents[1] / "helpers" / "dying.py"


def test_killed_at_any_moment_at_most_the_running_rep_is_missing(tmp_path: Path) -> None:
    command = [sys.executable, str(DYING), str(tmp_path)]
    environment = {"PYTHONPATH": str(DYING.parents[1])}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert run.stderr == ""
    killed, states = map(int, run.stdout.split())
    assert killed == 100
    assert states > 20  # they were killed all over the session
