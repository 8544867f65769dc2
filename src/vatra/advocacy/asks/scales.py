"""What other trackers would call it: each scale is a table, total over our own words. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.asks.words import Stage
from vatra.advocacy.words import Theme
from vatra.kernel.sentence import Sentence


class MunicipalPromise(models.TextChoices):
    """The four steps by which the GAP Institute follows what mayors promised (advocacy-ux §2.1)."""

    FULFILLED = "fulfilled", _("Fulfilled")
    PARTLY = "partly", _("Partly fulfilled")
    BEGUN = "begun", _("Begun")
    NO_INITIATIVE = "no_initiative", _("No initiative")


class Completion(models.TextChoices):
    """The five steps by which the Open Government Partnership says how complete a commitment is (advocacy-ux §2.1)."""

    NO_EVIDENCE = "no_evidence", _("No evidence")
    NOT_STARTED = "not_started", _("Not started")
    LIMITED = "limited", _("Limited")
    SUBSTANTIAL = "substantial", _("Substantial")
    COMPLETE = "complete", _("Complete")


# Words alone are no initiative; a draft is one; a rule on paper is a part; a practice is the whole. What we ask no
# more stands on no scale: nobody owes it.
AS_MUNICIPAL_PROMISE: Mapping[Stage, MunicipalPromise | None] = {
    Stage.ASKED: MunicipalPromise.NO_INITIATIVE,
    Stage.COMMITTED: MunicipalPromise.NO_INITIATIVE,
    Stage.DRAFTED: MunicipalPromise.BEGUN,
    Stage.ADOPTED: MunicipalPromise.PARTLY,
    Stage.IN_FORCE: MunicipalPromise.PARTLY,
    Stage.PRACTISED: MunicipalPromise.FULFILLED,
    Stage.REPEALED: MunicipalPromise.NO_INITIATIVE,
    Stage.WITHDRAWN: None,
}

AS_COMPLETION: Mapping[Stage, Completion | None] = {
    Stage.ASKED: Completion.NO_EVIDENCE,
    Stage.COMMITTED: Completion.NOT_STARTED,
    Stage.DRAFTED: Completion.LIMITED,
    Stage.ADOPTED: Completion.SUBSTANTIAL,
    Stage.IN_FORCE: Completion.SUBSTANTIAL,
    Stage.PRACTISED: Completion.COMPLETE,
    Stage.REPEALED: Completion.NOT_STARTED,
    Stage.WITHDRAWN: None,
}

# The number of each theme in the Tracking Progress Tool on the UN Guidelines, with what it asks about.
IN_TRACKING_PROGRESS: Mapping[Theme, tuple[int, Sentence]] = {
    Theme.PREVENT_NEED: (1, _("Is the need for alternative care prevented?")),
    Theme.GATEKEEPING: (2, _("Is alternative care used only where it is necessary?")),
    Theme.MINIMUM_STANDARDS: (3, _("Does the care that is given meet minimum standards?")),
    Theme.BEST_INTEREST: (4, _("Does the care that is given meet the child’s needs and best interest?")),
}


@dataclass(frozen=True)
class OnOtherScales:
    """What other trackers would call the state of an ask; None where they have no word for it."""

    municipal_promise: MunicipalPromise | None
    completion: Completion | None
    theme_number: int
    theme_question: Sentence


def on_other_scales(stage: Stage, theme: Theme) -> OnOtherScales:
    """The same stage and theme in the words of the GAP Institute, the OGP and the Tracking Progress Tool."""
    number, question = IN_TRACKING_PROGRESS[theme]
    return OnOtherScales(AS_MUNICIPAL_PROMISE[stage], AS_COMPLETION[stage], number, question)
