"""Looking back at decisions: what each one meets, where its reasons are thin, and samples drawn for a second look."""
