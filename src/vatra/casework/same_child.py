"""Is this the same child? People who may be meant, only among those the asking person may see anyway."""

from collections import Counter
from datetime import date
from itertools import combinations

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from vatra.access.models import User
from vatra.casework.models import Concern, ConcernChild, File
from vatra.people.models import Kinship, Person
from vatra.people.names.keys import KEY_COLUMNS, Facts, probe_keys
from vatra.people.names.tokens import pair_key, words_of

MOST_SHOWN = 5
MOST_LOOKED_AT = 20


def who_may_be_meant(facts: Facts, *, user: User, on: date) -> list[Person]:
    """At most five known people who share keys with what was typed, the likeliest first."""
    probes = probe_keys(facts)
    visible = people_visible_to(user, on=on).select_related("keys")
    shared = Q(*(Q((f"keys__{column}__in", keys)) for column, keys in probes.items()), _connector=Q.OR)
    by_keys = visible.filter(shared)[:MOST_LOOKED_AT] if probes else ()
    words = words_of(f"{facts.given} {facts.family}")
    pairs = [pair_key(*pair) for pair in combinations(words, 2)]
    by_name = visible.filter(name_tokens__key__in=pairs)[:MOST_LOOKED_AT] if pairs else ()
    found = {person.pk: person for person in (*by_keys, *by_name)}
    fits = Counter({pk: _keys_shared(person, probes) for pk, person in found.items()})
    return [found[pk] for pk, _shared in fits.most_common(MOST_SHOWN)]


def people_visible_to(user: User, *, on: date) -> QuerySet[Person]:
    """Children whose files or concerns the user may see, and relatives; each child with those files."""
    files = File.objects.visible_to(user, on=on)
    concerns = Concern.objects.visible_to(user, on=on)
    own = files.filter(child=OuterRef("pk"))
    kin = Kinship.objects.filter(relative=OuterRef("pk"), person__files__in=files)
    worried_about = ConcernChild.objects.filter(child=OuterRef("pk"), concern__in=concerns)
    shown = Prefetch("files", queryset=files.order_by("-opened_on"), to_attr="files_seen")
    seen = Person.objects.filter(Exists(own) | Exists(kin) | Exists(worried_about))
    return seen.prefetch_related(shown)


def _keys_shared(person: Person, probes: dict[str, list[int]]) -> int:
    return sum(getattr(person.keys, column) in probes.get(column, ()) for column in KEY_COLUMNS)
