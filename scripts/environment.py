"""Makes `.venv/` ready for a script and runs the script in it. Standard library only.

`enter("requirements.lock")` at the head of a script is all that it takes.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)


def enter(lock):
    """Goes on in `.venv` with the packages that the lock file names installed.

    Installs only if the lock file has changed since the last time. Exits with what to do where
    Python is too old or its venv module is missing.
    """
    if Path(sys.prefix).resolve() != VENV.resolve():
        if sys.version_info < OLDEST:
            sys.exit(f"This needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        if not PYTHON.exists():
            _create()
        _install(lock)
        utf8 = {**os.environ, "PYTHONUTF8": "1"}  # Chinese prints on Windows, too
        sys.exit(subprocess.run([str(PYTHON), *sys.argv], env=utf8).returncode)


def _create():
    print("Creating .venv …", flush=True)
    if subprocess.run([sys.executable, "-m", "venv", str(VENV)]).returncode:
        sys.exit(
            "Python could not create .venv. On Debian and Ubuntu, install its venv module first:\n"
            "  sudo apt-get install python3-venv"
        )


def _install(lock):
    stamp = VENV / f".{lock}.installed"
    wanted = hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Installing what {lock} names …", flush=True)
    command = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    if subprocess.run([*command, "-r", str(ROOT / lock)]).returncode:
        sys.exit(f"Installing {lock} failed: see pip's message above, then run this again.")
    stamp.write_text(wanted)
