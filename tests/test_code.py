"""The code of pages: every block runs, and prints what the page shows."""

import pytest
import run_code
from pages import MARKDOWN, name

PAGES_WITH_CODE = [page for page in MARKDOWN if run_code.snippets(page.read_text("utf-8"))]


@pytest.mark.parametrize("page", PAGES_WITH_CODE, ids=name)
def test_blocks_print_what_the_page_shows(page):
    finished = run_code.run_in_fresh_interpreter(page)
    assert finished.returncode == 0, finished.stderr


PAGE = """\
# Page

```python
x = 20
```

=== "Tab"

    ```python
    print(x + 1)
    ```

    ```text title="Output"
    {shown}
    ```

```python title="Not run here: needs a GPU"
raise SystemExit
```
"""


def test_right_output_passes(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(PAGE.format(shown="21"))
    assert run_code.run_page(page) == []


def test_wrong_output_is_named_and_can_be_written(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(PAGE.format(shown="22"))
    (problem,) = run_code.run_page(page, write=True)
    assert problem.startswith(f"{page}:10: prints\n    21\nbut the page shows\n    22\n")
    assert page.read_text() == PAGE.format(shown="21")


def test_failing_block_is_named_by_its_line(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# Page\n\n```python\nx = 1\nx / 0\n```\n")
    (problem,) = run_code.run_page(page)
    assert problem == f"{page}:5: ZeroDivisionError: division by zero. Mend the block"
