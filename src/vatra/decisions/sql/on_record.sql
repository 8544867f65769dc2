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
-- read as well.
CREATE OR REPLACE FUNCTION decisions_on_record_locked(about bigint, reader bigint, on_day date)
RETURNS json LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM FROM decisions_question WHERE id = about FOR UPDATE;
    RETURN decisions_on_record(about, reader, on_day);
END $$;
