"""What is shown? Data files, figures, pages."""

from chengshu.publish.data import write_data
from chengshu.publish.render import render_svg
from chengshu.publish.site import write_site
from chengshu.publish.summary import summary
from chengshu.publish.theme import Scheme

__all__ = ["Scheme", "render_svg", "summary", "write_data", "write_site"]
