"""Sources: one file a kind, each giving documents."""
