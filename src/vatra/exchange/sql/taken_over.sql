-- A stay that rests on no decision of ours names a row of an import that told of it, about this very child. Looked at
-- when the transaction ends: an import keeps its rows last. The sentence stands in Placement.trigger_sentences.
CREATE OR REPLACE FUNCTION exchange_stay_was_taken_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM exchange_importrow AS r
        WHERE r.child_file_id = NEW.file_id AND r.fate <> 'set_aside'
        AND NEW.source_codes -> 'rows' @> jsonb_build_array(jsonb_build_array(r.file_name, r.line))
    ) THEN
        PERFORM decisions_refuse('undocumented_stay_without_import');
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS exchange_taken_over ON placements_placement;
CREATE CONSTRAINT TRIGGER exchange_taken_over AFTER INSERT OR UPDATE OF undocumented, source_codes ON placements_placement
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.undocumented IS NOT NULL)
EXECUTE FUNCTION exchange_stay_was_taken_over();
