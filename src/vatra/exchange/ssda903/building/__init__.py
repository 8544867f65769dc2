"""From stitched rows to what our record says of a child; pure, so that the same rows always give the same record."""
