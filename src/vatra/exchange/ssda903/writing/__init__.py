"""From pictures to the database, in bulk: what is new is written, what a later return changed is corrected."""
