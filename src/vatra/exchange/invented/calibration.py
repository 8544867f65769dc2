"""How often and how long: shares and spans from published statistics, fitted to Kosovo.

Source of the English figures: Department for Education, children looked after in England, year to 31 March 2024
(in `analytics.md` §11 of the project's notes). Where Kosovo is known or believed to differ it is said beside the figure.
"""

from vatra.casework.words.worry import CauseKind, Source, Urgency
from vatra.exchange.invented.chance import Shares
from vatra.homes.words import FormOfCare
from vatra.placements.words import EndReason

# England: under 1 16 %, 1-4 15 %, 5-9 15 %, 10-15 26 %, 16-17 29 %. The last is mostly young people who came alone from
# abroad, who hardly reach Kosovo: 8 instead of 29.
ENTRY_AGE_YEARS: Shares[tuple[int, int]] = Shares(
    {(0, 1): 16, (1, 5): 15, (5, 10): 15, (10, 16): 26, (16, 18): 8}
)

# England, leavers by the length of their last period of care, in days.
DAYS_IN_CARE: Shares[tuple[int, int]] = Shares(
    {
        (1, 14): 7,
        (14, 56): 7,
        (56, 182): 14,
        (182, 365): 19,
        (365, 730): 21,
        (730, 1095): 9,
        (1095, 1826): 9,
        (1826, 3652): 9,
        (3652, 6000): 5,
    }
)

# England: stays that ended lasted 139 days in the middle, 307 on average; a log-normal with this spread has both.
STAY_MEDIAN_DAYS = 139
STAY_SPREAD = 1.26

# Kosovo: in 2018 over 550 children were with relatives and about 40 foster families existed; SOS cares for under 100.
FIRST_FORM: Shares[FormOfCare] = Shares(
    {
        FormOfCare.KINSHIP: 58,
        FormOfCare.FOSTER_EMERGENCY: 7,
        FormOfCare.FOSTER_SHORT: 10,
        FormOfCare.FOSTER_LONG: 9,
        FormOfCare.FOSTER_SPECIALISED: 2,
        FormOfCare.SOS_FAMILY: 8,
        FormOfCare.SMALL_GROUP_HOME: 4,
        FormOfCare.RESIDENTIAL: 2,
    }
)
NEXT_FORM: Shares[FormOfCare] = Shares(
    {
        FormOfCare.KINSHIP: 45,
        FormOfCare.FOSTER_LONG: 28,
        FormOfCare.FOSTER_SHORT: 8,
        FormOfCare.SOS_FAMILY: 12,
        FormOfCare.SMALL_GROUP_HOME: 5,
        FormOfCare.RESIDENTIAL: 2,
    }
)
FAMILY_FORM_FOR_THE_YOUNGEST = FormOfCare.FOSTER_SHORT
AGE_FOR_OWN_FLAT = 16

# Relatives and lasting families keep a child longer than the average stay; an emergency is over in weeks.
STAYS_LONGER = {
    FormOfCare.KINSHIP: 5.0,
    FormOfCare.SOS_FAMILY: 5.0,
    FormOfCare.FOSTER_LONG: 3.0,
    FormOfCare.FOSTER_EMERGENCY: 0.15,
}

# England: reasons for leaving below 18, moves to relatives counted as guardianship; adoption only of the youngest.
LEAVES_BECAUSE: Shares[EndReason] = Shares(
    {
        EndReason.RETURNED_HOME: 5740,
        EndReason.RETURNED_UNPLANNED: 1100,
        EndReason.GUARDIANSHIP: 3860 + 1150 + 1970,
        EndReason.ADOPTED: 2980,
        EndReason.OTHER_AUTHORITY: 2140,
        EndReason.ABROAD: 300,
    }
)
OLDEST_ADOPTED_YEARS = 6

# England: at 18, stayed with carers 5,380; independent with and without support 4,230 and 1,100.
GROWN_UP_BECAUSE: Shares[EndReason] = Shares(
    {
        EndReason.STAYED_WITH_CARERS: 5380,
        EndReason.INDEPENDENT: 5330,
        EndReason.ADULT_SERVICES: 600,
    }
)

# England: reasons for a change, the plan first; "status only" is left out, as a form of care that changes is a move here.
MOVES_BECAUSE: Shares[EndReason] = Shares(
    {
        EndReason.MOVED_AS_PLANNED: 41,
        EndReason.MOVED_FOR_FAMILY: 22,
        EndReason.CARER_ASKED: 14,
        EndReason.CHILD_ASKED: 12,
        EndReason.HOME_CLOSED: 7,
        EndReason.STANDARDS: 3,
        EndReason.ALLEGATION: 1,
    }
)

# Own estimates: published causes for Kosovo are named without shares (unwanted pregnancy, young mothers, poverty, illness).
CAUSES: Shares[CauseKind] = Shares(
    {
        CauseKind.NEGLECT: 20,
        CauseKind.PARENT_ILL: 13,
        CauseKind.PARENT_AWAY: 12,
        CauseKind.FAMILY_STRESS: 12,
        CauseKind.VIOLENCE_AT_HOME: 10,
        CauseKind.PARENT_DIED: 9,
        CauseKind.POVERTY: 9,
        CauseKind.ABANDONED: 7,
        CauseKind.ABUSE: 7,
        CauseKind.VERY_YOUNG_PARENT: 5,
        CauseKind.SUBSTANCE_USE: 5,
        CauseKind.FAMILY_CONFLICT: 5,
        CauseKind.HOUSING: 5,
        CauseKind.CHILD_DISABILITY: 4,
        CauseKind.NO_WORK: 4,
        CauseKind.CHILD_BEHAVIOUR: 3,
    }
)
SOURCES: Shares[Source] = Shares(
    {
        Source.FAMILY: 22,
        Source.SCHOOL: 18,
        Source.POLICE: 16,
        Source.HOSPITAL: 14,
        Source.NEIGHBOUR: 12,
        Source.OWN_WORK: 8,
        Source.ORGANISATION: 6,
        Source.COURT: 2,
        Source.CHILD: 2,
    }
)
URGENCIES: Shares[Urgency] = Shares({Urgency.NOW: 15, Urgency.DAY: 30, Urgency.WEEK: 55})
CHILDREN_OF_FAMILY: Shares[int] = Shares({1: 62, 2: 24, 3: 10, 4: 4})

# Own estimates, so that a caseload looks like one.
SHARE_PLACED = 0.5
SHARE_APART = 0.08
SHARE_FATHER_KNOWN = 0.6
SHARE_NOT_HEARD = 0.04
SHARE_WITHOUT_GUARDIAN = 0.02
SHARE_HANDED_OVER = 0.12
SHARE_AWAY = 0.15
SHARE_RELATIVE_WEIGHED = 0.3
# Of those who are not in care by agreement alone; hearings put off, proceedings held up at least once.
SHARE_IN_PROCEEDINGS = 0.8
SHARE_PUT_OFF = 0.25
SHARE_HELD_UP = 0.4
DAYS_OF_PROCEEDING = 250
DAYS_OF_PROCEEDING_SPREAD = 0.6
YEARS_BACK = 10
DAYS_BETWEEN_VISITS = 75
DAYS_BETWEEN_CONTACTS = 84
DAYS_BETWEEN_REVIEWS = 104
DAYS_BETWEEN_SPREAD = 0.35
