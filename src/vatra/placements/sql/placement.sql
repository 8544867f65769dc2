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
    IF NEW.outcome_id IS NOT NULL AND NEW.first_day < (
        SELECT d.effective_on FROM decisions_outcome AS o
        INNER JOIN decisions_decision AS d ON d.id = o.decision_id
        WHERE o.id = NEW.outcome_id
    ) THEN
        RAISE EXCEPTION 'refused' USING ERRCODE = '23514', CONSTRAINT = 'placement_before_its_decision';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS placements_after_decision ON placements_placement;
CREATE TRIGGER placements_after_decision BEFORE INSERT OR UPDATE ON placements_placement
FOR EACH ROW EXECUTE FUNCTION placements_not_before_decision();
