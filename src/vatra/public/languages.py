"""The languages of the public site, as its addresses name them."""

from django.conf import settings

# In the address the short code; Serbian is written in Latin letters.
OF_ADDRESS = {code.partition("-")[0]: code for code, _name in settings.LANGUAGES}
IN_ADDRESS = {code: short for short, code in OF_ADDRESS.items()}
