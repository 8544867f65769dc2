"""Filters that are kept: what somebody asked a list for last time, it shows next time."""

from collections.abc import Collection, Mapping

from vatra.desk.models import KeptFilter

CLEAR = "clear"


def asked_for(user_id: int, page: str, names: Collection[str], address: Mapping[str, str]) -> dict[str, str]:
    """What the address asks for, which is kept from now on, or else what was kept; nothing after clearing."""
    if CLEAR in address:
        _keep(user_id, page, {})
        return {}
    kept = KeptFilter.objects.filter(user_id=user_id, page=page).values_list("asked", flat=True).first() or {}
    if not any(name in address for name in names):
        return {name: str(value) for name, value in kept.items() if name in names}
    asked = {name: address[name] for name in names if address.get(name)}
    if asked != kept:
        _keep(user_id, page, asked)
    return asked


def _keep(user_id: int, page: str, asked: Mapping[str, str]) -> None:
    KeptFilter.objects.update_or_create(user_id=user_id, page=page, defaults={"asked": dict(asked)})
