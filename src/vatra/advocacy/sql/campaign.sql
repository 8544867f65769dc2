-- A sub-campaign and a phase lie within the days of what they belong to; nothing is part of itself.
-- The sentences stand in Campaign.trigger_sentences, CampaignPhase.trigger_sentences and Action.trigger_sentences.
CREATE OR REPLACE FUNCTION advocacy_campaign_within() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Two at once, one shortening the campaign above and one adding to it: the second waits and sees the first.
    PERFORM FROM advocacy_campaign WHERE id = NEW.parent_id FOR SHARE;
    IF EXISTS (
        WITH RECURSIVE above AS (
            SELECT id, parent_id FROM advocacy_campaign WHERE id = NEW.parent_id
            UNION
            SELECT c.id, c.parent_id FROM advocacy_campaign AS c INNER JOIN above ON c.id = above.parent_id
        )
        SELECT FROM above WHERE id = NEW.id
    ) THEN
        RAISE EXCEPTION 'refused: campaign_is_part_of_itself'
            USING ERRCODE = '23514', CONSTRAINT = 'campaign_is_part_of_itself';
    END IF;
    IF EXISTS (
        SELECT FROM advocacy_campaign AS other
        WHERE (other.id = NEW.parent_id AND NOT daterange(other.first_day, other.last_day, '[]')
                @> daterange(NEW.first_day, NEW.last_day, '[]'))
            OR (other.parent_id = NEW.id AND NOT daterange(NEW.first_day, NEW.last_day, '[]')
                @> daterange(other.first_day, other.last_day, '[]'))
    ) THEN
        RAISE EXCEPTION 'refused: campaign_outside_the_days_above'
            USING ERRCODE = '23514', CONSTRAINT = 'campaign_outside_the_days_above';
    END IF;
    IF EXISTS (
        SELECT FROM advocacy_campaignphase AS phase
        WHERE phase.campaign_id = NEW.id AND NOT daterange(NEW.first_day, NEW.last_day, '[]')
            @> daterange(phase.first_day, phase.last_day, '[]')
    ) THEN
        RAISE EXCEPTION 'refused: phase_outside_its_campaign'
            USING ERRCODE = '23514', CONSTRAINT = 'phase_outside_its_campaign';
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS advocacy_campaign_within ON advocacy_campaign;
CREATE CONSTRAINT TRIGGER advocacy_campaign_within AFTER INSERT OR UPDATE ON advocacy_campaign
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.last_day IS NULL OR NEW.last_day >= NEW.first_day)
EXECUTE FUNCTION advocacy_campaign_within();

CREATE OR REPLACE FUNCTION advocacy_phase_within() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM advocacy_campaign AS campaign
        WHERE campaign.id = NEW.campaign_id AND daterange(campaign.first_day, campaign.last_day, '[]')
            @> daterange(NEW.first_day, NEW.last_day, '[]')
        FOR SHARE
    ) THEN
        RAISE EXCEPTION 'refused: phase_outside_its_campaign'
            USING ERRCODE = '23514', CONSTRAINT = 'phase_outside_its_campaign';
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS advocacy_phase_within ON advocacy_campaignphase;
CREATE CONSTRAINT TRIGGER advocacy_phase_within AFTER INSERT OR UPDATE ON advocacy_campaignphase
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.last_day >= NEW.first_day)
EXECUTE FUNCTION advocacy_phase_within();

CREATE OR REPLACE FUNCTION advocacy_action_serves_its_campaign() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- The ask of the campaign itself, or of one above it.
    IF NOT EXISTS (
        WITH RECURSIVE line AS (
            SELECT id, parent_id FROM advocacy_campaign WHERE id = NEW.campaign_id
            UNION
            SELECT c.id, c.parent_id FROM advocacy_campaign AS c INNER JOIN line ON c.id = line.parent_id
        )
        SELECT FROM advocacy_policyask AS ask INNER JOIN line ON line.id = ask.campaign_id WHERE ask.id = NEW.ask_id
    ) THEN
        RAISE EXCEPTION 'refused: action_towards_another_campaigns_ask'
            USING ERRCODE = '23514', CONSTRAINT = 'action_towards_another_campaigns_ask';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS advocacy_action_serves_its_campaign ON advocacy_action;
CREATE TRIGGER advocacy_action_serves_its_campaign BEFORE INSERT OR UPDATE OF campaign_id, ask_id ON advocacy_action
FOR EACH ROW WHEN (NEW.ask_id IS NOT NULL) EXECUTE FUNCTION advocacy_action_serves_its_campaign();
