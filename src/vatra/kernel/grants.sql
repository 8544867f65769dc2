-- What the role of the web and job processes may do: everything its acts need, and nothing to the ledger but add.
GRANT USAGE ON SCHEMA public TO vatra_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO vatra_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO vatra_app;
REVOKE UPDATE, DELETE ON kernel_event, kernel_checkpoint, kernel_rowhistory FROM vatra_app;
REVOKE INSERT ON kernel_rowhistory FROM vatra_app;
REVOKE DELETE ON kernel_chain FROM vatra_app;
REVOKE INSERT, UPDATE, DELETE ON kernel_appliedsql, django_migrations FROM vatra_app;
