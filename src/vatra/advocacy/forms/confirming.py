"""Acts with nothing to fill in: the button is the answer."""

from typing import Any

from vatra.advocacy.actions.evaluation import evaluate, keep_as_exploratory, lock_plan
from vatra.advocacy.actions.result_pages import release_page
from vatra.advocacy.actions.waves import close_wave, open_wave
from vatra.advocacy.models import EvaluationPlan, EvaluationResult, ResultPage, SurveyWave
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor


class OpenWaveForm(ActForm):
    """The wave is opened."""

    def __init__(self, data: Any = None, *, about: SurveyWave) -> None:
        super().__init__(data)
        self.wave = about

    def write(self, *, by: Actor) -> SurveyWave:
        """The one act of this form."""
        return open_wave(wave=self.wave, by=by)


class CloseWaveForm(OpenWaveForm):
    """The wave is closed."""

    def write(self, *, by: Actor) -> SurveyWave:
        """The one act of this form."""
        return close_wave(wave=self.wave, by=by)


class LockPlanForm(ActForm):
    """The plan is locked."""

    def __init__(self, data: Any = None, *, about: EvaluationPlan) -> None:
        super().__init__(data)
        self.plan = about

    def write(self, *, by: Actor) -> Any:
        """The one act of this form."""
        return lock_plan(plan=self.plan, by=by)


class ExploratoryForm(LockPlanForm):
    """The plan is kept as exploratory."""

    def write(self, *, by: Actor) -> Any:
        """The one act of this form."""
        return keep_as_exploratory(plan=self.plan, by=by)


class EvaluateForm(LockPlanForm):
    """The plan is computed on the data of today."""

    def write(self, *, by: Actor) -> EvaluationResult:
        """The one act of this form."""
        return evaluate(plan=self.plan, by=by)


class ReleaseForm(ActForm):
    """The page is released."""

    def __init__(self, data: Any = None, *, about: ResultPage) -> None:
        super().__init__(data)
        self.page = about

    def write(self, *, by: Actor) -> ResultPage:
        """The one act of this form."""
        return release_page(page=self.page, by=by)
