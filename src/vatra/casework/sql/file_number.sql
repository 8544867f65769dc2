-- File numbers are given once and never again, whoever opens files at the same moment.
CREATE SEQUENCE IF NOT EXISTS casework_file_number;
