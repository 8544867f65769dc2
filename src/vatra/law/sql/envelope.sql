-- What was sealed stays as it was sealed. The sentence stands in Envelope.trigger_sentences.
DROP TRIGGER IF EXISTS law_envelope_is_kept ON law_envelope;
CREATE TRIGGER law_envelope_is_kept BEFORE UPDATE OR DELETE ON law_envelope
FOR EACH ROW EXECUTE FUNCTION kernel_refuse('sealed_envelope_changed');
