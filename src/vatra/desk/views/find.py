"""Finding a person."""

from django.http import HttpResponse
from django.shortcuts import render

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.desk.find import find_files
from vatra.desk.forms import WhomToFind
from vatra.kernel import clock
from vatra.people.age import age_in_words


@needs(Permission.FIND_PERSON)
def find(request: StaffRequest) -> HttpResponse:
    """One field for everything that is known; nothing is told about files that are not open to the user."""
    form = WhomToFind(request.GET if "q" in request.GET else None)
    today, found = clock.today(), None
    if form.is_valid():
        files = find_files(form.cleaned_data["q"], by=request.user, on=today)
        found = [(each, age_in_words(each.file.child.birth, today)) for each in files]
    return render(request, "desk/find.html", {"form": form, "found": found})
