-- What sign-in remembers for minutes (failed attempts), shared by all web workers so that no worker forgets.
CREATE TABLE IF NOT EXISTS access_cache (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS access_cache_expires ON access_cache (expires);
