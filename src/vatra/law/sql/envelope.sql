-- What was sealed stays as it was sealed. The sentence stands in Envelope.trigger_sentences.
CREATE OR REPLACE FUNCTION law_envelope_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'refused: sealed_envelope_changed' USING ERRCODE = '23514', CONSTRAINT = 'sealed_envelope_changed';
END $$;

DROP TRIGGER IF EXISTS law_envelope_is_kept ON law_envelope;
CREATE TRIGGER law_envelope_is_kept BEFORE UPDATE OR DELETE ON law_envelope
FOR EACH ROW EXECUTE FUNCTION law_envelope_is_kept();
