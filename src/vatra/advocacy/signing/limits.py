"""How many signatures, letters and registrations come from people.

Above these somebody looks at them before a mail is sent; none is lost.
A school or a club signs from one network address, hence not fewer.
"""

from datetime import timedelta

A_MINUTE = timedelta(minutes=1)
AN_HOUR = timedelta(hours=1)

BURST = 10
"""Forms for one action from one network in a minute."""

SUSTAINED = 60
"""Forms for one action from one network in an hour."""

MAILBOX = 4
"""Names below one action with the same mailbox: a family may share one."""
