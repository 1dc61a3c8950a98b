"""Who asks? The command line and the web: parse, call one workflow, render."""

__all__: list[str] = []
