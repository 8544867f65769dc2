-- What must never be true of an issued decision. Each refusal carries the name of a constraint; its sentence stands
-- in Decision.trigger_sentences.
CREATE OR REPLACE FUNCTION decisions_refuse(name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'refused: %', name USING ERRCODE = '23514', CONSTRAINT = name;
END $$;

-- The factors a question of this kind is weighed on; the same as in decisions/kinds.py (tested).
DROP FUNCTION IF EXISTS decisions_factors(text);
CREATE FUNCTION decisions_factors(kind text) RETURNS text [] LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE kind
        WHEN 'emergency' THEN ARRAY['child_view', 'family', 'siblings', 'care_safety']
        WHEN 'contact_restriction' THEN
            ARRAY['child_view', 'identity', 'family', 'siblings', 'care_safety', 'vulnerability']
        ELSE ARRAY[
            'child_view', 'identity', 'family', 'siblings', 'care_safety', 'vulnerability', 'health', 'education',
            'continuity'
        ]
    END
$$;

-- Whether a question of this kind is never decided without a panel; the same as in decisions/kinds.py (tested).
CREATE OR REPLACE FUNCTION decisions_needs_panel(kind text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT kind IN ('split_siblings', 'adoption_readiness')
$$;

-- At the end of the transaction that issues a decision: two options, all factors, every child's view, an entitled hand.
CREATE OR REPLACE FUNCTION decisions_complete_when_issued() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    kind text := (SELECT q.kind FROM decisions_question AS q WHERE q.id = NEW.question_id);
    factors text [] := decisions_factors(kind);
    day date := (NEW.issued_at AT TIME ZONE 'Europe/Belgrade')::date;
BEGIN
    IF (SELECT count(*) FROM decisions_option WHERE question_id = NEW.question_id) < 2 THEN
        PERFORM decisions_refuse('decision_issued_without_two_options');
    END IF;
    IF EXISTS (
        SELECT 1 FROM decisions_option AS o
        WHERE o.question_id = NEW.question_id
        AND (
            SELECT count(*) FROM decisions_weighing AS w WHERE w.option_id = o.id AND w.factor = ANY(factors)
        ) < cardinality(factors)
    ) THEN
        PERFORM decisions_refuse('decision_issued_with_unweighed_option');
    END IF;
    IF EXISTS (
        SELECT 1 FROM decisions_questionchild AS c
        WHERE c.question_id = NEW.question_id AND c.heard_how IS NULL AND c.not_heard_reason IS NULL
    ) OR NOT EXISTS (SELECT 1 FROM decisions_questionchild AS c WHERE c.question_id = NEW.question_id) THEN
        PERFORM decisions_refuse('decision_issued_without_view');
    END IF;
    IF EXISTS (
        SELECT 1 FROM decisions_questionchild AS c
        WHERE c.question_id = NEW.question_id
        AND NOT EXISTS (SELECT 1 FROM decisions_outcome AS o WHERE o.decision_id = NEW.id AND o.file_id = c.file_id)
    ) THEN
        PERFORM decisions_refuse('decision_issued_without_outcome');
    END IF;
    IF EXISTS (
        SELECT 1 FROM decisions_outcome AS o
        INNER JOIN decisions_option AS p ON p.id = o.option_id
        WHERE o.decision_id = NEW.id AND (
            p.question_id <> NEW.question_id OR p.form IS DISTINCT FROM o.form
            OR p.contact IS DISTINCT FROM o.contact OR p.home_id IS DISTINCT FROM o.home_id
            OR NOT EXISTS (
                SELECT 1 FROM decisions_questionchild AS c
                WHERE c.question_id = NEW.question_id AND c.file_id = o.file_id
            )
        )
    ) THEN
        PERFORM decisions_refuse('outcome_is_not_an_option_weighed');
    END IF;
    -- Entitled for every child: a supervisor, that day, of the unit that answers for the child or of one above.
    IF EXISTS (
        SELECT 1 FROM decisions_questionchild AS c
        INNER JOIN casework_file AS f ON f.id = c.file_id
        INNER JOIN access_unit AS u ON u.id = f.unit_id
        WHERE c.question_id = NEW.question_id AND NOT EXISTS (
            SELECT 1 FROM access_appointment AS a
            WHERE a.user_id = NEW.issued_by_id AND a.role = 'supervisor' AND a.unit_id = ANY(u.lineage)
            AND day >= a.first_day AND (a.last_day IS NULL OR day <= a.last_day)
        )
    ) THEN
        PERFORM decisions_refuse('decision_issued_by_unentitled');
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM decisions_question AS q WHERE q.id = NEW.question_id AND q.asked_by_id <> NEW.issued_by_id
        UNION ALL
        SELECT 1 FROM decisions_questionchild AS c
        WHERE c.question_id = NEW.question_id AND c.heard_by_id <> NEW.issued_by_id
        UNION ALL
        SELECT 1 FROM decisions_option AS o
        WHERE o.question_id = NEW.question_id AND o.added_by_id <> NEW.issued_by_id
        UNION ALL
        SELECT 1 FROM decisions_weighing AS w INNER JOIN decisions_option AS o ON o.id = w.option_id
        WHERE o.question_id = NEW.question_id AND w.written_by_id <> NEW.issued_by_id
    ) THEN
        PERFORM decisions_refuse('decision_issued_by_only_author');
    END IF;
    IF (
        decisions_needs_panel(kind)
        OR EXISTS (SELECT 1 FROM decisions_panelmeeting AS m WHERE m.question_id = NEW.question_id)
    ) AND coalesce((
        SELECT r.kind FROM decisions_resolution AS r
        INNER JOIN decisions_panelmeeting AS m ON m.id = r.meeting_id
        WHERE m.question_id = NEW.question_id
        ORDER BY r.resolved_on DESC, r.id DESC LIMIT 1
    ), '') NOT IN ('approve', 'approve_with_conditions') THEN
        PERFORM decisions_refuse('decision_issued_against_panel');
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS decisions_complete ON decisions_decision;
CREATE CONSTRAINT TRIGGER decisions_complete AFTER INSERT ON decisions_decision
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION decisions_complete_when_issued();

-- What is never changed once it is there refuses with the name its trigger gives.
CREATE OR REPLACE FUNCTION decisions_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM decisions_refuse(TG_ARGV[0]);
    RETURN NULL;
END $$;

-- An issued decision is never changed; a new one supersedes it.
DROP TRIGGER IF EXISTS decisions_kept ON decisions_decision;
CREATE TRIGGER decisions_kept BEFORE UPDATE OR DELETE ON decisions_decision
FOR EACH ROW EXECUTE FUNCTION decisions_kept('issued_decision_changed');
DROP TRIGGER IF EXISTS decisions_kept ON decisions_outcome;
CREATE TRIGGER decisions_kept BEFORE UPDATE OR DELETE ON decisions_outcome
FOR EACH ROW EXECUTE FUNCTION decisions_kept('issued_decision_changed');
DROP FUNCTION IF EXISTS decisions_never_changed();

-- What a decision rests on stays as it was when it was issued.
CREATE OR REPLACE FUNCTION decisions_ground_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    question bigint;
    subject jsonb := to_jsonb(OLD);
BEGIN
    question := CASE TG_TABLE_NAME
        WHEN 'decisions_question' THEN (subject ->> 'id')::bigint
        WHEN 'decisions_weighing' THEN
            (SELECT o.question_id FROM decisions_option AS o WHERE o.id = (subject ->> 'option_id')::bigint)
        ELSE (subject ->> 'question_id')::bigint
    END;
    IF EXISTS (SELECT 1 FROM decisions_decision AS d WHERE d.question_id = question) THEN
        PERFORM decisions_refuse('ground_of_issued_decision_changed');
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- Nor is anything added to it. Looked at once for all rows of a statement: a caseload has millions of weighings.
CREATE OR REPLACE FUNCTION decisions_ground_is_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM new_rows AS n INNER JOIN decisions_decision AS d ON d.question_id = n.question_id
    ) THEN
        PERFORM decisions_refuse('ground_of_issued_decision_changed');
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION decisions_weighing_is_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM new_rows AS n
        INNER JOIN decisions_option AS o ON o.id = n.option_id
        INNER JOIN decisions_decision AS d ON d.question_id = o.question_id
    ) THEN
        PERFORM decisions_refuse('ground_of_issued_decision_changed');
    END IF;
    RETURN NULL;
END $$;

DO $$
DECLARE
    ground text;
BEGIN
    FOREACH ground IN ARRAY ARRAY[
        'decisions_question', 'decisions_questionchild', 'decisions_option',
        'decisions_weighing', 'decisions_tookpart', 'decisions_separation'
    ] LOOP
        EXECUTE format('DROP TRIGGER IF EXISTS decisions_ground ON %I', ground);
        EXECUTE format('DROP TRIGGER IF EXISTS decisions_ground_added ON %I', ground);
        EXECUTE format(
            'CREATE TRIGGER decisions_ground BEFORE UPDATE OR DELETE ON %I
            FOR EACH ROW EXECUTE FUNCTION decisions_ground_is_kept()', ground
        );
        CONTINUE WHEN ground = 'decisions_question';
        EXECUTE format(
            'CREATE TRIGGER decisions_ground_added AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
            FOR EACH STATEMENT EXECUTE FUNCTION %I()', ground,
            CASE ground
                WHEN 'decisions_weighing' THEN 'decisions_weighing_is_closed' ELSE 'decisions_ground_is_closed'
            END
        );
    END LOOP;
END $$;

-- Decision numbers are given once and never again.
CREATE SEQUENCE IF NOT EXISTS decisions_decision_number;
