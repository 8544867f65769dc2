import polib

from vatra.commands import sentences, translations

PYTHON = """
from django.utils.translation import gettext_lazy as _
label = _("A home")
long = _("One sentence "
         "on two lines.")
count = ngettext("%(days)s day", "%(days)s days", days)
month = pgettext("alt. month", "May")
"""
TEMPLATE = """
{% translate "Family" as label %}{{ label }}
    {% blocktranslate trimmed with child=file.child.name %}
        The view of {{ child }}
        is missing.
    {% endblocktranslate %}
{% blocktranslate trimmed count days=days %}{{ days }} day{% plural %}{{ days }} days{% endblocktranslate %}
"""


def keys_of(path):
    return [translations.key_of(entry) for entry in translations.read(path)]


def test_sentences_are_found_in_python():
    assert list(sentences.in_python(PYTHON)) == [
        ("", "A home", ""),
        ("", "One sentence on two lines.", ""),
        ("", "%(days)s day", "%(days)s days"),
        ("alt. month", "May", ""),
    ]


def test_sentences_are_found_in_templates():
    assert list(sentences.in_template(TEMPLATE)) == [
        ("", "Family", ""),
        ("", "The view of %(child)s is missing.", ""),
        ("", "%(days)s day", "%(days)s days"),
    ]


def test_what_was_translated_stays_and_what_vanished_goes(tmp_path, monkeypatch):
    monkeypatch.setattr(translations, "LOCALE", tmp_path)
    path = tmp_path / "sq" / "LC_MESSAGES" / "django.po"
    translations.take_over([("", "Home", ""), ("", "Visit", "")])
    catalogue = translations.read(path)
    for entry in catalogue:
        entry.msgstr = {"Home": "Shtëpia", "Visit": "Vizita"}[entry.msgid]
    catalogue.save()
    translations.take_over([("", "%(days)s day", "%(days)s days"), ("", "Home", "")])
    assert keys_of(path) == [("", "%(days)s day", "%(days)s days"), ("", "Home", "")]
    assert [entry.msgstr for entry in translations.read(path) if entry.msgid == "Home"] == ["Shtëpia"]
    assert "Vizita" not in path.read_text()


def test_a_new_catalogue_names_no_day_and_nobody(tmp_path, monkeypatch):
    monkeypatch.setattr(translations, "LOCALE", tmp_path)
    translations.take_over([("", "Home", "")])
    header = polib.pofile(str(tmp_path / "sr_Latn" / "LC_MESSAGES" / "django.po")).metadata
    assert set(header) == {
        "Project-Id-Version",
        "Language",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
        "Plural-Forms",
    }
    assert header["Plural-Forms"].startswith("nplurals=3;")
