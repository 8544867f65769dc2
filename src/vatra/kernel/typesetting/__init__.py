"""Documents on paper: content set as PDF that everybody can read, screen readers too."""

from vatra.kernel.typesetting.setting import DOCUMENT, as_pdf, digest_of

__all__ = ["DOCUMENT", "as_pdf", "digest_of"]
