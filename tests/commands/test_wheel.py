"""A built wheel carries everything pages need, so that installing it needs no Node."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from vatra.commands import assets, translations

ROOT = Path(__file__).parents[2]


def test_a_wheel_brings_the_front_end_the_translations_and_the_sql(tmp_path: Path) -> None:
    assets.build()
    translations.compile_all()
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("vatra-*.whl")
    inside = set(ZipFile(wheel).namelist())
    assert {
        "vatra/static/built/vatra.css",
        "vatra/static/built/htmx.min.js",
        "vatra/locale/sq/LC_MESSAGES/django.mo",
        "vatra/locale/sr_Latn/LC_MESSAGES/django.mo",
        "vatra/desk/sql/reach.sql",
        "vatra/law/packs/kosovo/clocks.toml",
        "vatra/decisions/documents/typst/letter.typ",
        "vatra/kernel/typesetting/typst/paper.typ",
        "vatra/decisions/documents/texts/sq/child_up_to_7.txt",
        "vatra/decisions/documents/texts/sr/sheet.toml",
        "vatra/static/built/fonts/NotoEmoji_400Regular.ttf",
    } <= inside
    assert not [name for name in inside if name.endswith((".scss", ".map")) and "/built/" in name]
