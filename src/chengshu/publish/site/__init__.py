"""The site: pages from templates."""

from chengshu.publish.site.files import write_site

__all__ = ["write_site"]
