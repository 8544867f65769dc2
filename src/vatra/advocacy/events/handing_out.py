"""Handing out a file: as a file to keep, never as a page of ours."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def handed_out(content: bytes, media_type: str, name: str, *, cache: str) -> HttpResponse:
    """The answer that carries a file; nothing in it can run as if it were ours."""
    return HttpResponse(
        content,
        content_type=media_type,
        headers={
            "Cache-Control": cache,
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=name)
            or "attachment",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "X-Content-Type-Options": "nosniff",
        },
    )
