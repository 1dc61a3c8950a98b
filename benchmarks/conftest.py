"""What every benchmark reports with its figures: the machine and its load."""

import os
import platform
from pathlib import Path


def pytest_report_header() -> list[str]:
    """Machine, processors and load at the start."""
    load = ", ".join(f"{value:.2f}" for value in os.getloadavg())
    return [
        f"machine: {_processor()}, {os.cpu_count()} processors, Python {platform.python_version()}",
        f"load: {load}",
    ]


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next(
        (line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine()
    )
