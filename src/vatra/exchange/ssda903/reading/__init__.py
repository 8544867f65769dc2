"""From a folder of files to rows, whatever the files' encoding, separator and names."""
