"""The words of the three consents. They are evidence, kept with each text version and not only in a catalogue."""

from hashlib import sha256

from vatra.advocacy.signing.words import Purpose
from vatra.kernel.in_languages import Wording
from vatra.kernel.ledger.canonical import canonical

# In each of them `{to}` stands for whom the signature is delivered to.
WORDED: dict[Purpose, Wording] = {
    Purpose.DELIVER: Wording(
        {
            "sq": "Dorëzojeni nënshkrimin tim, me emrin dhe komunën time, te: {to}. Adresa ime e e-mailit nuk dorëzohet.",
            "sr-latn": "Predajte moj potpis, sa mojim imenom i opštinom: {to}. Moja imejl adresa se ne predaje.",
            "en": "Deliver my signature, with my name and municipality, to: {to}. My e-mail address is not delivered.",
        }
    ),
    Purpose.MAIL: Wording(
        {
            "sq": "Më shkruani me e-mail për atë që del nga kjo. Mund ta ndal këtë në çdo e-mail.",
            "sr-latn": "Pišite mi imejlom o tome šta je iz ovoga proizašlo. To mogu da prekinem u svakom imejlu.",
            "en": "Write to me by e-mail about what comes of this. I can stop that in every mail.",
        }
    ),
    Purpose.SHOW_NAME: Wording(
        {
            "sq": "Tregojeni emrin tim dhe shkronjën e parë të mbiemrit në këtë faqe.",
            "sr-latn": "Prikažite moje ime i prvo slovo prezimena na ovoj stranici.",
            "en": "Show my given name and the first letter of my family name on this page.",
        }
    ),
}


def worded(purpose: Purpose, *, to: Wording) -> Wording:
    """One consent in every language, with whom the signature goes to."""
    return Wording({code: words.format(to=to[code]) for code, words in WORDED[purpose].items()})


def digest_of_consent(purpose: str, words: Wording) -> bytes:
    """SHA-256 of the canonical JSON of a consent."""
    return sha256(canonical({"purpose": purpose, "words": dict(words)})).digest()


def digest_of_text(words: Wording, deliver_to: Wording) -> bytes:
    """SHA-256 of the canonical JSON of a text version."""
    return sha256(canonical({"deliver_to": dict(deliver_to), "words": dict(words)})).digest()
