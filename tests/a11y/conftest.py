"""A page seen by a real browser, with axe in it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def look(needs, tmp_path_factory):
    """What axe, the console and the network have to say of a page."""
    chromium, node = needs("chromium", "chromium-browser", "google-chrome"), needs("node")
    if not (HERE / "node_modules" / "axe-core").is_dir():
        said = "axe-core is not installed: npm ci --prefix tests/a11y --ignore-scripts"
        if os.environ.get("CI", "").lower() in ("1", "true", "yes"):
            pytest.fail(said)
        pytest.skip(said)

    def see(page: str) -> dict:
        path = tmp_path_factory.mktemp("page") / "page.html"
        path.write_text(page, encoding="utf-8")
        done = subprocess.run(
            [node, str(HERE / "look.mjs"), str(path)],
            env={**os.environ, "CHROMIUM": chromium},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return see
