"""What we know: the surveys, series, plans and results of a campaign."""

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.models import Campaign
from vatra.advocacy.page import show


@needs(Permission.SEE_CAMPAIGNS)
def knowledge(request: StaffRequest) -> HttpResponse:
    """The campaigns of which something is known, the newest first."""
    counts = {name: Count(name, distinct=True) for name in ("surveys", "series", "plans", "result_pages")}
    campaigns = Campaign.objects.annotate(**{f"number_of_{name}": count for name, count in counts.items()})
    return show(
        request, "advocacy/knowledge.html", {"campaigns": campaigns.order_by("-first_day", "-pk")[:100]}
    )


@needs(Permission.SEE_CAMPAIGNS)
def known(request: StaffRequest, pk: int) -> HttpResponse:
    """What is asked, counted, planned and found for one campaign."""
    campaign = get_object_or_404(Campaign, pk=pk)
    context = {
        "campaign": campaign,
        "surveys": campaign.surveys.prefetch_related("waves").order_by("pk"),
        "series": campaign.series.order_by("pk"),
        "plans": campaign.plans.order_by("launch_on", "pk"),
        "pages": campaign.result_pages.order_by("-written_at", "-pk"),
    }
    return render(request, "advocacy/known.html", context)


def known_of(campaign: Campaign) -> str:
    """Where what we know of a campaign is read."""
    return reverse("advocacy:known", args=[campaign.pk])
