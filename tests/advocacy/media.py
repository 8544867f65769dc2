"""Outlets, clippings and their coding, with quiet defaults."""

from collections.abc import Mapping
from datetime import date

from tests.advocacy.actions import an_officer, keeping
from tests.builders import TODAY, another
from vatra.access.models import User
from vatra.advocacy.actions.coding import code_clipping
from vatra.advocacy.actions.media import Found, add_outlet, keep_clipping, set_message
from vatra.advocacy.media.books import latest
from vatra.advocacy.models import Campaign, Clipping, Coding, KeyMessage, Outlet
from vatra.kernel.in_languages import Wording


def an_outlet(name: str = "") -> Outlet:
    """A news site."""
    name = name or f"Zëri i vogël {another()}"
    return add_outlet(name=name, kind="portal", language="sq", reach="national", by=keeping())


def found(**fields: object) -> Found:
    """An article of today."""
    quiet: dict[str, object] = {
        "address": f"https://zeri.example/lajme/{another()}",
        "title": "Një familje për çdo fëmijë",
        "published_on": TODAY,
        "language": "sq",
    }
    given = quiet | fields
    return Found(**(given | {"outlet": given.get("outlet") or an_outlet()}))  # type: ignore[arg-type]


def a_clipping(campaign: Campaign | None = None, **fields: object) -> Clipping:
    """An article that is kept."""
    told = found(campaign=campaign, **fields)
    return keep_clipping(found=told, by=keeping())


def a_message(campaign: Campaign, wording: str = "Every child belongs in a family") -> KeyMessage:
    """What the campaign wants people to have heard."""
    return set_message(
        campaign=campaign, wording=Wording(en=wording), first_day=date(2015, 5, 15), by=keeping()
    )


def answers(**changed: str) -> dict[str, str]:
    """An article that wrongs nobody and carries nothing."""
    quiet = {question.code: "no" for question in latest().questions if question.is_ethical}
    return quiet | {"reach": "large", "tone": "neutral", "message": "none"} | changed


def coded(clipping: Clipping, coder: User | None = None, codes: Mapping[str, str] | None = None) -> Coding:
    """Somebody answered the code book."""
    return code_clipping(clipping=clipping, codes=codes or answers(), by=keeping(coder or an_officer()))
