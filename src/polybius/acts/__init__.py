"""Acts: frames found in the parse, parties bound, status and attribution judged."""
