"""Every address of the site."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from django.views.i18n import set_language

# Under an address of the public site, in its language.
handler404 = "vatra.public.views.lost.not_found"
urlpatterns: list[URLPattern | URLResolver] = [
    # Before everything else: nobody is in a greater hurry than those who sign, and /sq/, /sr/ and /en/ are nobody else's.
    path("", include("vatra.public.urls")),
    # Addresses are kept on our own page about mails: the library's pages lead to ours.
    path("account/", RedirectView.as_view(pattern_name="access:my_account")),
    path("account/email/", RedirectView.as_view(pattern_name="access:my_account")),
    path("account/", include("allauth.urls")),
    path("language/", login_not_required(set_language), name="set_language"),
    path("", include("vatra.access.urls")),
    path("", include("vatra.casework.urls")),
    path("", include("vatra.law.urls")),
    path("", include("vatra.desk.urls")),
    path("", include("vatra.homes.urls")),
    path("", include("vatra.exchange.urls")),
    path("", include("vatra.decisions.urls")),
    path("", include("vatra.placements.urls")),
    path("", include("vatra.advocacy.urls")),
]
