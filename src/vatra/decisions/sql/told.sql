-- A question is closed once it was decided and every child told. The sentences stand with the models of `telling`.
CREATE OR REPLACE FUNCTION decisions_closed_when_told() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last_decision bigint := (
        SELECT d.id FROM decisions_decision AS d
        WHERE d.question_id = NEW.question_id
        AND NOT EXISTS (SELECT 1 FROM decisions_decision AS n WHERE n.supersedes_id = d.id)
    );
BEGIN
    IF last_decision IS NULL THEN
        PERFORM decisions_refuse('closed_before_decided');
    END IF;
    IF EXISTS (
        SELECT 1 FROM decisions_questionchild AS c
        WHERE c.question_id = NEW.question_id
        AND NOT EXISTS (
            SELECT 1 FROM decisions_telling AS t INNER JOIN decisions_outcome AS o ON o.id = t.outcome_id
            WHERE o.decision_id = last_decision AND o.file_id = c.file_id
        )
        AND NOT EXISTS (
            SELECT 1 FROM decisions_nottold AS n INNER JOIN decisions_outcome AS o ON o.id = n.outcome_id
            WHERE o.decision_id = last_decision AND o.file_id = c.file_id AND n.confirmed_on IS NOT NULL
        )
    ) THEN
        PERFORM decisions_refuse('closed_before_child_was_told');
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS decisions_closing ON decisions_closing;
CREATE TRIGGER decisions_closing BEFORE INSERT OR UPDATE ON decisions_closing
FOR EACH ROW EXECUTE FUNCTION decisions_closed_when_told();

CREATE OR REPLACE FUNCTION decisions_told_after_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM decisions_outcome AS o INNER JOIN decisions_decision AS d ON d.id = o.decision_id
        WHERE o.id = NEW.outcome_id AND NEW.told_on < (d.issued_at AT TIME ZONE 'Europe/Belgrade')::date
    ) THEN
        PERFORM decisions_refuse('told_before_decided');
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS decisions_telling ON decisions_telling;
CREATE TRIGGER decisions_telling BEFORE INSERT OR UPDATE ON decisions_telling
FOR EACH ROW EXECUTE FUNCTION decisions_told_after_decided();

-- Whether the child felt heard is asked by somebody who neither heard nor told the child.
CREATE OR REPLACE FUNCTION decisions_asked_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM decisions_questionchild AS c
        WHERE c.id = NEW.child_id AND (
            c.heard_by_id = NEW.asked_by_id
            OR EXISTS (
                SELECT 1 FROM decisions_telling AS t
                INNER JOIN decisions_outcome AS o ON o.id = t.outcome_id
                INNER JOIN decisions_decision AS d ON d.id = o.decision_id
                WHERE d.question_id = c.question_id AND o.file_id = c.file_id AND t.told_by_id = NEW.asked_by_id
            )
        )
    ) THEN
        PERFORM decisions_refuse('felt_heard_asked_by_the_same_person');
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS decisions_feltheard ON decisions_feltheard;
CREATE TRIGGER decisions_feltheard BEFORE INSERT OR UPDATE ON decisions_feltheard
FOR EACH ROW EXECUTE FUNCTION decisions_asked_by_another();

-- A drawing is part of what a decision rests on: none is added, changed or lost once the question is decided.
CREATE OR REPLACE FUNCTION decisions_drawing_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM decisions_questionchild AS c
        INNER JOIN decisions_decision AS d ON d.question_id = c.question_id
        WHERE c.id = coalesce(OLD.child_id, NEW.child_id)
    ) THEN
        PERFORM decisions_refuse('ground_of_issued_decision_changed');
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

DROP TRIGGER IF EXISTS decisions_drawing ON decisions_drawing;
CREATE TRIGGER decisions_drawing BEFORE INSERT OR UPDATE OR DELETE ON decisions_drawing
FOR EACH ROW EXECUTE FUNCTION decisions_drawing_is_kept();

-- What was handed out stays as it was.
DROP TRIGGER IF EXISTS decisions_kept ON decisions_lettertext;
CREATE TRIGGER decisions_kept BEFORE UPDATE OR DELETE ON decisions_lettertext
FOR EACH ROW EXECUTE FUNCTION decisions_kept('letter_text_changed');
DROP TRIGGER IF EXISTS decisions_kept ON decisions_issueddocument;
CREATE TRIGGER decisions_kept BEFORE UPDATE OR DELETE ON decisions_issueddocument
FOR EACH ROW EXECUTE FUNCTION decisions_kept('document_changed');
DROP FUNCTION IF EXISTS decisions_paper_is_kept();
