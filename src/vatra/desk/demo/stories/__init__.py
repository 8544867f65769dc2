"""The stories, one family each; none of them happened to anybody."""

from vatra.desk.demo.stories import (
    aunt_in_prizren,
    back_home,
    cyrillic,
    elder_brother,
    foster_child,
    gone_abroad,
    grandmother,
    left_in_hospital,
    newborn,
    no_guardian,
    own_words,
    second_look,
    sos_family,
    tonight,
    watched_file,
    young_person,
)

STORIES = (
    own_words.tell,
    grandmother.tell,
    sos_family.tell,
    foster_child.tell,
    no_guardian.tell,
    back_home.tell,
    cyrillic.tell,
    watched_file.tell,
    young_person.tell,
    aunt_in_prizren.tell,
    elder_brother.tell,
    tonight.tell,
    newborn.tell,
    gone_abroad.tell,
    second_look.tell,
    left_in_hospital.tell,
)
