"""What does the index mean? One module a chapter, each with a noun of its own."""

__all__: list[str] = []
