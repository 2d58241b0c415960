"""The Nu HTML checker of the W3C reads every page type in every language, and the style sheet."""

import json
import re
import shutil
import subprocess
import urllib.error
import urllib.parse
import urllib.request

import pytest

from ..conftest import BASE_DIR
from .page_types import LANGUAGES, PAGE_TYPES, address

VNU = BASE_DIR / "node_modules/vnu-jar/build/dist/vnu.jar"
JAVA = shutil.which("java")

pytestmark = [
    pytest.mark.instrument,
    pytest.mark.skipif(not JAVA, reason="no Java: apt-get install default-jre-headless"),
    pytest.mark.skipif(not VNU.exists(), reason="no vnu-jar: make instruments"),
]


def fetched(url):
    try:
        answer = urllib.request.urlopen(url)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.read()


def test_the_checker_finds_neither_an_error_nor_a_reason_to_warn(newsroom_url, tmp_path):
    for page_type in PAGE_TYPES:
        for language in LANGUAGES:
            html = fetched(newsroom_url + address(page_type, language))
            (tmp_path / f"{page_type}-{language}.html").write_bytes(html)
    (style_sheet,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', html.decode())
    (tmp_path / "site.css").write_bytes(fetched(newsroom_url + style_sheet))

    run = subprocess.run(
        [
            JAVA,
            "-jar",
            VNU,
            "--format",
            "json",
            "--also-check-css",
            "--stdout",
            "--exit-zero-always",
            *tmp_path.iterdir(),
        ],
        capture_output=True,
        text=True,
        check=True,
    )

    said = [
        f"{urllib.parse.unquote(m['url'].rpartition('/')[2])}:{m.get('lastLine')}: {m['message']} {m.get('extract', '')}"
        for m in json.loads(run.stdout)["messages"]
    ]
    assert said == []
