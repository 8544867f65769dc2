"""Twelve domains of a child's life, own words after UN Guidelines §§83-100; never added up (standards §4.1)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Domain(models.TextChoices):
    """One side of the child's life."""

    SAFETY = "safety", _("Safe from harm")
    CLOSE_CARER = "close_carer", _("Somebody close who stays")
    FAMILY_TIES = "family_ties", _("Ties to parents, brothers and sisters")
    HOME = "home", _("A home that is warm and dry")
    FOOD_GROWTH = "food_growth", _("Food and growth")
    HEALTH = "health", _("Health of the body")
    FEELINGS = "feelings", _("Feelings and trust")
    LEARNING = "learning", _("Learning and school")
    PLAY_FRIENDS = "play_friends", _("Play and friends")
    IDENTITY = "identity", _("Language, faith, where I come from")
    PAPERS_RIGHTS = "papers_rights", _("Papers, legal status, guardian")
    OWN_VOICE = "own_voice", _("Being heard")


class Standing(models.TextChoices):
    """How it stands today; words, no points."""

    WELL = "well", _("Goes well")
    WATCH = "watch", _("To be watched")
    WORRY = "worry", _("A worry")
    DANGER = "danger", _("A danger")
    NOT_KNOWN = "not_known", _("Not known yet")


class SupportKind(models.TextChoices):
    """What was tried to keep the family together (UN Guidelines §§32-36, R-15)."""

    COUNSELLING = "counselling", _("Counselling")
    PARENTING = "parenting", _("Help with parenting")
    HOME_VISITS = "home_visits", _("Regular home visits")
    CASH = "cash", _("Cash assistance")
    GOODS = "goods", _("Food, clothes, firewood or other goods")
    HOUSING = "housing", _("Help with housing")
    DAY_CARE = "day_care", _("Day care or kindergarten")
    HEALTH_CARE = "health_care", _("Health care")
    MEDIATION = "mediation", _("Mediation in the family")
    CASE_CONFERENCE = "case_conference", _("Case conference with the family")
    KIN_SEARCH = "kin_search", _("Looking for relatives who can help")
    LEGAL_HELP = "legal_help", _("Help with papers or in court")


class SupportResult(models.TextChoices):
    """What came of it."""

    HELPED = "helped", _("It helped")
    HELPED_PARTLY = "helped_partly", _("It helped partly")
    DID_NOT_HELP = "did_not_help", _("It did not help")
    REFUSED = "refused", _("The family did not want it")
    NOT_AVAILABLE = "not_available", _("It was not to be had")
