"""Why a row was merged or set aside: each code with its whole sentence, said in the reader's language."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from vatra.kernel.sentence import Sentence

MERGED: dict[str, Sentence] = {
    "already_imported": _("This row was already taken over in import %(run)s."),
    "already_set_aside": _("This row was already set aside in import %(run)s, for the same reason."),
    "same_as": _("It says the same as line %(line)s of %(file)s."),
    "superseded": _("Line %(line)s of %(file)s, from a later return, takes its place."),
    "another_start": _(
        "It is the stay of line %(line)s of %(file)s under another first day, and no later return closed it."
    ),
    "no_night": _(
        "The episode lasted no night: line %(line)s of %(file)s begins on the same day and takes its place."
    ),
}

SET_ASIDE: dict[str, Sentence] = {
    "empty_file": _("The file is empty."),
    "not_a_table": _("The file is not a table of text: save it as CSV to have it read."),
    "unreadable_file": _("The file could not be opened; ask who may read it."),
    "table_unknown": _(
        "The columns of this file belong to no known table of the return; its rows are kept as they are."
    ),
    "row_empty": _("The row has no content."),
    "too_many_cells": _("The row has more cells than the file has columns, so it is unsure which is which."),
    "too_few_cells": _("The row breaks off: it has fewer cells than the file has columns."),
    "quote_not_closed": _(
        "A quotation mark in this line is never closed, so its cells cannot be told apart."
    ),
    "column_missing": _("The file has no column %(column)s, which is needed to understand the row."),
    "value_missing": _("%(column)s is empty, and the row cannot be understood without it."),
    "child_missing": _("The row does not say which child it is about."),
    "child_number_too_long": _("The child's number has more than 40 characters."),
    "code_unknown": _("%(column)s has the code “%(value)s”, which the return's rules do not know."),
    "date_unreadable": _("%(column)s is “%(value)s”, which is not a date."),
    "no_such_day": _("%(column)s is “%(value)s”, a day that does not exist."),
    "day_in_future": _("%(column)s is %(value)s, a day that has not come yet."),
    "ends_before_it_starts": _("The end, %(end)s, lies before the start, %(start)s."),
    "two_on_one_day": _("Line %(line)s of %(file)s begins another episode of the child on the same day."),
    "same_number_other_child": _(
        "Line %(line)s of %(file)s has the same number with another sex or date of birth; somebody must compare."
    ),
    "birth_differs": _(
        "The date of birth %(value)s is not the one the child's header row gives; somebody must compare."
    ),
    "second_answer": _("Line %(line)s of %(file)s gives another answer to the same question in this return."),
    "after_the_return": _("The review of %(day)s lies after %(until)s, the last day this return speaks of."),
    "away_outside_stay": _(
        "On these days no stay of the child is known, so there is nowhere to be away from."
    ),
    "away_twice": _("Line %(line)s of %(file)s already says that the child was away on these days."),
    "status_ended_before_care": _("The status ended on %(day)s, before the first day known of the child."),
    "worked_on_here": _(
        "Stays or legal status of this child were changed here since the last import; somebody must compare."
    ),
    "not_understood": _("No rule knew what to do with this row; please report it with the file."),
}

_SENTENCES = MERGED | SET_ASIDE


def sentence_for(code: str, details: Mapping[str, object]) -> str:
    """The sentence in the active language; a code from another version of Vatra is shown as it is."""
    sentence = _SENTENCES.get(code)
    return str(sentence) % details if sentence else code
