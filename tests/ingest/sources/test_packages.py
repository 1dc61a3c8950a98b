"""Files of installed packages are found, checked, and refused with every problem at once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from chengshu.ingest.sources import source_files
from chengshu.ingest.sources.packages import single_file, unreadable
from chengshu.model import SourceError, SourceUse, Text

Install = Callable[[str, bytes], SourceUse]


def codes(error: pytest.ExceptionInfo[SourceError]) -> list[str]:
    return [issue.code for issue in error.value.issues]


def test_a_pinned_file_is_found(installed: Install) -> None:
    paths = source_files(installed("1.0", b"content"))
    assert {name: path.read_bytes() for name, path in paths.items()} == {"tiny/tiny.dat": b"content"}


def test_the_hash_may_be_written_in_capitals(installed: Install) -> None:
    use = installed("1.0", b"content")
    capitals = {file: digest.upper() for file, digest in use.sha256.items()}
    assert source_files(replace(use, sha256=capitals))


def test_an_absent_package_names_the_command_that_brings_it() -> None:
    use = SourceUse(
        "segments", "number_segments", package="no-such-records==0.4.5", sha256={"a": "b"}, line=3
    )
    with pytest.raises(SourceError) as error:
        source_files(use)
    assert codes(error) == ["package_missing"]
    assert error.value.message("en") == (
        "sources.yaml:3 segments.package: expected no-such-records==0.4.5, found no such package installed. "
        "Run pip install --no-deps no-such-records==0.4.5, or make install in a checkout of this project."
    )
    assert error.value.message("zh") == (
        "sources.yaml:3 segments.package：应为no-such-records==0.4.5，实为未安装。"
        "请运行 pip install --no-deps no-such-records==0.4.5；在本项目的检出目录中也可运行 make install。"
    )


def test_version_missing_file_and_other_content_are_told_at_once(installed: Install) -> None:
    use = installed("1.0", b"content")
    wrong = replace(use, package="tiny==2.0", sha256={"tiny/tiny.dat": "0" * 64, "tiny/other.dat": "1" * 64})
    with pytest.raises(SourceError) as error:
        source_files(wrong)
    assert codes(error) == ["package_version", "source_file_missing", "source_file_differs"]
    assert "release 1.0 installed" in error.value.message("en")
    assert "--force-reinstall tiny==2.0" in error.value.message("en")


def test_a_file_outside_the_package_is_not_read(installed: Install, tmp_path: Path) -> None:
    use = installed("1.0", b"content")
    (tmp_path / "secret").write_bytes(b"secret")
    with pytest.raises(SourceError) as error:
        source_files(replace(use, sha256={"../secret": "0" * 64}))
    assert codes(error) == ["source_file_missing"]


def test_a_file_that_the_record_lists_but_is_gone_is_missing(installed: Install, tmp_path: Path) -> None:
    use = installed("1.0", b"content")
    (tmp_path / "site" / "tiny" / "tiny.dat").unlink()
    with pytest.raises(SourceError) as error:
        source_files(use)
    assert codes(error) == ["source_file_missing"]


@pytest.mark.parametrize("package", ["", "phone", "phone==", "==0.4.5"])
def test_a_package_without_its_release_is_refused(package: str) -> None:
    with pytest.raises(SourceError) as error:
        source_files(SourceUse("segments", "number_segments", package=package, sha256={"a": "b"}))
    assert codes(error) == ["package_unpinned"]


def test_an_entry_without_files_is_refused(installed: Install) -> None:
    with pytest.raises(SourceError) as error:
        source_files(replace(installed("1.0", b"content"), sha256={}))
    assert codes(error) == ["source_without_files"]


def test_a_reader_of_one_file_refuses_two(installed: Install, tmp_path: Path) -> None:
    use = installed("1.0", b"content")
    (tmp_path / "site" / "tiny" / "twin.dat").write_bytes(b"content")
    record = tmp_path / "site" / "tiny-1.0.dist-info" / "RECORD"
    record.write_text("tiny/tiny.dat,,\ntiny/twin.dat,,\n")
    digest = use.sha256["tiny/tiny.dat"]
    with pytest.raises(SourceError) as error:
        single_file(replace(use, sha256={**use.sha256, "tiny/twin.dat": digest}))
    assert codes(error) == ["source_with_several_files"]


def test_an_unreadable_file_says_what_it_should_be() -> None:
    error = unreadable(Path("x/phone.dat"), Text("号段文件", "a file of segments"), Text("空文件", "nothing"))
    assert error.message("en").startswith(
        "phone.dat: expected a file of segments, found nothing. The file is not"
    )
    assert error.message("zh").startswith("phone.dat：应为号段文件，实为空文件。")
