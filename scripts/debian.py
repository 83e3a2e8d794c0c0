"""Installs packages of Debian or Ubuntu where this may be done: as root."""

import os
import subprocess
from pathlib import Path


def install(*packages):
    """Installs the packages; does nothing elsewhere or for other users.

    Returns: whether it tried.
    """
    if not Path("/etc/debian_version").exists() or os.geteuid() != 0:
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", *packages]):
        print("$", *command, flush=True)
        subprocess.run(command, env=quiet)
    return True
