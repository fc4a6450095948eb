"""The lake's secret is made once and kept from others."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from arp.lake import Lake, LakeDamaged


def test_the_key_stays_the_same_and_is_another_in_another_lake(tmp_path: Path) -> None:
    key = Lake(tmp_path / "a").person_key()
    assert len(key) == 32
    assert Lake(tmp_path / "a").person_key() == key
    assert Lake(tmp_path / "b").person_key() != key


def test_many_at_once_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _: Lake(tmp_path / "lake").person_key(), range(8)))
    assert len(set(keys)) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
def test_only_this_account_may_read_it(tmp_path: Path) -> None:
    Lake(tmp_path).person_key()
    (key,) = tmp_path.glob("person.key*")
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_a_damaged_key_is_refused_and_one_of_a_release_without_its_digest_is_not(
    tmp_path: Path,
) -> None:
    lake = Lake(tmp_path / "lake")
    key = lake.person_key()
    path = lake.path / "person.key"
    whole = path.read_bytes()
    path.write_bytes(key)
    assert lake.person_key() == key
    for spoiled in (whole[:31], whole[:40], bytes([whole[0] ^ 1]) + whole[1:]):
        path.write_bytes(spoiled)
        with pytest.raises(LakeDamaged, match="person.key is damaged"):
            lake.person_key()
