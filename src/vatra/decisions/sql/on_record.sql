-- Everything written for a question, as one document. Issuing a decision reads it while the question is locked.
CREATE OR REPLACE FUNCTION decisions_on_record(about bigint, reader bigint, on_day date)
RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT json_build_object(
            'question', to_jsonb(question),
            'is_decided', EXISTS (SELECT FROM decisions_decision AS d WHERE d.question_id = question.id),
            'options', ARRAY(
                SELECT to_jsonb(option) || jsonb_build_object('weighed', ARRAY(
                    SELECT to_jsonb(weighing) FROM decisions_weighing AS weighing
                    WHERE weighing.option_id = option.id ORDER BY weighing.id
                ))
                FROM decisions_option AS option WHERE option.question_id = question.id ORDER BY option.id
            ),
            'children', ARRAY(
                SELECT to_jsonb(asked) || jsonb_build_object(
                    'file', to_jsonb(file) || jsonb_build_object('child', to_jsonb(child)),
                    'assessed', (SELECT max(made_on) FROM casework_assessment AS a WHERE a.file_id = file.id),
                    'support_was_tried', EXISTS (SELECT FROM casework_support AS s WHERE s.file_id = file.id),
                    'reached_as', ARRAY(
                        SELECT reach.role FROM access_reach AS reach
                        WHERE reach.file_id = file.id AND reach.user_id = reader AND reach.first_day <= on_day
                            AND (reach.last_day IS NULL OR reach.last_day >= on_day)
                    )
                )
                FROM decisions_questionchild AS asked
                INNER JOIN casework_file AS file ON file.id = asked.file_id
                INNER JOIN people_person AS child ON child.id = file.child_id
                WHERE asked.question_id = question.id ORDER BY asked.id
            ),
            'participants', ARRAY(
                SELECT to_jsonb(participant) FROM decisions_tookpart AS participant
                WHERE participant.question_id = question.id ORDER BY participant.id
            ),
            'separations', ARRAY(
                SELECT to_jsonb(apart) || jsonb_build_object(
                    'file', to_jsonb(file) || jsonb_build_object('child', to_jsonb(child)),
                    'sibling', to_jsonb(sibling)
                )
                FROM decisions_separation AS apart
                INNER JOIN casework_file AS file ON file.id = apart.file_id
                INNER JOIN people_person AS child ON child.id = file.child_id
                INNER JOIN people_person AS sibling ON sibling.id = apart.sibling_id
                WHERE apart.question_id = question.id ORDER BY apart.id
            ),
            'panel_said', ARRAY(
                SELECT said.kind FROM decisions_panelmeeting AS meeting
                LEFT JOIN decisions_resolution AS said ON said.meeting_id = meeting.id
                WHERE meeting.question_id = question.id ORDER BY said.resolved_on NULLS FIRST, said.id
            )
        )
        FROM decisions_question AS question WHERE question.id = about
    );
END $$;

-- The same once nobody else decides or changes it, until the transaction ends: what others wrote while this waited is
-- read as well. With it comes what holds around the children on the day the decision is to take effect.
DROP FUNCTION IF EXISTS decisions_on_record_locked(bigint, bigint, date);
CREATE OR REPLACE FUNCTION decisions_on_record_locked(about bigint, reader bigint, on_day date, effective_on date)
RETURNS json LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM FROM decisions_question WHERE id = about FOR UPDATE;
    RETURN json_build_object(
        'written', decisions_on_record(about, reader, on_day),
        'siblings', ARRAY(
            SELECT to_jsonb(sibling) || jsonb_build_object('sibling_of', pair.sibling_of)
                || decisions_apart_on(pair.sibling_of, sibling.id, effective_on)
            FROM people_siblings_of(ARRAY(
                SELECT file.child_id FROM decisions_questionchild AS asked
                INNER JOIN casework_file AS file ON file.id = asked.file_id
                WHERE asked.question_id = about
            )) AS pair
            INNER JOIN people_person AS sibling ON sibling.id = pair.sibling_id
            ORDER BY sibling.birth_on NULLS LAST, sibling.id
        ),
        'homes', ARRAY(
            SELECT json_build_object(
                'id', home.id,
                'is_open', home.first_day <= effective_on AND coalesce(home.last_day, effective_on) >= effective_on,
                'was_agreed', EXISTS (SELECT FROM homes_capacity AS agreed WHERE agreed.home_id = home.id),
                'places', (
                    SELECT agreed.children FROM homes_capacity AS agreed
                    WHERE agreed.home_id = home.id AND agreed.first_day <= effective_on
                        AND coalesce(agreed.last_day, effective_on) >= effective_on
                )
            )
            FROM homes_home AS home
            WHERE home.id IN (SELECT option.home_id FROM decisions_option AS option WHERE option.question_id = about)
        )
    );
END $$;

-- Where a brother or sister lives on a day, and which home is decided for them; whether an earlier decision says why
-- the two live apart, with a day to look again that has not passed.
CREATE OR REPLACE FUNCTION decisions_apart_on(child bigint, brother_or_sister bigint, day date)
RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object(
        'lives_in', ARRAY(
            SELECT stay.home_id FROM placements_placement AS stay
            INNER JOIN casework_file AS file ON file.id = stay.file_id
            WHERE file.child_id = brother_or_sister AND stay.form <> 'birth_family'
                AND stay.first_day <= day AND coalesce(stay.last_day, day) >= day
        ),
        'will_live_in', ARRAY(
            SELECT outcome.home_id FROM decisions_outcome AS outcome
            INNER JOIN casework_file AS file ON file.id = outcome.file_id
            WHERE file.child_id = brother_or_sister AND outcome.home_id IS NOT NULL
                AND NOT EXISTS (SELECT FROM placements_placement AS stay WHERE stay.outcome_id = outcome.id)
                AND NOT EXISTS (SELECT FROM decisions_decision AS d WHERE d.supersedes_id = outcome.decision_id)
                AND NOT EXISTS (SELECT FROM decisions_withdrawal AS w WHERE w.decision_id = outcome.decision_id)
        ),
        'is_explained', EXISTS (
            SELECT FROM decisions_separation AS apart
            INNER JOIN casework_file AS file ON file.id = apart.file_id
            WHERE apart.look_again_on >= day
                AND (file.child_id, apart.sibling_id) IN ((child, brother_or_sister), (brother_or_sister, child))
                AND EXISTS (SELECT FROM decisions_decision AS d WHERE d.question_id = apart.question_id)
        )
    );
END $$;

-- The number of the decision to be issued, and the reasons of others that have the same fingerprint: taken once
-- nothing stands against issuing, so that a refusal leaves no gap in the numbers.
CREATE OR REPLACE FUNCTION decisions_before_issue(about bigint, fingerprint text, since timestamptz, until timestamptz)
RETURNS json LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN json_build_object(
        'number', nextval('decisions_decision_number'),
        'same_reasons', ARRAY(
            SELECT json_build_array(other.number, other.reasons)
            FROM decisions_decision AS other
            INNER JOIN decisions_question AS question ON question.id = other.question_id
            WHERE fingerprint <> '' AND other.reasons_key = fingerprint
                AND question.unit_id = (SELECT unit_id FROM decisions_question WHERE id = about)
                AND question.id <> about AND other.issued_at > since AND other.issued_at <= until
            ORDER BY other.id
        )
    );
END $$;
