"""Coding on an engine that exists: splits of the input, stateful workers, Parquet partitions, a join over all of them.

``running.py`` shows the way of a run top-down; only ``cluster.py`` knows Daft.
"""
