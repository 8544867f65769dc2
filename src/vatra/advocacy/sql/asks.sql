-- What was written about an ask stays; a second person answers once; a confirmed contribution has two witnesses.
-- The sentences stand in the `trigger_sentences` of the models.

-- Only the answer of the second person comes later, and only once.
CREATE OR REPLACE FUNCTION advocacy_answered_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    answer CONSTANT text[] := '{approved_at,approved_by_id,refused_at,refused_by_id,refusal}';
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.approved_at IS NULL AND OLD.refused_at IS NULL
        AND to_jsonb(OLD) - answer = to_jsonb(NEW) - answer THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'refused: %', TG_ARGV[0] USING ERRCODE = '23514', CONSTRAINT = TG_ARGV[0];
END $$;

DROP TRIGGER IF EXISTS advocacy_update_stays ON advocacy_askupdate;
CREATE TRIGGER advocacy_update_stays BEFORE UPDATE OR DELETE ON advocacy_askupdate
FOR EACH ROW EXECUTE FUNCTION advocacy_answered_once('update_written_stays');

DROP TRIGGER IF EXISTS advocacy_contribution_stays ON advocacy_contributionrating;
CREATE TRIGGER advocacy_contribution_stays BEFORE UPDATE OR DELETE ON advocacy_contributionrating
FOR EACH ROW EXECUTE FUNCTION advocacy_answered_once('contribution_written_stays');

DROP TRIGGER IF EXISTS advocacy_progress_stays ON advocacy_progressrating;
CREATE TRIGGER advocacy_progress_stays BEFORE UPDATE OR DELETE ON advocacy_progressrating
FOR EACH ROW EXECUTE FUNCTION kernel_refuse('progress_rating_stays');

DROP TRIGGER IF EXISTS advocacy_quality_stays ON advocacy_qualityrating;
CREATE TRIGGER advocacy_quality_stays BEFORE UPDATE OR DELETE ON advocacy_qualityrating
FOR EACH ROW EXECUTE FUNCTION kernel_refuse('quality_rating_stays');

DROP TRIGGER IF EXISTS advocacy_reading_stays ON advocacy_goalreading;
CREATE TRIGGER advocacy_reading_stays BEFORE UPDATE OR DELETE ON advocacy_goalreading
FOR EACH ROW EXECUTE FUNCTION kernel_refuse('reading_stays');

DROP TRIGGER IF EXISTS advocacy_stance_stays ON advocacy_stance;
CREATE TRIGGER advocacy_stance_stays BEFORE UPDATE OR DELETE ON advocacy_stance
FOR EACH ROW EXECUTE FUNCTION kernel_refuse('stance_stays');

-- What was said in a meeting is forgotten one day: it may be deleted, and is never changed.
DROP TRIGGER IF EXISTS advocacy_encounter_stays ON advocacy_encounter;
CREATE TRIGGER advocacy_encounter_stays BEFORE UPDATE ON advocacy_encounter
FOR EACH ROW EXECUTE FUNCTION kernel_refuse('encounter_stays');

DROP TRIGGER IF EXISTS advocacy_promise_stays ON advocacy_promise;
CREATE TRIGGER advocacy_promise_stays BEFORE UPDATE OR DELETE ON advocacy_promise
FOR EACH ROW EXECUTE FUNCTION kernel_refuse('promise_stays');

DROP TRIGGER IF EXISTS advocacy_judgement_stays ON advocacy_promisejudgement;
CREATE TRIGGER advocacy_judgement_stays BEFORE UPDATE OR DELETE ON advocacy_promisejudgement
FOR EACH ROW EXECUTE FUNCTION kernel_refuse('judgement_stays');

CREATE OR REPLACE FUNCTION advocacy_update_supersedes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM advocacy_askupdate AS before
        WHERE before.id = NEW.supersedes_id AND before.ask_id = NEW.ask_id AND before.approved_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'refused: update_supersedes_another_asks'
            USING ERRCODE = '23514', CONSTRAINT = 'update_supersedes_another_asks';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS advocacy_update_supersedes ON advocacy_askupdate;
CREATE TRIGGER advocacy_update_supersedes BEFORE INSERT ON advocacy_askupdate
FOR EACH ROW WHEN (NEW.supersedes_id IS NOT NULL) EXECUTE FUNCTION advocacy_update_supersedes();

CREATE OR REPLACE FUNCTION advocacy_contribution_has_witnesses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Who says it, and where: the unique constraints of the evidence make each of the two another one.
    IF (SELECT count(*) FROM advocacy_contributionevidence WHERE rating_id = NEW.id) < 2 THEN
        RAISE EXCEPTION 'refused: contribution_confirmed_by_one'
            USING ERRCODE = '23514', CONSTRAINT = 'contribution_confirmed_by_one';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS advocacy_contribution_has_witnesses ON advocacy_contributionrating;
CREATE TRIGGER advocacy_contribution_has_witnesses BEFORE INSERT OR UPDATE ON advocacy_contributionrating
FOR EACH ROW WHEN (NEW.claim = 'confirmed' AND NEW.approved_at IS NOT NULL)
EXECUTE FUNCTION advocacy_contribution_has_witnesses();

CREATE OR REPLACE FUNCTION advocacy_evidence_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- One adds evidence while another answers: the second waits for the first.
    PERFORM FROM advocacy_contributionrating AS rating
    WHERE rating.id IN (OLD.rating_id, NEW.rating_id) AND (rating.approved_at, rating.refused_at) IS NULL
    FOR SHARE;
    IF NOT FOUND OR TG_OP <> 'INSERT' THEN
        RAISE EXCEPTION 'refused: evidence_comes_late'
            USING ERRCODE = '23514', CONSTRAINT = 'evidence_comes_late';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS advocacy_evidence_in_time ON advocacy_contributionevidence;
CREATE TRIGGER advocacy_evidence_in_time BEFORE INSERT OR UPDATE OR DELETE ON advocacy_contributionevidence
FOR EACH ROW EXECUTE FUNCTION advocacy_evidence_in_time();
