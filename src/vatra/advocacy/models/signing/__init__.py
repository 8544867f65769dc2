"""Signing: sheets and their texts, signatures, consents, the mails to signers, invalidation and delivery."""
