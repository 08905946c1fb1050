"""A few hundred of the inputs that ``fuzz/sheets.py`` makes a hundred thousand of."""

import subprocess
import sys
from pathlib import Path

COMMAND = Path(__file__).parents[2] / "fuzz" / "sheets.py"


def test_spoilt_input_is_read_or_refused_and_nothing_else():
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(COMMAND), "--inputs", "500", "--seed", "2"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "500 inputs, none raised anything but InvalidInput" in done.stdout
