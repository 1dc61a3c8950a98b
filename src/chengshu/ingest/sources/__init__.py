"""Readers of public records, one module a publisher."""

__all__: list[str] = []
