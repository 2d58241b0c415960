"""People: who speaks is introduced, and is called the same wherever they stand."""
