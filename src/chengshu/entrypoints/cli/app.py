"""The command line: which commands there are, and how they end.

Workflows are imported inside the commands, so that ``chengshu --help`` answers at once.
"""

import typer

from chengshu import __version__
from chengshu.entrypoints.cli.editions import check, init
from chengshu.entrypoints.cli.knowledge import methods, schema
from chengshu.entrypoints.cli.products import build, publish, serve

app = typer.Typer(
    name="chengshu",
    help="城数 Chengshu: build, explain and publish a composite index of cities. 构建、解释并发布城市综合指数。",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def version(
    *, show: bool = typer.Option(False, "--version", help="Print the version and end. 显示版本。")
) -> None:
    """Print the version where it is asked for."""
    if show:
        typer.echo(f"chengshu {__version__}")
        raise typer.Exit


for command in (init, check, build, publish, serve, schema, methods):
    app.command()(command)


def main() -> None:
    """Run the command line."""
    app()
