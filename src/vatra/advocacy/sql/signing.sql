-- What somebody could have signed stays as it was read. The sentence stands in SheetText.trigger_sentences.
CREATE OR REPLACE TRIGGER advocacy_sheet_text_stays BEFORE UPDATE OR DELETE ON advocacy_sheettext
FOR EACH ROW EXECUTE FUNCTION kernel_refuse('sheet_text_is_changed');

CREATE OR REPLACE TRIGGER advocacy_consent_text_stays BEFORE UPDATE OR DELETE ON advocacy_consenttext
FOR EACH ROW EXECUTE FUNCTION kernel_refuse('sheet_text_is_changed');

-- The counter: what Signatures.counted() finds, kept in the statement that changes it. A signature is written
-- unconfirmed, so that hundreds a second do not wait for each other at the one row of their sheet.
CREATE OR REPLACE FUNCTION advocacy_counts(
    confirmed_at timestamptz, withdrawn_at timestamptz, invalid_in smallint
) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (confirmed_at IS NOT NULL AND withdrawn_at IS NULL AND invalid_in = 0)::integer;

CREATE OR REPLACE FUNCTION advocacy_keep_tally() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        UPDATE advocacy_sheettally AS tally SET number = tally.number + change.more
        FROM (
            SELECT sheet_id, sum(advocacy_counts(confirmed_at, withdrawn_at, invalid_in)) AS more
            FROM new_rows GROUP BY sheet_id
        ) AS change
        WHERE tally.sheet_id = change.sheet_id AND change.more <> 0;
    ELSIF TG_OP = 'DELETE' THEN
        UPDATE advocacy_sheettally AS tally SET number = tally.number - change.fewer
        FROM (
            SELECT sheet_id, sum(advocacy_counts(confirmed_at, withdrawn_at, invalid_in)) AS fewer
            FROM old_rows GROUP BY sheet_id
        ) AS change
        WHERE tally.sheet_id = change.sheet_id AND change.fewer <> 0;
    ELSE
        UPDATE advocacy_sheettally AS tally SET number = tally.number + change.more
        FROM (
            SELECT sheet_id, sum(more) AS more FROM (
                SELECT sheet_id, advocacy_counts(confirmed_at, withdrawn_at, invalid_in) AS more FROM new_rows
                UNION ALL
                SELECT sheet_id, -advocacy_counts(confirmed_at, withdrawn_at, invalid_in) FROM old_rows
            ) AS both_rows GROUP BY sheet_id
        ) AS change
        WHERE tally.sheet_id = change.sheet_id AND change.more <> 0;
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER advocacy_tally_insert AFTER INSERT ON advocacy_signature REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION advocacy_keep_tally();
CREATE OR REPLACE TRIGGER advocacy_tally_update AFTER UPDATE ON advocacy_signature
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION advocacy_keep_tally();
CREATE OR REPLACE TRIGGER advocacy_tally_delete AFTER DELETE ON advocacy_signature REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION advocacy_keep_tally();
