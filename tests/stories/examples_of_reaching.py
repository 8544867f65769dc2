"""What of the demonstration the pages of advocacy show: letters, events, the press, briefs and media."""

from vatra.advocacy.models import (
    BriefVersion,
    Clipping,
    FeedSource,
    FollowUp,
    KitFile,
    LetterCall,
    Occasion,
    Registration,
    Suggestion,
    WrittenLetter,
)
from vatra.advocacy.tokens import CONFIRM_LETTER, CONFIRM_PLACE, DID_THEY_ANSWER, token_for

Shown = dict[str, list[object]]

OF_A_CALL = ("letter_call", "held_letters", "change_call", "let_letters_go", "plan_follow_up")
OF_A_CONFERENCE = (
    *("occasion", "held_guests", "change_occasion", "tell_result", "record_guest", "note_attendance"),
    *("prepare_press", "new_kit_file"),
)
OF_A_TRAINING = ("count_participants", "record_answers")
OF_A_BRIEF = ("brief", "issue_version")
OF_A_SUGGESTION = ("take_suggestion", "dismiss_suggestion")


def of_reaching() -> Shown:
    """What every page of reaching people shows."""
    return {**of_letters(), **of_events(), **of_media(), **in_public()}


def of_letters() -> Shown:
    """A call, a letter that waits for its second reader, and one that went."""
    call = LetterCall.objects.get().action.slug
    went = WrittenLetter.objects.filter(mails__kind="letter", mails__sent_at__isnull=False).earliest("pk")
    return {
        **{f"advocacy:{page}": [call] for page in OF_A_CALL},
        "advocacy:read_letter": [WrittenLetter.objects.to_read().earliest("pk").pk],
        "advocacy:note_reply": [went.pk],
    }


def of_events() -> Shown:
    """A press conference with a journalist nobody has decided about, a training, and a brief."""
    waiting = Registration.objects.filter(
        granted_at=None, occasion__action__kind="press_conference"
    ).earliest("pk")
    conference = waiting.occasion.action.slug
    training = Occasion.objects.get(action__kind="training").action.slug
    version = BriefVersion.objects.select_related("brief__action").earliest("pk")
    return {
        "advocacy:plan_occasion": ["training"],
        **{f"advocacy:{page}": [conference] for page in OF_A_CONFERENCE},
        **{f"advocacy:{page}": [training] for page in OF_A_TRAINING},
        **{f"advocacy:{page}": [version.brief.action.slug] for page in OF_A_BRIEF},
        "advocacy:forget": ["guests", waiting.occasion_id],
        "advocacy:accredit": [waiting.pk],
        "advocacy:withdraw_registration": [waiting.pk],
        "advocacy:withdraw_kit_file": [KitFile.objects.earliest("pk").pk],
        "advocacy:finish_follow_up": [FollowUp.objects.to_do()[0].pk],
        "advocacy:give_brief": [version.pk],
    }


def of_media() -> Shown:
    """An article two have coded, one that waits for a coder, and one on which the two differ."""
    campaign = LetterCall.objects.get().action.campaign.slug
    by_title = {clipping.title: clipping.pk for clipping in Clipping.objects.all()}
    suggestion = Suggestion.objects.open()[0].pk
    return {
        "advocacy:clipping": [by_title["Majka ostavila dete u bolnici"]],
        "advocacy:code_clipping": [by_title["Çfarë mbetet në buxhet për fëmijët"]],
        "advocacy:settle": [by_title["Ministri premton trajnim"]],
        **{f"advocacy:{page}": [suggestion] for page in OF_A_SUGGESTION},
        "advocacy:stop_following": [FeedSource.objects.get().pk],
        "advocacy:campaign_in_media": [campaign],
        "advocacy:set_message": [campaign],
    }


def in_public() -> Shown:
    """The same, as everybody sees it; `sr` is the address of Serbian."""
    call = LetterCall.objects.get().action.slug
    waiting = Registration.objects.filter(
        granted_at=None, occasion__action__kind="press_conference"
    ).earliest("pk")
    conference = waiting.occasion.action.slug
    letter = WrittenLetter.objects.latest("pk").key
    plain = ("look_into_your_mail", "answers", "events", "press")
    return {
        **{f"public:{page}": ["sr"] for page in plain},
        "public:write": ["en", call],
        "public:event": ["sq", conference],
        "public:conference": ["en", conference],
        "public:confirm_letter": ["sq", token_for(letter, CONFIRM_LETTER)],
        "public:did_they_answer": ["en", token_for(letter, DID_THEY_ANSWER)],
        "public:confirm_place": ["sr", token_for(waiting.key, CONFIRM_PLACE)],
    }
