"""Acts on institutions: entering one with its posts, and who holds a post."""

from collections.abc import Mapping
from datetime import date

from vatra.advocacy.models import Institution, Post, Term
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.in_languages import wording
from vatra.kernel.ledger import Actor, record
from vatra.kernel.period import ONE_DAY


@atomic()
def enter_institution(
    *, name: Mapping[str, str], level: str, municipality: str, by: Actor, code: str = ""
) -> Institution:
    """Write down a body that can change something for children."""
    institution = Institution(name=wording(name), level=level, municipality=municipality, code=code)
    well_formed(institution)
    institution.save()
    facts = {"level": level, "municipality": municipality, "code": code}
    record("enter_institution", by=by, chain=institution.key, subject=institution, facts=facts)
    return institution


@atomic()
def enter_post(
    *, institution: Institution, title: Mapping[str, str], by: Actor, email: str = "", code: str = ""
) -> Post:
    """Write down an office in an institution, whoever holds it."""
    post = Post(institution=institution, title=wording(title), email=email, code=code)
    well_formed(post)
    post.save()
    record("enter_post", by=by, chain=institution.key, subject=post, facts={"code": code})
    return post


@atomic()
def change_post(*, post: Post, title: Mapping[str, str], email: str, by: Actor) -> Post:
    """The post is called otherwise, or its office is written to at another address."""
    post.title, post.email = wording(title), email
    well_formed(post)
    post.save(update_fields=["title", "email"])
    record("change_post", by=by, chain=post.institution.key, subject=post)
    return post


@atomic()
def begin_term(
    *, post: Post, holder: str, first_day: date, last_day: date | None, source: str, by: Actor
) -> Term:
    """Somebody holds the post from this day; whoever held it until now did so until the day before."""
    post.terms.filter(last_day__isnull=True, first_day__lt=first_day).update(last_day=first_day - ONE_DAY)
    term = Term(post=post, holder=holder, first_day=first_day, last_day=last_day, source=source)
    well_formed(term)
    term.save()
    record(
        "begin_term", by=by, chain=post.institution.key, subject=term, on=first_day, facts={"post": post.pk}
    )
    return term


@atomic()
def end_term(*, term: Term, last_day: date, by: Actor) -> Term:
    """After this day the post is held by nobody, or by somebody else."""
    term.last_day = last_day
    well_formed(term)
    term.save(update_fields=["last_day"])
    chain = term.post.institution.key
    record("end_term", by=by, chain=chain, subject=term, on=last_day, facts={"post": term.post_id})
    return term
