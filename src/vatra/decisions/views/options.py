"""Putting an option on the table, and saying it more exactly."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.casework.page import frame
from vatra.decisions.actions import add_option, change_option
from vatra.decisions.doors import Asked, enter_question
from vatra.decisions.forms.option import ChangeOptionForm, OptionForm
from vatra.decisions.kinds import kind_of
from vatra.decisions.models import Question
from vatra.homes.models import Home, Homes


@needs(Permission.PREPARE_DECISION)
def new_option(request: StaffRequest, pk: int) -> HttpResponse:
    """Put one more option on the table."""
    asked = enter_question(request, Question.objects.filter(pk=pk), Permission.PREPARE_DECISION)
    asks, writing = kind_of(asked.question.kind), Writing(request)
    form = writing.form(OptionForm, asks=asks, homes=_homes_to_choose(asked))
    done = writing.send(
        form,
        lambda: add_option(question=asked.question, by=asked.entered.by, **form.cleaned_data),
        to=lambda option: reverse("decisions:weigh", args=[option.pk]),
        said=_("The option is on the table. Now weigh it."),
    )
    return done or writing.page(
        form,
        title=_("Add an option"),
        lead=_("Begin with contact as before, then what protects the child with the least loss of contact.")
        if asks.about_contact
        else _(
            "Family first: the birth family, then relatives, then a foster or SOS family or adoption, then other forms."
        ),
        button=_("Put it on the table"),
        back=reverse("decisions:question", args=[pk]),
        frame=frame(asked.entered),
    )


@needs(Permission.PREPARE_DECISION)
def changed_option(request: StaffRequest, pk: int) -> HttpResponse:
    """Name the home once it is found; say what the option would mean."""
    asked = enter_question(request, Question.objects.filter(options=pk), Permission.PREPARE_DECISION)
    option = get_object_or_404(asked.question.options.select_related("question"), pk=pk)
    back = reverse("decisions:question", args=[asked.question.pk])
    writing = Writing(request)
    form = writing.form(
        ChangeOptionForm, option=option, asks=kind_of(asked.question.kind), homes=_homes_to_choose(asked)
    )
    done = writing.send(
        form,
        lambda: change_option(option=option, by=asked.entered.by, **form.as_changed()),
        to=lambda _option: back,
        said=_("The option reads as written."),
    )
    return done or writing.page(
        form,
        title=_("Change: %(option)s") % {"option": option.in_words},
        lead=option.get_form_display() or option.get_contact_display(),
        button=_("Keep the option"),
        back=back,
        frame=frame(asked.entered),
    )


def _homes_to_choose(asked: Asked) -> Homes:
    """The homes of the organisation that are open today."""
    organisation = asked.question.unit.lineage[0]
    homes = Home.objects.open_on(asked.entered.by.today).filter(unit__lineage__contains=[organisation])
    return homes.order_by("name", "pk")
