"""The lexicon: reviewed data files and their loaders."""
