from pathlib import Path

from arp.measures.database import connect


def _setting(connection, name: str) -> str:
    return connection.execute(f"SELECT current_setting('{name}')").fetchall()[0][0]


def test_nothing_is_fetched_and_memory_has_a_limit() -> None:
    with connect() as connection:
        assert _setting(connection, "autoinstall_known_extensions") is False
        assert _setting(connection, "memory_limit") == "2.7 GiB"


def test_two_databases_never_write_to_one_folder() -> None:
    with connect() as one, connect() as other:
        folders = {_setting(each, "temp_directory") for each in (one, other)}
    assert len(folders) == 2


def test_what_is_written_to_disk_can_be_read_by_this_user_alone() -> None:
    with connect() as connection:
        folder = Path(_setting(connection, "temp_directory"))
        assert folder.stat().st_mode & 0o077 == 0
