"""Policy briefs: versions as a file or an address, and to whom each was given on which day."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.advocacy.actions import a_post, an_officer, announced, keeping
from tests.advocacy.test_press import PDF, a_picture
from tests.builders import TODAY, at, signed_in
from vatra.advocacy.actions.briefs import Version, issue_version, plan_brief
from vatra.advocacy.models import Brief, BriefGiven, BriefVersion
from vatra.kernel.in_languages import Wording
from vatra.kernel.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

ISSUED = {"language": "en", "issued_on_day": "16", "issued_on_month": "3", "issued_on_year": "2026"}


def a_brief(slug: str = "foster-allowance") -> Brief:
    """A brief about the allowance of foster families."""
    summary = Wording(en="Pay foster families in time.")
    return plan_brief(announced=announced(slug), summary=summary, towards="adopted", by=keeping())


def test_a_version_is_a_file_with_its_digest(client: Client) -> None:
    a_brief()
    browser = signed_in(client, an_officer())
    sent = SimpleUploadedFile("brief.pdf", PDF)
    browser.post("/briefs/foster-allowance/versions/new/", {**ISSUED, "number": "1", "file": sent})
    version = BriefVersion.objects.get()
    assert (bytes(version.content or b""), version.file_name) == (PDF, "foster-allowance-1-en.pdf")
    assert Event.objects.filter(act="issue_version").get().facts == {"number": 1, "sha256": version.digest}
    answer = browser.get(f"/brief-versions/{version.pk}/file/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="foster-allowance-1-en.pdf"'
    page = browser.get("/briefs/foster-allowance/versions/new/").content.decode()
    assert 'name="number" value="2"' in page


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"number": "1"}, "Send a file, or say where the brief can be read."),
        ({"number": "1", "file": "picture"}, "Send the brief as a PDF."),
        ({"number": "1", "address": "javascript:alert(1)"}, "Enter a valid URL."),
    ],
)
def test_a_version_is_not_issued_like_this(client: Client, sent: dict[str, object], said: str) -> None:
    a_brief()
    if "file" in sent:
        sent = sent | {"file": SimpleUploadedFile("brief.pdf", a_picture())}
    answer = signed_in(client, an_officer()).post(
        "/briefs/foster-allowance/versions/new/", {**ISSUED, **sent}
    )
    assert (answer.status_code, BriefVersion.objects.count()) == (422, 0)
    assert said in answer.content.decode()


def test_a_version_is_given_to_somebody_in_office_on_a_day(client: Client) -> None:
    version = issue_version(
        brief=a_brief(), version=Version(1, "en", TODAY, address="https://vatra.example/1"), by=keeping()
    )
    post = a_post()
    browser = signed_in(client, an_officer())
    given = {"post": post.pk, "how": "meeting", "note": "She will read it.", "given_on_day": "16"}
    given |= {"given_on_month": "3", "given_on_year": "2026"}
    browser.post(f"/brief-versions/{version.pk}/give/", given)
    assert (BriefGiven.objects.get().post, BriefGiven.objects.get().given_on) == (post, TODAY)
    assert "She will read it." in browser.get("/briefs/foster-allowance/").content.decode()
    again = browser.post(f"/brief-versions/{version.pk}/give/", given | {"note": "Again."})
    assert "already written down" in again.content.decode()
    assert browser.get(f"/brief-versions/{version.pk}/file/").status_code == 404
