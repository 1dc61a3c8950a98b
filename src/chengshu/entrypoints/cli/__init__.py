"""The command ``chengshu``."""

from chengshu.entrypoints.cli.app import main

__all__ = ["main"]
