"""The languages of the public site, as its addresses name them."""

from django.conf import settings
from django.utils.translation.trans_real import parse_accept_lang_header

# In the address the short code; Serbian is written in Latin letters.
OF_ADDRESS = {code.partition("-")[0]: code for code, _name in settings.LANGUAGES}
IN_ADDRESS = {code: short for short, code in OF_ADDRESS.items()}
# Who reads one of these reads Serbian in Latin letters.
NEAR = {"bs": "sr", "hr": "sr", "cnr": "sr", "me": "sr", "sh": "sr"}


def asked_for(accepted: str) -> str:
    """The language of the site that a browser asks for first, as addresses name it; else the organisation's."""
    for wanted, _weight in parse_accept_lang_header(accepted.lower()):
        short = wanted.partition("-")[0]
        if (known := NEAR.get(short, short)) in OF_ADDRESS:
            return known
    return IN_ADDRESS[settings.LANGUAGE_CODE]


class LanguageOfAddress:
    """The part of an address that names a language of the site: no other address is looked for among its pages."""

    regex = "|".join(OF_ADDRESS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
