"""Staff, their units, what they are there, and whom they may reach."""

from vatra.access.models.appointment import Appointment
from vatra.access.models.mail import Escalation, Mail
from vatra.access.models.network_salt import NetworkSalt
from vatra.access.models.reach import Reach
from vatra.access.models.receiving import Receiving, SentIn
from vatra.access.models.unit import Unit
from vatra.access.models.user import User

__all__ = ["Appointment", "Escalation", "Mail", "NetworkSalt", "Reach", "Receiving", "SentIn", "Unit", "User"]
