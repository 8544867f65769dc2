-- A letter call, an event, a press conference and a brief each belong to an action of their kind.
-- Arguments: the constraint's name, then the kinds. The sentences stand in the models' trigger_sentences.
CREATE OR REPLACE FUNCTION advocacy_action_is_of_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM advocacy_action WHERE id = NEW.action_id AND kind = ANY (TG_ARGV[1:])) THEN
        RAISE EXCEPTION 'refused: %', TG_ARGV[0] USING ERRCODE = '23514', CONSTRAINT = TG_ARGV[0];
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS advocacy_of_kind ON advocacy_lettercall;
CREATE TRIGGER advocacy_of_kind BEFORE INSERT OR UPDATE OF action_id ON advocacy_lettercall
FOR EACH ROW EXECUTE FUNCTION advocacy_action_is_of_kind('letters_of_another_kind_of_action', 'mail_to_target');

DROP TRIGGER IF EXISTS advocacy_of_kind ON advocacy_occasion;
CREATE TRIGGER advocacy_of_kind BEFORE INSERT OR UPDATE OF action_id ON advocacy_occasion
FOR EACH ROW EXECUTE FUNCTION advocacy_action_is_of_kind(
    'occasion_of_another_kind_of_action', 'event', 'press_conference', 'training'
);

DROP TRIGGER IF EXISTS advocacy_of_kind ON advocacy_pressconference;
CREATE TRIGGER advocacy_of_kind BEFORE INSERT OR UPDATE OF action_id ON advocacy_pressconference
FOR EACH ROW EXECUTE FUNCTION advocacy_action_is_of_kind('press_of_another_kind_of_action', 'press_conference');

DROP TRIGGER IF EXISTS advocacy_of_kind ON advocacy_brief;
CREATE TRIGGER advocacy_of_kind BEFORE INSERT OR UPDATE OF action_id ON advocacy_brief
FOR EACH ROW EXECUTE FUNCTION advocacy_action_is_of_kind('brief_of_another_kind_of_action', 'brief');

-- What a coder answered stays, so that nobody answers again after having seen the other's answers.
DROP TRIGGER IF EXISTS advocacy_coding_is_kept ON advocacy_coding;
CREATE TRIGGER advocacy_coding_is_kept BEFORE UPDATE OR DELETE ON advocacy_coding
FOR EACH ROW EXECUTE FUNCTION kernel_refuse('coding_changed');

-- Differences are settled by the two coders together, or by a third person alone.
CREATE OR REPLACE FUNCTION advocacy_adjudication_is_fair() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    coders bigint[] := ARRAY (SELECT coder_id FROM advocacy_coding WHERE clipping_id = NEW.clipping_id);
BEGIN
    IF cardinality(coders) < 2 THEN
        RAISE EXCEPTION 'refused: settled_before_both_coded'
            USING ERRCODE = '23514', CONSTRAINT = 'settled_before_both_coded';
    END IF;
    IF NEW.decided_by_id = ANY (coders) <> (
        NEW.together_with_id IS NOT NULL AND NEW.together_with_id = ANY (coders) AND NEW.together_with_id <> NEW.decided_by_id
    ) OR (NEW.together_with_id IS NOT NULL AND NOT NEW.together_with_id = ANY (coders)) THEN
        RAISE EXCEPTION 'refused: settled_by_one_coder'
            USING ERRCODE = '23514', CONSTRAINT = 'settled_by_one_coder';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS advocacy_adjudication_is_fair ON advocacy_adjudication;
CREATE TRIGGER advocacy_adjudication_is_fair BEFORE INSERT OR UPDATE ON advocacy_adjudication
FOR EACH ROW EXECUTE FUNCTION advocacy_adjudication_is_fair();
