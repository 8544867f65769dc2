"""Addresses about the texts of the public site."""

from django.urls import URLPattern, path

from vatra.advocacy.views import editions, reaching_us, site

_EDITION = "site/pages/<slug:slug>/editions/<int:number>/"

addresses: list[URLPattern] = [
    path("site/", site.site, name="site"),
    path("site/new/", site.new_site_page, name="new_site_page"),
    path("site/reach-us/", reaching_us.reach_us, name="reach_us"),
    path("site/receiving/", reaching_us.receiving, name="receiving"),
    path("site/receiving/new/", reaching_us.new_receiving, name="new_receiving"),
    path("site/receiving/<int:pk>/end/", reaching_us.end_receiving, name="end_receiving"),
    path("site/pages/<slug:slug>/", site.site_page, name="site_page"),
    path("site/pages/<slug:slug>/write/", site.write_site_page, name="write_site_page"),
    path("site/pages/<slug:slug>/links/", site.arrange_site_page, name="arrange_site_page"),
    path("site/pages/<slug:slug>/down/", site.take_site_page_down, name="take_site_page_down"),
    path(_EDITION, editions.edition, name="edition"),
    path(_EDITION + "publish/", editions.publish, name="publish_edition"),
    path(_EDITION + "off/", editions.call_off, name="call_off_edition"),
    path(_EDITION + "again/", editions.go_back, name="go_back_to_edition"),
]
