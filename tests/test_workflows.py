"""GitHub's workflows: what they may do, and whose code they run."""

import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
ZIZMOR = Path(sysconfig.get_path("scripts")) / "zizmor"
WRITES = {
    ("links.yml", "report"): {"contents", "issues"},
    ("pages.yml", "deploy"): {"pages", "id-token"},
    ("release.yml", "release"): {"contents"},
}


def zizmor(folder):
    command = [str(ZIZMOR), "--offline", "--no-progress", str(folder)]
    return subprocess.run(command, capture_output=True, text=True)


def test_nothing_for_an_attacker():
    finished = zizmor(ROOT / ".github/workflows")
    assert finished.returncode == 0, finished.stdout


def test_an_attack_is_found(tmp_path):
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    (folder / "bad.yml").write_text(
        "on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
        "      - run: echo ${{ github.event.pull_request.title }}\n"
    )
    assert zizmor(folder).returncode != 0


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_least_privilege(path):
    """Actions are pinned by hash with the version beside it; only named jobs may write."""
    text = path.read_text(encoding="utf-8")
    for line in re.findall(r"uses: .*", text):
        assert re.fullmatch(r"uses: [\w/-]+@[0-9a-f]{40} # v[\d.]+", line), line
    workflow = yaml.safe_load(text)
    for name, job in workflow["jobs"].items():
        rights = {**workflow["permissions"], **job.get("permissions", {})}
        writes = {right for right, level in rights.items() if level == "write"}
        assert writes == WRITES.get((path.name, name), set())
        assert job["timeout-minutes"] <= 90


def test_commands_of_workflows_exist():
    for path in WORKFLOWS:
        for script in re.findall(r"python3 (scripts/\w+\.py)", path.read_text(encoding="utf-8")):
            assert (ROOT / script).exists(), f"{path.name}: {script}"


def test_commands_of_commit_hooks_exist():
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    for hook in hooks["repos"][0]["hooks"]:
        script = hook["entry"].split()[1]
        finished = subprocess.run(
            [sys.executable, str(ROOT / script), "README.md"], cwd=ROOT, capture_output=True
        )
        assert b"Traceback" not in finished.stderr, hook["id"]
