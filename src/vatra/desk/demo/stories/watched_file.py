"""A girl whose file several people have opened: what the access log is for."""

from vatra.access.roles import Role
from vatra.casework.actions import open_page
from vatra.casework.models import File
from vatra.casework.words.assessment import Domain, Standing, SupportKind, SupportResult
from vatra.casework.words.worry import CauseKind, Source, Urgency
from vatra.desk.demo.staff import Cast
from vatra.desk.demo.telling import (
    Finding,
    a_child,
    a_grown_up,
    look_into,
    parents_as_guardian,
    take_in,
    visited,
    worry_about,
)
from vatra.desk.demo.town import acting
from vatra.people.words import Language, Sex

WORRY = (
    "Vajza mungoi tri javë. Nëna thotë se nuk kanë këpucë për dimër dhe se fëmijët e tjerë e quajnë me emra."
)
READ_BY = (
    (21, "supervisor", Role.SUPERVISOR, "file"),
    (20, "colleague", Role.SOCIAL_WORKER, "file"),
    (13, "safeguarding.officer", Role.SAFEGUARDING_OFFICER, "timeline"),
    (4, "auditor", Role.AUDITOR, "file"),
    (2, "supervisor", Role.SUPERVISOR, "access_log"),
)


def tell(cast: Cast) -> None:
    """Sabrina stays with her mother, with support: poverty separates nobody."""
    town, languages = cast.prishtine, (Language.ROMANI, Language.ALBANIAN)
    mother = a_grown_up(town, "Sevdije", "Mustafa", Sex.FEMALE, years=30, ago=75, languages=languages)
    sabrina = a_child(
        town, "Sabrina", "Mustafa", Sex.FEMALE, years=7.7, ago=75, mother=mother, languages=languages
    )
    concern = worry_about(
        town,
        [sabrina],
        ago=72,
        worry=WORRY,
        causes=[CauseKind.POVERTY, CauseKind.HOUSING],
        source=Source.SCHOOL,
        urgency=Urgency.WEEK,
        told_by="Drejtorja e shkollës",
    )
    (file,) = take_in(town, concern, ago=70)
    parents_as_guardian(town, file, mother, ago=70)
    look_into(
        town,
        file,
        ago=48,
        support=SupportKind.GOODS,
        result=SupportResult.HELPED,
        tried="Këpucë, dru, dhe një mësuese që e pret te dera.",
        findings=(
            Finding(Domain.CLOSE_CARER, Standing.WELL, "Nëna dhe Sabrina qeshin shumë bashkë."),
            Finding(Domain.HOME, Standing.WORRY, "E pastër.", "Pa dritare në dimër.", "Riparim nga komuna."),
            Finding(
                Domain.LEARNING, Standing.WATCH, "Di të numërojë deri në njëqind.", "Mungesa.", "Mentor."
            ),
        ),
        child_view="“Shkolla më pëlqen kur mësuesja më thërret me emër.”",
        conclusion="Mbetet me nënën; ndihma për banesën dhe shkollën vazhdon.",
    )
    visited(town, file, ago=26, child_words="“Tash kam këpucë të kuqe.”", account="Dritaret u vendosën.")
    _read(cast, file)


def _read(cast: Cast, file: File) -> None:
    for ago, username, role, page in READ_BY:
        by = acting(cast.users[username], role, cast.prishtine.ago(ago))
        open_page(file=file, page=page, earliest=file.opened_on, by=by)
