"""Where does it go? Stocks, flows and levers of the growth flywheel."""

__all__: list[str] = []
