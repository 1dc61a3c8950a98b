"""The data files: tables as CSV."""

from chengshu.publish.data.cells import file_name, write_table, write_text
from chengshu.publish.data.files import write_data
from chengshu.publish.data.scores import released_bounds

__all__ = ["file_name", "released_bounds", "write_data", "write_table", "write_text"]
