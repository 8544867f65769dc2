-- Events take their number only once they hold a share of this lock. A checkpoint asks for the whole lock, so that
-- every number below the highest it then sees is settled, although transactions end in any order.
CREATE OR REPLACE FUNCTION kernel_ledger_lock() RETURNS bigint
LANGUAGE sql IMMUTABLE RETURN 7165071658111;

CREATE OR REPLACE FUNCTION kernel_await_turn() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(kernel_ledger_lock());
    RETURN NULL;
END $$;

-- A statement trigger runs before the statement draws its first number from the identity.
CREATE OR REPLACE TRIGGER event_awaits_turn BEFORE INSERT ON kernel_event
FOR EACH STATEMENT EXECUTE FUNCTION kernel_await_turn();

ALTER TABLE kernel_event ALTER id SET GENERATED ALWAYS;
ALTER TABLE kernel_rowhistory ALTER id SET GENERATED ALWAYS;

CREATE OR REPLACE FUNCTION kernel_refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% only grows: nothing in it is changed or deleted', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'ledger_is_append_only', TABLE = TG_TABLE_NAME;
END $$;

CREATE OR REPLACE TRIGGER event_only_grows BEFORE UPDATE OR DELETE ON kernel_event
FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

CREATE OR REPLACE TRIGGER checkpoint_only_grows BEFORE UPDATE OR DELETE ON kernel_checkpoint
FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

CREATE OR REPLACE TRIGGER row_history_only_grows BEFORE UPDATE OR DELETE ON kernel_rowhistory
FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();
