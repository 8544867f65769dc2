-- SHA-256 of the change as a JSON array, as PostgreSQL writes jsonb; the moment in microseconds since 1970 UTC.
-- Put together as text, which takes half the time of building the array; what is the same for every row of a
-- statement, its beginning and its end, is written once.
CREATE OR REPLACE FUNCTION kernel_change_begins(at timestamptz, txid bigint, table_name text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN concat('[', (extract(epoch FROM at) * 1000000)::bigint, ', ', txid, ', ', to_json(table_name), ', ');

CREATE OR REPLACE FUNCTION kernel_change_ends(db_user text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN concat(', ', to_json(db_user), ']');

CREATE OR REPLACE FUNCTION kernel_change_digest(
    begins text, row_id text, op text, before jsonb, after jsonb, ends text
) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
RETURN sha256(convert_to(
    begins || coalesce(to_json(row_id)::text, '') || ', ' || to_json(op)::text || ', ' || coalesce(before::text, 'null')
    || ', ' || coalesce(after::text, 'null') || ends, 'UTF8'
));

CREATE OR REPLACE FUNCTION kernel_row_digest(
    at timestamptz, txid bigint, table_name text, row_id text, op text, before jsonb, after jsonb, db_user text
) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
RETURN kernel_change_digest(
    kernel_change_begins(at, txid, table_name), row_id, op, before, after, kernel_change_ends(db_user)
);

-- Keeps every change of a table. Its arguments: the key's column, then the columns that are left out.
-- The settings give the same row the same jsonb whatever the session's own settings are; OFFSET 0 keeps the planner
-- from writing each row out three times.
CREATE OR REPLACE FUNCTION kernel_keep_row_history() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex' SET intervalstyle = 'postgres'
AS $$
DECLARE
    key text := TG_ARGV[0];
    left_out text[] := TG_ARGV[1:];
    tx bigint := pg_current_xact_id()::text::bigint;
    begins text := kernel_change_begins(now(), tx, TG_TABLE_NAME);
    ends text := kernel_change_ends(session_user);
BEGIN
    PERFORM pg_advisory_xact_lock_shared(kernel_ledger_lock());
    IF TG_OP = 'INSERT' THEN
        INSERT INTO kernel_rowhistory (at, txid, table_name, row_id, op, before, after, db_user, digest)
        SELECT now(), tx, TG_TABLE_NAME, id, 'insert', NULL, after, session_user,
            kernel_change_digest(begins, id, 'insert', NULL, after, ends)
        FROM (SELECT content ->> key AS id, content - left_out AS after
              FROM (SELECT to_jsonb(n) AS content FROM new_rows n OFFSET 0) a OFFSET 0) change;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO kernel_rowhistory (at, txid, table_name, row_id, op, before, after, db_user, digest)
        SELECT now(), tx, TG_TABLE_NAME, id, 'delete', before, NULL, session_user,
            kernel_change_digest(begins, id, 'delete', before, NULL, ends)
        FROM (SELECT content ->> key AS id, content - left_out AS before
              FROM (SELECT to_jsonb(o) AS content FROM old_rows o OFFSET 0) b OFFSET 0) change;
    ELSE
        INSERT INTO kernel_rowhistory (at, txid, table_name, row_id, op, before, after, db_user, digest)
        SELECT now(), tx, TG_TABLE_NAME, id, 'update', before, after, session_user,
            kernel_change_digest(begins, id, 'update', before, after, ends)
        FROM (SELECT coalesce(b.content ->> key, a.content ->> key) AS id,
                  b.content - left_out AS before, a.content - left_out AS after
              FROM (SELECT to_jsonb(o) AS content FROM old_rows o OFFSET 0) b
              FULL JOIN (SELECT to_jsonb(n) AS content FROM new_rows n OFFSET 0) a
                  ON a.content ->> key = b.content ->> key
              OFFSET 0) change
        WHERE before IS DISTINCT FROM after;
    END IF;
    RETURN NULL;
END $$;

-- Begins to keep the history of a table, once; the rows it already has enter it as first seen.
CREATE OR REPLACE FUNCTION kernel_attach_row_history(name text, key text, left_out text[]) RETURNS void
LANGUAGE plpgsql
SET search_path = public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex' SET intervalstyle = 'postgres'
AS $$
DECLARE
    arguments text[] := key || left_out;
    stored bytea := (SELECT string_agg(convert_to(a, 'UTF8') || '\x00', '' ORDER BY n)
                     FROM unnest(arguments) WITH ORDINALITY AS t (a, n));
    quoted text := (SELECT string_agg(quote_literal(a), ', ' ORDER BY n)
                    FROM unnest(arguments) WITH ORDINALITY AS t (a, n));
    found_arguments bytea := (SELECT tgargs FROM pg_trigger
                              WHERE tgrelid = to_regclass(name) AND tgname = 'row_history_insert');
BEGIN
    -- A model may be ahead of its table while migrations go step by step.
    IF found_arguments = stored OR to_regclass(name) IS NULL THEN
        RETURN;
    END IF;
    EXECUTE format('CREATE OR REPLACE TRIGGER row_history_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION kernel_keep_row_history(%s)', name, quoted);
    EXECUTE format('CREATE OR REPLACE TRIGGER row_history_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows
        NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION kernel_keep_row_history(%s)', name, quoted);
    EXECUTE format('CREATE OR REPLACE TRIGGER row_history_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
        FOR EACH STATEMENT EXECUTE FUNCTION kernel_keep_row_history(%s)', name, quoted);
    IF found_arguments IS NULL THEN
        PERFORM pg_advisory_xact_lock_shared(kernel_ledger_lock());
        EXECUTE format('INSERT INTO kernel_rowhistory (at, txid, table_name, row_id, op, before, after, db_user, digest)
            SELECT now(), tx, %1$L, id, ''seen'', NULL, after, session_user,
                kernel_row_digest(now(), tx, %1$L, id, ''seen'', NULL, after, session_user)
            FROM (SELECT content ->> $1 AS id, content - $2 AS after, pg_current_xact_id()::text::bigint AS tx
                  FROM (SELECT to_jsonb(r) AS content FROM %1$I r OFFSET 0) s OFFSET 0) change', name)
        USING key, left_out;
    END IF;
END $$;
