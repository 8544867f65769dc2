-- What was asked stays as it was asked, and what was answered as it was answered.
-- The sentences stand in the trigger_sentences of ItemVersion, SurveyWave and Respondent.
DROP TRIGGER IF EXISTS advocacy_item_version_is_kept ON advocacy_itemversion;
CREATE TRIGGER advocacy_item_version_is_kept BEFORE UPDATE OR DELETE ON advocacy_itemversion
FOR EACH ROW EXECUTE FUNCTION kernel_refuse('item_version_changed');

CREATE OR REPLACE FUNCTION advocacy_words_are_asked_for() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM advocacy_surveyitem AS item
        INNER JOIN advocacy_survey AS survey ON survey.id = item.survey_id
        WHERE item.id = NEW.item_id AND survey.asks_for_words
    ) THEN
        RAISE EXCEPTION 'refused: words_not_asked_for'
            USING ERRCODE = '23514', CONSTRAINT = 'words_not_asked_for';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS advocacy_words_are_asked_for ON advocacy_itemversion;
CREATE TRIGGER advocacy_words_are_asked_for BEFORE INSERT ON advocacy_itemversion
FOR EACH ROW WHEN (NEW.kind = 'text') EXECUTE FUNCTION advocacy_words_are_asked_for();

-- Once it was opened a wave can only be closed, once.
CREATE OR REPLACE FUNCTION advocacy_wave_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.closed_at IS NOT NULL
        OR to_jsonb(NEW) - '{closed_at,closed_by_id}'::text[] <> to_jsonb(OLD) - '{closed_at,closed_by_id}'::text[]
    THEN
        RAISE EXCEPTION 'refused: opened_wave_changed'
            USING ERRCODE = '23514', CONSTRAINT = 'opened_wave_changed';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS advocacy_wave_is_kept ON advocacy_surveywave;
CREATE TRIGGER advocacy_wave_is_kept BEFORE UPDATE OR DELETE ON advocacy_surveywave
FOR EACH ROW WHEN (OLD.opened_at IS NOT NULL) EXECUTE FUNCTION advocacy_wave_is_kept();

CREATE OR REPLACE FUNCTION advocacy_wave_asks_something() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM advocacy_waveitem WHERE wave_id = NEW.id) THEN
        RAISE EXCEPTION 'refused: wave_opened_without_items'
            USING ERRCODE = '23514', CONSTRAINT = 'wave_opened_without_items';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS advocacy_wave_asks_something ON advocacy_surveywave;
CREATE TRIGGER advocacy_wave_asks_something BEFORE INSERT OR UPDATE OF opened_at ON advocacy_surveywave
FOR EACH ROW WHEN (NEW.opened_at IS NOT NULL) EXECUTE FUNCTION advocacy_wave_asks_something();

-- The questions and the frame of a wave; whoever changes them waits for whoever opens it.
CREATE OR REPLACE FUNCTION advocacy_wave_part_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    part jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
    wave bigint := part ->> 'wave_id';
BEGIN
    IF TG_TABLE_NAME = 'advocacy_samplingpoint' THEN
        SELECT wave_id INTO wave FROM advocacy_stratum WHERE id = (part ->> 'stratum_id')::bigint;
    END IF;
    PERFORM FROM advocacy_surveywave WHERE id = wave AND opened_at IS NULL FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'refused: opened_wave_changed'
            USING ERRCODE = '23514', CONSTRAINT = 'opened_wave_changed';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

DROP TRIGGER IF EXISTS advocacy_wave_part_is_kept ON advocacy_waveitem;
CREATE TRIGGER advocacy_wave_part_is_kept BEFORE INSERT OR UPDATE OR DELETE ON advocacy_waveitem
FOR EACH ROW EXECUTE FUNCTION advocacy_wave_part_is_kept();

DROP TRIGGER IF EXISTS advocacy_wave_part_is_kept ON advocacy_stratum;
CREATE TRIGGER advocacy_wave_part_is_kept BEFORE INSERT OR UPDATE OR DELETE ON advocacy_stratum
FOR EACH ROW EXECUTE FUNCTION advocacy_wave_part_is_kept();

DROP TRIGGER IF EXISTS advocacy_wave_part_is_kept ON advocacy_samplingpoint;
CREATE TRIGGER advocacy_wave_part_is_kept BEFORE INSERT OR UPDATE OR DELETE ON advocacy_samplingpoint
FOR EACH ROW EXECUTE FUNCTION advocacy_wave_part_is_kept();

CREATE OR REPLACE FUNCTION advocacy_item_of_its_survey() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM advocacy_surveywave AS wave
        INNER JOIN advocacy_surveyitem AS item ON item.survey_id = wave.survey_id
        INNER JOIN advocacy_itemversion AS version ON version.item_id = item.id
        WHERE wave.id = NEW.wave_id AND version.id = NEW.version_id AND item.position = NEW.position
    ) THEN
        RAISE EXCEPTION 'refused: item_of_another_survey'
            USING ERRCODE = '23514', CONSTRAINT = 'item_of_another_survey';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS advocacy_item_of_its_survey ON advocacy_waveitem;
CREATE TRIGGER advocacy_item_of_its_survey BEFORE INSERT OR UPDATE ON advocacy_waveitem
FOR EACH ROW EXECUTE FUNCTION advocacy_item_of_its_survey();

CREATE OR REPLACE FUNCTION advocacy_wave_takes_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM advocacy_surveywave
    WHERE id = NEW.wave_id AND opened_at IS NOT NULL AND closed_at IS NULL
        AND NEW.answered_on BETWEEN first_day AND last_day FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'refused: wave_takes_no_answers'
            USING ERRCODE = '23514', CONSTRAINT = 'wave_takes_no_answers';
    END IF;
    IF NOT EXISTS (
        SELECT FROM advocacy_samplingpoint AS point
        INNER JOIN advocacy_stratum AS stratum ON stratum.id = point.stratum_id
        WHERE point.id = NEW.point_id AND stratum.wave_id = NEW.wave_id
    ) AND (NEW.point_id IS NOT NULL OR EXISTS (SELECT FROM advocacy_stratum WHERE wave_id = NEW.wave_id)) THEN
        RAISE EXCEPTION 'refused: answer_from_outside_the_frame'
            USING ERRCODE = '23514', CONSTRAINT = 'answer_from_outside_the_frame';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS advocacy_wave_takes_answers ON advocacy_respondent;
CREATE TRIGGER advocacy_wave_takes_answers BEFORE INSERT ON advocacy_respondent
FOR EACH ROW EXECUTE FUNCTION advocacy_wave_takes_answers();

-- Words of one's own can name somebody: one day all of them go, and nothing else ever does.
CREATE OR REPLACE FUNCTION advocacy_answers_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    words text[] := ARRAY (
        SELECT item.code FROM advocacy_waveitem AS asked
        INNER JOIN advocacy_itemversion AS version ON version.id = asked.version_id
        INNER JOIN advocacy_surveyitem AS item ON item.id = version.item_id
        WHERE asked.wave_id = OLD.wave_id AND version.kind = 'text'
    );
BEGIN
    IF to_jsonb(NEW) - 'answers' <> to_jsonb(OLD) - 'answers' OR NEW.answers <> OLD.answers - words THEN
        RAISE EXCEPTION 'refused: answers_changed' USING ERRCODE = '23514', CONSTRAINT = 'answers_changed';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS advocacy_answers_are_kept ON advocacy_respondent;
CREATE TRIGGER advocacy_answers_are_kept BEFORE UPDATE ON advocacy_respondent
FOR EACH ROW EXECUTE FUNCTION advocacy_answers_are_kept();
