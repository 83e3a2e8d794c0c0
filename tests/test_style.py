"""How files are written: each fault is named, and what can be mended by itself is."""

import check_style
import pytest


def test_all_files_are_well_written():
    files = [file for file in check_style.all_files() if file.suffix != ".py"]
    assert [str(problem) for problem in check_style.check(files)] == []


@pytest.mark.parametrize(
    ("folder", "text", "says"),
    [
        ("en", "# A\n\nThis is teh page.\n", ":3: spelling: “teh”. Do you mean the?"),
        ("en", "# A\n\n### B\n", ":3: heading-step: from level 1 to 3"),
        ("en", "# A\n\n\tcode\n", ":3: tab: a tab stands here"),
        ("zh", "# 甲\n\n用Python写。\n", ":3: chinese-space: Chinese and Latin letters touch"),
        ("zh", "# 甲\n\n一,二。\n", ":3: chinese-punctuation: “,”"),
    ],
)
def test_fault_is_named(tmp_path, folder, text, says):
    page = tmp_path / folder / "page.md"
    page.parent.mkdir()
    page.write_text(text, encoding="utf-8")
    problems = check_style.check([page])
    assert any(says in str(problem) for problem in problems), problems


def test_what_is_no_prose_passes(tmp_path):
    page = tmp_path / "zh/page.md"
    page.parent.mkdir()
    text = "# 甲\n\n`用Python` [链接](第1章.md)，<b title='用a'>乙</b> $x$\n\n```\n用Python\n```\n"
    page.write_text(text, encoding="utf-8")
    assert check_style.check([page]) == []


def test_chinese_is_mended(tmp_path):
    page = tmp_path / "zh/page.md"
    page.parent.mkdir()
    page.write_bytes("# 甲\r\n\r\n用Python3写,快;好!\r\n[学习](a用b.md)`用Py`\r\n".encode())
    assert check_style.check([page], fix=True) == []
    assert page.read_bytes().decode() == (
        "# 甲\r\n\r\n用 Python3 写，快；好！\r\n[学习](a用b.md)`用Py`\r\n"
    )


def test_notebook_without_outputs(tmp_path):
    notebook = tmp_path / "a.ipynb"
    cell = '{"cell_type": "code", "execution_count": null, "source": "1"}'
    notebook.write_text(f'{{"cells": [{cell}]}}')
    (problem,) = check_style.check([notebook])
    assert "notebook: a cell has not been run" in str(problem)
    notebook.write_text("{")
    (problem,) = check_style.check([notebook])
    assert "this is no notebook" in str(problem)
