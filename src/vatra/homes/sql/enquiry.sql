-- The steps of an enquiry follow one another, and each stays as it was written.
-- The sentences stand in EnquiryStep.trigger_sentences; the moves are those of homes/enquiries/states.py (tested).
CREATE OR REPLACE FUNCTION homes_enquiry_may_become(reached text, kind text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE reached
        WHEN 'new' THEN kind IN ('contacted', 'declined', 'withdrawn')
        WHEN 'contacted' THEN kind IN ('informed', 'declined', 'withdrawn')
        WHEN 'informed' THEN kind IN ('began', 'declined', 'withdrawn')
        WHEN 'began' THEN kind IN ('declined', 'withdrawn')
        ELSE FALSE
    END
$$;

CREATE OR REPLACE FUNCTION homes_enquiry_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    reached text;
    latest date;
BEGIN
    -- Two people at once: the second waits and sees the first one's step.
    PERFORM FROM homes_enquiry WHERE id = NEW.enquiry_id FOR UPDATE;
    SELECT kind, done_on INTO reached, latest FROM homes_enquirystep
    WHERE enquiry_id = NEW.enquiry_id ORDER BY id DESC LIMIT 1;
    IF NOT homes_enquiry_may_become(coalesce(reached, 'new'), NEW.kind) OR NEW.done_on < latest THEN
        RAISE EXCEPTION 'refused: enquiry_step_out_of_turn'
            USING ERRCODE = '23514', CONSTRAINT = 'enquiry_step_out_of_turn';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS homes_enquiry_step ON homes_enquirystep;
CREATE TRIGGER homes_enquiry_step BEFORE INSERT ON homes_enquirystep
FOR EACH ROW EXECUTE FUNCTION homes_enquiry_step();

-- Only its words go, once, when who asked is erased.
CREATE OR REPLACE FUNCTION homes_enquiry_step_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL AND NEW.note = ''
        AND to_jsonb(NEW) - '{note,erased_at}'::text[] = to_jsonb(OLD) - '{note,erased_at}'::text[] THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'refused: enquiry_step_changed' USING ERRCODE = '23514', CONSTRAINT = 'enquiry_step_changed';
END $$;

DROP TRIGGER IF EXISTS homes_enquiry_step_stays ON homes_enquirystep;
CREATE TRIGGER homes_enquiry_step_stays BEFORE UPDATE ON homes_enquirystep
FOR EACH ROW EXECUTE FUNCTION homes_enquiry_step_stays();
