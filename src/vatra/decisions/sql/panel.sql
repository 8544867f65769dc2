-- Who votes, and what makes a panel. The sentences stand as trigger_sentences with the models of `panel`.
-- A vote and what the panel says wait for each other at the meeting, so that no vote slips in behind the count.
CREATE OR REPLACE FUNCTION decisions_vote_is_free() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM decisions_panelmeeting AS m WHERE m.id = coalesce(NEW.meeting_id, OLD.meeting_id) FOR UPDATE;
    IF EXISTS (SELECT 1 FROM decisions_resolution AS r WHERE r.meeting_id = coalesce(NEW.meeting_id, OLD.meeting_id)) THEN
        PERFORM decisions_refuse('vote_after_resolution');
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM decisions_panelseat AS s
        INNER JOIN decisions_panelmeeting AS m ON m.question_id = s.question_id
        WHERE s.id = NEW.seat_id AND m.id = NEW.meeting_id
    ) THEN
        PERFORM decisions_refuse('vote_on_another_question');
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM decisions_panelseat AS s
        WHERE s.id = NEW.seat_id AND NOT s.as_guest AND s.has_conflict IS FALSE
    ) THEN
        PERFORM decisions_refuse('vote_with_conflict');
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS decisions_vote ON decisions_vote;
CREATE TRIGGER decisions_vote BEFORE INSERT OR UPDATE OR DELETE ON decisions_vote
FOR EACH ROW EXECUTE FUNCTION decisions_vote_is_free();

-- A panel decides with its quorum and at least two disciplines; to defer, to ask anew, or to reject needs the same.
-- The vote of a member who found a conflict of interest afterwards does not count.
CREATE OR REPLACE FUNCTION decisions_panel_decides() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    needed integer;
    members integer;
    disciplines integer;
    ahead integer;
BEGIN
    SELECT m.quorum INTO needed FROM decisions_panelmeeting AS m WHERE m.id = NEW.meeting_id FOR UPDATE;
    SELECT
        count(*),
        count(DISTINCT s.discipline),
        count(*) FILTER (WHERE v.position = 'agrees') - count(*) FILTER (WHERE v.position = 'disagrees')
    INTO members, disciplines, ahead
    FROM decisions_vote AS v INNER JOIN decisions_panelseat AS s ON s.id = v.seat_id
    WHERE v.meeting_id = NEW.meeting_id AND NOT s.as_guest AND s.has_conflict IS FALSE;
    IF members < needed THEN
        PERFORM decisions_refuse('panel_without_quorum');
    END IF;
    IF disciplines < 2 THEN
        PERFORM decisions_refuse('panel_of_one_discipline');
    END IF;
    IF NEW.kind IN ('approve', 'approve_with_conditions') AND ahead <= 0 THEN
        PERFORM decisions_refuse('panel_approves_against_its_votes');
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS decisions_panel_decides ON decisions_resolution;
CREATE TRIGGER decisions_panel_decides BEFORE INSERT ON decisions_resolution
FOR EACH ROW EXECUTE FUNCTION decisions_panel_decides();

-- At the end of the transaction: an approval with conditions names them.
CREATE OR REPLACE FUNCTION decisions_conditions_are_named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.kind = 'approve_with_conditions'
    AND NOT EXISTS (SELECT 1 FROM decisions_condition AS c WHERE c.resolution_id = NEW.id) THEN
        PERFORM decisions_refuse('approved_without_conditions');
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS decisions_conditions_named ON decisions_resolution;
CREATE CONSTRAINT TRIGGER decisions_conditions_named AFTER INSERT ON decisions_resolution
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION decisions_conditions_are_named();

-- A condition belongs to an approval; what it asks for stays, only what came of it is written down later.
CREATE OR REPLACE FUNCTION decisions_condition_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT EXISTS (
            SELECT 1 FROM decisions_resolution AS r
            WHERE r.id = NEW.resolution_id AND r.kind = 'approve_with_conditions'
        ) THEN
            PERFORM decisions_refuse('condition_of_another_answer');
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' OR (NEW.resolution_id, NEW.what, NEW.responsible_id, NEW.due_on)
    IS DISTINCT FROM (OLD.resolution_id, OLD.what, OLD.responsible_id, OLD.due_on) THEN
        PERFORM decisions_refuse('condition_changed');
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS decisions_kept ON decisions_condition;
CREATE TRIGGER decisions_kept BEFORE INSERT OR UPDATE OR DELETE ON decisions_condition
FOR EACH ROW EXECUTE FUNCTION decisions_condition_is_kept();

-- What the panel was called for, and what it said, stay as they are.
DROP TRIGGER IF EXISTS decisions_kept ON decisions_resolution;
CREATE TRIGGER decisions_kept BEFORE UPDATE OR DELETE ON decisions_resolution
FOR EACH ROW EXECUTE FUNCTION decisions_kept('resolution_changed');
DROP TRIGGER IF EXISTS decisions_kept ON decisions_panelmeeting;
CREATE TRIGGER decisions_kept BEFORE UPDATE OR DELETE ON decisions_panelmeeting
FOR EACH ROW EXECUTE FUNCTION decisions_kept('meeting_changed');
DROP FUNCTION IF EXISTS decisions_meeting_is_kept();
