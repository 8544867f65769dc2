"""The door for the production web server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vatra.settings")
application = get_wsgi_application()

from vatra.access.doors import refuse_to_start_without_permissions  # noqa: E402 - the models it knows exist only now

refuse_to_start_without_permissions()
