"""The web: a published folder, served from this machine."""

from chengshu.entrypoints.api.site import site_server

__all__ = ["site_server"]
