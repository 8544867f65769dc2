"""All that a worker needs, loaded once: the workers of the tests are forked from the process that imports this first."""

import gc
import os

import django
from django.conf import settings
from django.urls import reverse
from django.utils import translation

os.environ["VATRA_LOG_LEVEL"] = "INFO"
django.setup()
# As the first mail does: its links and its words are read.
for language, _name in settings.LANGUAGES:
    with translation.override(language):
        reverse("public:front", args=["en"])
gc.freeze()
