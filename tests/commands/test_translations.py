import gettext
import os

import polib

from vatra.commands import translations


def a_catalogue(path, sentence, translation):
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid=sentence, msgstr=translation))
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))


def compiled(path, sentence):
    with path.with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file).gettext(sentence)


def test_a_changed_catalogue_is_compiled_again(tmp_path, monkeypatch):
    monkeypatch.setattr(translations, "LOCALE", tmp_path)
    source = tmp_path / "sq" / "LC_MESSAGES" / "django.po"
    a_catalogue(source, "Home", "Shtëpi")
    translations.compile_all()
    assert compiled(source, "Home") == "Shtëpi"
    a_catalogue(source, "Home", "Vatër")
    later = source.with_suffix(".mo").stat().st_mtime + 1
    os.utime(source, (later, later))
    translations.compile_all()
    assert compiled(source, "Home") == "Vatër"
