"""Figures: one module a chapter, one specification a figure."""

from chengshu.publish.figures.curve import curve

__all__ = ["curve"]
