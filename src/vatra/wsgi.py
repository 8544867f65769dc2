"""The door for the production web server."""

import gc
import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.urls import reverse
from django.utils import translation

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vatra.settings")
application = get_wsgi_application()
if settings.SECRET_KEY == settings.NO_SECRET or settings.SEAL_KEY == settings.NO_SEAL:
    raise ImproperlyConfigured(
        "Set VATRA_SECRET_KEY and VATRA_SEAL_KEY, or start by ./vatra serve, which makes them."
    )

from vatra.access.doors import refuse_to_start_without_permissions  # noqa: E402 - the models it knows exist only now

refuse_to_start_without_permissions()

# Read before the workers part from each other: nobody who asks first waits for it, and it is in memory once.
for language, _name in settings.LANGUAGES:
    with translation.override(language):
        reverse("public:front", args=["en"])

# All of it stays until the end: no worker looks at it again for what nobody uses, which would copy it page by page.
gc.freeze()
