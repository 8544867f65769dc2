-- A placement rests on the outcome for this very child, and begins no earlier than the decision takes effect.
DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'placement_rests_on_another_childs_decision') THEN
        ALTER TABLE placements_placement
        ADD CONSTRAINT placement_rests_on_another_childs_decision
        FOREIGN KEY (outcome_id, file_id) REFERENCES decisions_outcome (id, file_id)
        DEFERRABLE INITIALLY DEFERRED;
    END IF;
END $$;

CREATE OR REPLACE FUNCTION placements_not_before_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Whoever is just taking the decision back is waited for, and what they did is then seen below.
    PERFORM 1 FROM decisions_outcome AS o WHERE o.id = NEW.outcome_id FOR KEY SHARE;
    IF NEW.outcome_id IS NOT NULL AND NEW.first_day < (
        SELECT d.effective_on FROM decisions_outcome AS o
        INNER JOIN decisions_decision AS d ON d.id = o.decision_id
        WHERE o.id = NEW.outcome_id
    ) THEN
        RAISE EXCEPTION 'refused' USING ERRCODE = '23514', CONSTRAINT = 'placement_before_its_decision';
    END IF;
    IF TG_OP = 'INSERT' AND NEW.outcome_id IS NOT NULL AND EXISTS (
        SELECT 1 FROM decisions_outcome AS o
        WHERE o.id = NEW.outcome_id AND (
            EXISTS (SELECT 1 FROM decisions_withdrawal AS w WHERE w.decision_id = o.decision_id)
            OR EXISTS (SELECT 1 FROM decisions_decision AS n WHERE n.supersedes_id = o.decision_id)
            OR EXISTS (SELECT 1 FROM decisions_appeal AS a WHERE a.decision_id = o.decision_id AND a.outcome = 'overturned')
        )
    ) THEN
        RAISE EXCEPTION 'refused' USING ERRCODE = '23514', CONSTRAINT = 'placement_rests_on_a_decision_that_fell';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS placements_after_decision ON placements_placement;
CREATE TRIGGER placements_after_decision BEFORE INSERT OR UPDATE ON placements_placement
FOR EACH ROW EXECUTE FUNCTION placements_not_before_decision();

-- A decision that was carried out is superseded, not withdrawn.
CREATE OR REPLACE FUNCTION placements_kept_by_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM placements_placement AS p INNER JOIN decisions_outcome AS o ON o.id = p.outcome_id
        WHERE o.decision_id = NEW.decision_id
    ) THEN
        PERFORM decisions_refuse('withdrawn_although_carried_out');
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS decisions_withdrawn ON decisions_withdrawal;
CREATE TRIGGER decisions_withdrawn BEFORE INSERT OR UPDATE ON decisions_withdrawal
FOR EACH ROW EXECUTE FUNCTION placements_kept_by_decision();
