"""Homes, who cares there and for how many children; people who ask whether they could be a foster family."""

from vatra.homes.models.enquiry import Enquiry, EnquiryStep
from vatra.homes.models.home import Capacity, Carer, Home, Homes

__all__ = ["Capacity", "Carer", "Enquiry", "EnquiryStep", "Home", "Homes"]
