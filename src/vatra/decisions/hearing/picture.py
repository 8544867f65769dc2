"""A picture somebody sends: checked, turned upright, made smaller, and rid of everything but what it shows."""

import struct
from io import BytesIO

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from vatra.kernel.concern import Concern, Refused, Severity
from vatra.kernel.sentence import Sentence

MOST_BYTES = 8 * 1024 * 1024
LONGEST_SIDE = 1600
"""In pixels: enough to read a child's handwriting on a whole page."""
MOST_PIXELS = 40_000_000
"""More than a telephone takes; a picture that unpacks to more is not opened."""
ACCEPTED = ("JPEG", "PNG", "WEBP")
MEDIA_TYPE = "image/jpeg"
QUALITY = 85

# Pillow's own limit, for everything of it that unpacks while it only reads the head of a file.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS

TOO_MANY_BYTES = _("The picture is larger than 8 MB. Take it again with a smaller size.")
TOO_MANY_PIXELS = _("The picture has too many dots to be opened. Take it again with a smaller size.")
NO_PICTURE = _("This is not a picture that can be opened. Send a photograph or a scan as JPEG, PNG or WebP.")

BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error)


def only_what_it_shows(picture: bytes) -> bytes:
    """The picture as JPEG, at most 1600 dots wide and high, without camera, day or place; refused with a sentence."""
    if len(picture) > MOST_BYTES:
        raise _refused("picture-large", TOO_MANY_BYTES)
    try:
        return _drawn_anew(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _refused("picture-dots", TOO_MANY_PIXELS) from error
    except BROKEN as error:
        raise _refused("picture-broken", NO_PICTURE) from error


def _drawn_anew(picture: bytes) -> bytes:
    with Image.open(BytesIO(picture), formats=ACCEPTED) as sent:
        if sent.width * sent.height > MOST_PIXELS:
            raise _refused("picture-dots", TOO_MANY_PIXELS)
        # A large photograph is unpacked at a fraction of its size.
        sent.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        sent.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(sent)
        # White paper behind it, and nothing of the old file's head: only dots are carried over.
        paper = Image.new("RGB", upright.size, "white")
        drawn = upright.convert("RGBA")
        paper.paste(drawn, mask=drawn)
        kept = BytesIO()
        paper.save(kept, "JPEG", quality=QUALITY, optimize=True)
        return kept.getvalue()


def _refused(code: str, sentence: Sentence) -> Refused:
    return Refused([Concern(code, Severity.BLOCK, sentence)])
