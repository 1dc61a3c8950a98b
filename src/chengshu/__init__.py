"""城数 Chengshu: composite indices of cities and counties, from an edition folder to a publication."""

__all__ = ["__version__"]

__version__ = "0.1.0"
