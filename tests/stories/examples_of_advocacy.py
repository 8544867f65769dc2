"""For each kind of page of advocacy and of the public site, what of the demonstration it shows."""

from vatra.advocacy.models import (
    AskUpdate,
    Campaign,
    CampaignGoal,
    CampaignWorker,
    ContributionRating,
    Encounter,
    GoalReading,
    PolicyAsk,
    Promise,
    PromiseJudgement,
    Stance,
    Term,
)

# Papers, tables and feeds: no pages.
FILES_OF_ADVOCACY = {
    "advocacy:asks_csv",
    "advocacy:asks_scorecard",
    "public:ask_updates",
    "public:asks_csv",
    "public:asks_scorecard",
}
OF_A_CAMPAIGN = (
    *("campaign", "change_campaign", "show_campaign", "open_part", "add_phase"),
    *("name_partner", "join_campaign", "set_goal", "ask_policy"),
)
OF_AN_ASK = (
    *("ask", "reword_ask", "show_ask", "write_update", "withdraw_ask"),
    *("rate_progress", "rate_quality", "rate_contribution"),
)
OF_A_POST = ("post", "change_post", "begin_term", "record_stance", "meet_post", "record_promise")
OF_AN_INSTITUTION = ("institution", "enter_post", "meet_institution")


def of_advocacy() -> dict[str, list[object]]:
    """A campaign, an ask and a post, and what was written about them."""
    campaign = Campaign.objects.get(slug="a-family-for-each-child")
    ask = PolicyAsk.objects.get(slug="status-in-six-months")
    waiting = AskUpdate.objects.to_answer().earliest("pk").pk
    claim = ContributionRating.objects.filter(approved_at=None).earliest("pk").pk
    return {
        **{f"advocacy:{page}": [campaign.pk] for page in OF_A_CAMPAIGN},
        **{f"advocacy:{page}": [ask.pk] for page in OF_AN_ASK},
        **{f"advocacy:{page}": [ask.addressee_id] for page in OF_A_POST},
        **{f"advocacy:{page}": [ask.addressee.institution_id] for page in OF_AN_INSTITUTION},
        "advocacy:leave_campaign": [CampaignWorker.objects.earliest("pk").pk],
        "advocacy:read_goal": [CampaignGoal.objects.earliest("pk").pk],
        "advocacy:correct_reading": [GoalReading.objects.earliest("pk").pk],
        "advocacy:end_term": [Term.objects.earliest("pk").pk],
        "advocacy:correct_stance": [Stance.objects.earliest("pk").pk],
        "advocacy:correct_encounter": [Encounter.objects.earliest("pk").pk],
        "advocacy:judge_promise": [Promise.objects.earliest("pk").pk],
        "advocacy:correct_judgement": [PromiseJudgement.objects.earliest("pk").pk],
        "advocacy:correct_update": [AskUpdate.objects.standing().earliest("pk").pk],
        **{f"advocacy:{page}": [waiting] for page in ("approve_update", "refuse_update")},
        **{f"advocacy:{page}": [claim] for page in ("approve_contribution", "refuse_contribution")},
        **{f"public:{page}": ["en"] for page in ("front", "campaigns", "asks")},
        "public:campaign": ["sq", campaign.slug],
        "public:ask": ["sr", ask.slug],
    }
