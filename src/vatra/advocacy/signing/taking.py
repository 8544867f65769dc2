"""Taking a signature: one statement writes all there is of a new one, and nothing where the person has signed before.

It is the same statement for both, so that neither the answer nor the work for it tells whether an address is known.
"""

from datetime import datetime
from typing import Any

from vatra.advocacy.signing import limits
from vatra.advocacy.signing.given import Given
from vatra.advocacy.signing.identity import address_digest, person_digest
from vatra.advocacy.signing.words import HeldFor, SignerMailKind
from vatra.kernel.ledger import FIRST_EVENT
from vatra.kernel.mailbox import domain_of
from vatra.kernel.seal import seal

# Each count ends at its limit; the limits are of one action.
TAKE = f"""
    WITH seen AS (
        SELECT
            (SELECT count(*) FROM (
                SELECT FROM advocacy_signingattempt
                WHERE sheet_id = %(sheet)s AND network = %(network)s AND sent_at > %(minute_ago)s LIMIT %(burst)s
            ) AS a) AS in_a_minute,
            (SELECT count(*) FROM (
                SELECT FROM advocacy_signingattempt
                WHERE sheet_id = %(sheet)s AND network = %(network)s AND sent_at > %(hour_ago)s LIMIT %(sustained)s
            ) AS a) AS in_an_hour,
            (SELECT count(*) FROM (
                SELECT FROM advocacy_signer WHERE sheet_id = %(sheet)s AND address_digest = %(address)s LIMIT %(mailbox)s
            ) AS a) AS in_mailbox,
            EXISTS (SELECT FROM advocacy_signature WHERE proof = %(proof)s AND proof <> '') AS proof_is_used
    ), attempt AS (
        INSERT INTO advocacy_signingattempt (sheet_id, network, sent_at) VALUES (%(sheet)s, %(network)s, %(at)s)
    ), signer AS (
        INSERT INTO advocacy_signer (sheet_id, name, email_sealed, domain, address_digest, person_digest)
        VALUES (%(sheet)s, %(name)s, %(email)s, %(domain)s, %(address)s, %(person)s)
        ON CONFLICT (sheet_id, person_digest) DO NOTHING
        RETURNING id
    ), signature AS (
        INSERT INTO advocacy_signature (
            key, sheet_id, text_id, signer_id, language, municipality, network, proof, held_for, signed_at,
            turned_away_for, invalid_in
        )
        SELECT
            %(chain)s, %(sheet)s, %(text)s, signer.id, %(language)s, %(municipality)s, %(network)s, %(proof)s,
            CASE
                WHEN %(held_for)s <> '' THEN %(held_for)s
                WHEN proof_is_used THEN '{HeldFor.NO_PROOF}'
                WHEN in_a_minute >= %(burst)s THEN '{HeldFor.BURST}'
                WHEN in_an_hour >= %(sustained)s THEN '{HeldFor.SUSTAINED}'
                WHEN in_mailbox >= %(mailbox)s THEN '{HeldFor.MAILBOX}'
                ELSE ''
            END, %(at)s, '', 0
        FROM signer, seen
        RETURNING id, held_for
    ), consent AS (
        INSERT INTO advocacy_consent (signature_id, text_id, language, given_at)
        SELECT signature.id, wording.id, %(language)s, %(at)s
        FROM signature
        INNER JOIN advocacy_consenttext AS wording ON wording.text_id = %(text)s
        WHERE wording.purpose = ANY(%(purposes)s)
    ), mail AS (
        INSERT INTO advocacy_signermail (key, signature_id, kind, number, written_at)
        SELECT gen_random_uuid(), id, '{SignerMailKind.CONFIRMATION}', 0, %(at)s FROM signature WHERE held_for = ''
    ), {FIRST_EVENT.format(source="signature")}
    SELECT
"""  # noqa: S608 - the words are our own


def parameters_of(given: Given, *, at: datetime) -> dict[str, Any]:
    """What the statement asks for, beside the event."""
    return {
        "sheet": given.sheet,
        "text": given.text,
        "name": given.name,
        "email": seal(given.email),
        "domain": domain_of(given.email),
        "address": address_digest(given.email),
        "person": person_digest(given.email, given.name),
        "language": given.language,
        "municipality": given.municipality,
        "purposes": [purpose.value for purpose in given.purposes],
        "network": given.network,
        "proof": given.proof,
        "held_for": given.held_for.value if given.held_for else "",
        "minute_ago": at - limits.A_MINUTE,
        "hour_ago": at - limits.AN_HOUR,
        "burst": limits.BURST,
        "sustained": limits.SUSTAINED,
        "mailbox": limits.MAILBOX,
    }
