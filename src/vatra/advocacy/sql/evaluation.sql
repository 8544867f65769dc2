-- What was planned, counted, found and released stays as it was.
-- The sentences stand in the trigger_sentences of SeriesPoint, EvaluationPlan, EvaluationResult and ResultPage.
DROP TRIGGER IF EXISTS advocacy_series_point_is_kept ON advocacy_seriespoint;
CREATE TRIGGER advocacy_series_point_is_kept BEFORE UPDATE OR DELETE ON advocacy_seriespoint
FOR EACH ROW EXECUTE FUNCTION kernel_refuse('series_point_changed');

CREATE OR REPLACE FUNCTION advocacy_correction_of_its_point() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM advocacy_seriespoint AS before
        WHERE before.id = NEW.instead_of_id AND before.series_id = NEW.series_id AND before.month_on = NEW.month_on
    ) THEN
        RAISE EXCEPTION 'refused: correction_of_another_point'
            USING ERRCODE = '23514', CONSTRAINT = 'correction_of_another_point';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS advocacy_correction_of_its_point ON advocacy_seriespoint;
CREATE TRIGGER advocacy_correction_of_its_point BEFORE INSERT ON advocacy_seriespoint
FOR EACH ROW WHEN (NEW.instead_of_id IS NOT NULL) EXECUTE FUNCTION advocacy_correction_of_its_point();

DROP TRIGGER IF EXISTS advocacy_plan_is_kept ON advocacy_evaluationplan;
CREATE TRIGGER advocacy_plan_is_kept BEFORE UPDATE OR DELETE ON advocacy_evaluationplan
FOR EACH ROW WHEN (OLD.locked_at IS NOT NULL) EXECUTE FUNCTION kernel_refuse('locked_plan_changed');

-- The day is the one on the calendar in Kosovo, as everywhere.
CREATE OR REPLACE FUNCTION advocacy_plan_is_locked_before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM advocacy_campaign AS campaign
    WHERE campaign.id = NEW.campaign_id
        AND (NEW.locked_at AT TIME ZONE 'Europe/Belgrade')::date < least(campaign.first_day, NEW.launch_on)
    FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'refused: plan_locked_after_launch'
            USING ERRCODE = '23514', CONSTRAINT = 'plan_locked_after_launch';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS advocacy_plan_is_locked_before ON advocacy_evaluationplan;
CREATE TRIGGER advocacy_plan_is_locked_before BEFORE INSERT OR UPDATE ON advocacy_evaluationplan
FOR EACH ROW WHEN (NEW.locked_at IS NOT NULL AND NOT NEW.is_exploratory)
EXECUTE FUNCTION advocacy_plan_is_locked_before();

-- Nor can a campaign be made to begin before its plan was locked.
CREATE OR REPLACE FUNCTION advocacy_campaign_begins_after_its_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM advocacy_evaluationplan AS plan
        WHERE plan.campaign_id = NEW.id AND NOT plan.is_exploratory
            AND (plan.locked_at AT TIME ZONE 'Europe/Belgrade')::date >= NEW.first_day
    ) THEN
        RAISE EXCEPTION 'refused: plan_locked_after_launch'
            USING ERRCODE = '23514', CONSTRAINT = 'plan_locked_after_launch';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS advocacy_campaign_begins_after_its_plan ON advocacy_campaign;
CREATE TRIGGER advocacy_campaign_begins_after_its_plan BEFORE UPDATE OF first_day ON advocacy_campaign
FOR EACH ROW EXECUTE FUNCTION advocacy_campaign_begins_after_its_plan();

CREATE OR REPLACE FUNCTION advocacy_planned_series_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM advocacy_evaluationplan
    WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.plan_id ELSE NEW.plan_id END AND locked_at IS NULL
    FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'refused: locked_plan_changed'
            USING ERRCODE = '23514', CONSTRAINT = 'locked_plan_changed';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

DROP TRIGGER IF EXISTS advocacy_planned_series_is_kept ON advocacy_plannedseries;
CREATE TRIGGER advocacy_planned_series_is_kept BEFORE INSERT OR UPDATE OR DELETE ON advocacy_plannedseries
FOR EACH ROW EXECUTE FUNCTION advocacy_planned_series_is_kept();

DROP TRIGGER IF EXISTS advocacy_result_is_kept ON advocacy_evaluationresult;
CREATE TRIGGER advocacy_result_is_kept BEFORE UPDATE OR DELETE ON advocacy_evaluationresult
FOR EACH ROW EXECUTE FUNCTION kernel_refuse('result_changed');

CREATE OR REPLACE FUNCTION advocacy_result_of_a_locked_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM advocacy_evaluationplan
        WHERE id = NEW.plan_id AND locked_at IS NOT NULL AND digest = NEW.plan_digest
    ) THEN
        RAISE EXCEPTION 'refused: result_of_an_open_plan'
            USING ERRCODE = '23514', CONSTRAINT = 'result_of_an_open_plan';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS advocacy_result_of_a_locked_plan ON advocacy_evaluationresult;
CREATE TRIGGER advocacy_result_of_a_locked_plan BEFORE INSERT ON advocacy_evaluationresult
FOR EACH ROW EXECUTE FUNCTION advocacy_result_of_a_locked_plan();

DROP TRIGGER IF EXISTS advocacy_released_page_is_kept ON advocacy_resultpage;
CREATE TRIGGER advocacy_released_page_is_kept BEFORE UPDATE OR DELETE ON advocacy_resultpage
FOR EACH ROW WHEN (OLD.released_at IS NOT NULL) EXECUTE FUNCTION kernel_refuse('released_page_changed');
