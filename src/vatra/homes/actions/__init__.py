"""Acts on homes, and on the enquiries that may lead to one."""

from vatra.homes.actions.enquiry import (
    erase_enquiries,
    make_enquiry,
    open_enquiry,
    record_enquiry_step,
    tie_enquiry_to_home,
)
from vatra.homes.actions.home import agree_capacity, close_home, name_carer, open_home

__all__ = [
    "agree_capacity",
    "close_home",
    "erase_enquiries",
    "make_enquiry",
    "name_carer",
    "open_enquiry",
    "open_home",
    "record_enquiry_step",
    "tie_enquiry_to_home",
]
