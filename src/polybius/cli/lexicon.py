"""Codes the demo corpus into a store and prints what it holds."""

from __future__ import annotations

import argparse

HELP = "code the demo corpus: the Korean peninsula, 2017 to 2018"


def add(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""


def run(arguments: argparse.Namespace) -> int:
    """Runs the demo."""
    raise NotImplementedError
