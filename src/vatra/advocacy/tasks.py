"""What advocacy does without anybody asking: letters drip, support is collected, writers are asked, feeds are read."""

from datetime import timedelta

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from vatra.advocacy.letters.due import ask_writers, collect_support_of
from vatra.advocacy.mail.outbox import send_waiting
from vatra.advocacy.media.looking import look_into_feeds
from vatra.kernel import clock

# What fails because the database or the disk is away for a moment is tried again.
AGAIN = RetryStrategy(max_attempts=20, wait=60)
A_DAY = timedelta(days=1)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="send_action_mails")
def send_action_mails(timestamp: int) -> None:  # noqa: ARG001 - the library tells every periodic task its time
    """Every minute: mails to people go, and letters to offices drip."""
    send_waiting()


@app.periodic(cron="15 5 * * *")
@app.task(queueing_lock="collect_support", retry=AGAIN)
def collect_support(timestamp: int) -> None:  # noqa: ARG001 - see above
    """Every morning those who said the same the day before are counted into one letter for each office."""
    collect_support_of(clock.today() - A_DAY)


@app.periodic(cron="30 8 * * *")
@app.task(queueing_lock="ask_writers", retry=AGAIN)
def ask_whether_they_answered(timestamp: int) -> None:  # noqa: ARG001 - see above
    """Every day those whose letter went two weeks ago are asked whether an answer came."""
    ask_writers(at=clock.now())


@app.periodic(cron="*/30 * * * *")
@app.task(queueing_lock="read_feeds")
def read_feeds(timestamp: int) -> None:  # noqa: ARG001 - see above
    """Twice an hour the feeds are read."""
    look_into_feeds()
