"""The stories, one family each; none of them happened to anybody."""

from vatra.desk.demo.stories import (
    aunt_in_prizren,
    back_home,
    cyrillic,
    elder_brother,
    foster_child,
    grandmother,
    newborn,
    no_guardian,
    second_look,
    sos_family,
    tonight,
    watched_file,
    young_person,
)

STORIES = (
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
    second_look.tell,
)
