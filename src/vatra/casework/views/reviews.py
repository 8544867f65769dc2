"""Planning a review, holding the planned one, putting it off, and its minutes."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import MORE
from vatra.casework.doors import enter, read
from vatra.casework.entry_kinds import REVIEW
from vatra.casework.file_writing import FileWriting
from vatra.casework.forms.planned_review import MissedReviewForm, PlanReviewForm
from vatra.casework.models import PlannedReview, Review
from vatra.casework.page import frame
from vatra.casework.reviews.minutes import minutes_of
from vatra.casework.reviews.states import state_of
from vatra.casework.views.entries import write_entry
from vatra.kernel.days_in_words import in_words
from vatra.kernel.typesetting.languages import DOCUMENT_LANGUAGES, in_language


@needs(Permission.WRITE_FILE)
def plan_review(request: StaffRequest, reference: str) -> HttpResponse:
    """Set day and place of the next review, and invite to it."""
    entered = enter(request, reference, Permission.WRITE_FILE)
    writing = FileWriting(request, entered)
    sizes = PlanReviewForm.sizes(writing.kept, request.POST.get(MORE, ""))
    form = writing.form(PlanReviewForm, file=entered.file, **sizes)
    return writing.one_act(
        form,
        template="casework/plan_review.html",
        title=_("Plan the next review"),
        lead=_("A planned review is not yet a review: the clock runs on until it is held."),
        button=_("Plan the review"),
        said=_("The review is planned."),
        to=_page_of,
    )


@needs(Permission.READ_FILE)
def planned_review(request: StaffRequest, pk: int) -> HttpResponse:
    """A planned review: when, where, who is invited, and what has become of it."""
    planned = _planned(pk)
    entered = read(request, planned.file.reference, page="planned_review", earliest=planned.planned_on)
    held = planned.held_as.filter(corrected_by__isnull=True).first()
    context = {
        "frame": frame(entered),
        "planned": planned,
        "state": state_of(planned).value,
        "held": held,
        "new": PlannedReview.objects.filter(instead_of=planned).first(),
        "invited": planned.invited.select_related("person").order_by("pk"),
        "today": entered.by.today,
    }
    return render(request, "casework/planned_review.html", context)


@needs(Permission.WRITE_FILE)
def hold_review(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down that the planned review was held."""
    planned = _planned(pk)
    entered = enter(request, planned.file.reference, Permission.WRITE_FILE)
    return write_entry(request, entered, REVIEW, planned=planned)


@needs(Permission.WRITE_FILE)
def review_did_not_take_place(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down why the planned review was not held, and set the new day."""
    planned = _planned(pk)
    entered = enter(request, planned.file.reference, Permission.WRITE_FILE)
    writing = FileWriting(request, entered)
    form = writing.form(MissedReviewForm, planned=planned)
    return writing.one_act(
        form,
        title=say("The review of %(day)s did not take place") % {"day": in_words(planned.meets_on)},
        button=_("Save"),
        back=_page_of(planned),
        said=_("The new day is set. Who was invited is invited again."),
        to=_page_of,
    )


@needs(Permission.READ_FILE)
def minutes(request: StaffRequest, pk: int, language: str) -> HttpResponse:
    """The minutes of a review in one language; fetching them is a reading of the file."""
    if language not in DOCUMENT_LANGUAGES:
        raise Http404
    whole = Review.objects.select_related("file__child", "file__unit", "led_by", "planned", "corrected_by")
    review = get_object_or_404(whole, pk=pk)
    read(request, review.file.reference, page="minutes", earliest=review.held_on)
    with in_language(language):
        name = slugify(say("Minutes of the review of %(day)s") % {"day": review.held_on.isoformat()})
    answer = HttpResponse(minutes_of(review, language), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}-{language}.pdf"'
    answer["Cache-Control"] = "no-store, private"
    return answer


def _planned(pk: int) -> PlannedReview:
    return get_object_or_404(PlannedReview.objects.select_related("file", "planned_by"), pk=pk)


def _page_of(planned: PlannedReview) -> str:
    return reverse("casework:planned_review", args=[planned.pk])
