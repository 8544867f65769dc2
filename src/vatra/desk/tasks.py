"""What is done without anybody asking, and when; times are UTC, an hour or two behind the clocks in Kosovo.

Every task does what is not yet done, so that one that was cut off, or runs twice, does no harm.
"""

from contextlib import suppress

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation

from vatra.access.models import Mail
from vatra.access.networks import forget_salts
from vatra.access.outbox import send_waiting
from vatra.advocacy.actions import expire_unconfirmed
from vatra.advocacy.actions.forgetting import expire_letters, expire_registrations
from vatra.advocacy.forgetting import calls_to_expire, occasions_to_expire
from vatra.advocacy.models import SignerMail
from vatra.advocacy.signing.erasing import forget_attempts
from vatra.advocacy.signing.letters import ITS_READER
from vatra.advocacy.signing.letters import letter as signer_letter
from vatra.advocacy.signing.reminders import write_reminders
from vatra.desk.mail import letter, write_digests, write_escalations
from vatra.kernel import clock
from vatra.kernel.duty import recompute_all
from vatra.kernel.ledger import Actor

# What fails because the database or the disk is away for a moment is tried again.
AGAIN = RetryStrategy(max_attempts=20, wait=60)
HOURS_FAILED_JOBS_ARE_KEPT = 30 * 24


@app.periodic(cron="30 1 * * *")
@app.task(queueing_lock="recompute_duties", retry=AGAIN)
def recompute_duties(timestamp: int) -> None:  # noqa: ARG001 - the library tells every periodic task its time
    """Every night all duties are computed anew from the facts."""
    recompute_all(clock.today())


@app.periodic(cron="0 5 * * *")
@app.task(queueing_lock="write_mails", retry=AGAIN)
def write_mails(timestamp: int) -> None:  # noqa: ARG001 - see above
    """Every morning mails are written, and wait in the outbox."""
    today = clock.today()
    write_escalations(on=today)
    write_digests(on=today)
    write_reminders(at=clock.now())


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="send_mails")
def send_mails(timestamp: int) -> None:  # noqa: ARG001 - see above
    """Every minute the outbox is emptied: what staff are told, then what signers are asked and told."""
    send_waiting(Mail.objects.waiting_on(clock.today()).select_related("user"), letter)
    send_waiting(SignerMail.objects.may_leave().select_related(*ITS_READER), signer_letter)


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="take_up_again", pass_context=True)
async def take_up_again(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - see above
    """What a worker had begun when it was killed is begun once more."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs():
        # Where the same waits already, it will do what this one left undone.
        with suppress(UniqueViolation):
            await jobs.retry_job(job)


@app.periodic(cron="15 2 * * *")
@app.task(queueing_lock="let_signatures_expire", retry=AGAIN)
def let_signatures_expire(timestamp: int) -> None:  # noqa: ARG001 - see above
    """Every night what nobody confirmed in time ends, letters and registrations too, and past salts are thrown away."""
    by = Actor(user_id=None, role="system", at=clock.now())
    # Lot by lot, each kept once it is done.
    while expire_unconfirmed(by=by):
        pass
    for call in calls_to_expire(by.at):
        expire_letters(call=call, by=by)
    for occasion in occasions_to_expire(by.at):
        expire_registrations(occasion=occasion, by=by)
    forget_attempts(before=clock.today())
    forget_salts(before=clock.today())


@app.periodic(cron="45 1 * * *")
@app.task(queueing_lock="forget_old_jobs", pass_context=True)
async def forget_old_jobs(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - see above
    """Jobs that failed are kept for a month, so that somebody can look."""
    await context.app.job_manager.delete_old_jobs(
        HOURS_FAILED_JOBS_ARE_KEPT, include_failed=True, include_cancelled=True, include_aborted=True
    )
