"""How sure is a score? Monte Carlo, sensitivity, attainable ranks."""

__all__: list[str] = []
