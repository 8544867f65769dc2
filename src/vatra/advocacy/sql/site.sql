-- An edition of the public site stays as it was written; of its moments each is said once.
-- The sentence stands in SiteEdition.trigger_sentences.
CREATE OR REPLACE FUNCTION advocacy_edition_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE'
        OR (NEW.page_id, NEW.edition, NEW.title, NEW.summary, NEW.body, NEW.written_at, NEW.written_by_id, NEW.copied_from_id)
            IS DISTINCT FROM
            (OLD.page_id, OLD.edition, OLD.title, OLD.summary, OLD.body, OLD.written_at, OLD.written_by_id, OLD.copied_from_id)
        OR (OLD.published_at IS NOT NULL AND (NEW.shown_from_at, NEW.published_at, NEW.published_by_id)
            IS DISTINCT FROM (OLD.shown_from_at, OLD.published_at, OLD.published_by_id))
        OR (OLD.called_off_at IS NOT NULL AND NEW.called_off_at IS DISTINCT FROM OLD.called_off_at)
    THEN
        RAISE EXCEPTION 'refused: edition_of_the_site_changed'
            USING ERRCODE = '23514', CONSTRAINT = 'edition_of_the_site_changed';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS advocacy_edition_stays ON advocacy_siteedition;
CREATE TRIGGER advocacy_edition_stays BEFORE UPDATE OR DELETE ON advocacy_siteedition
FOR EACH ROW EXECUTE FUNCTION advocacy_edition_stays();
