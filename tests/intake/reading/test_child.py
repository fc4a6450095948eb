"""The throw-away process by itself: what it is given, what it may take, how it ends."""

from __future__ import annotations

import subprocess
import sys

import pytest

from arp.intake.reading import child, parcel
from arp.words.findings import Refused
from tests.intake import ugly

limits = pytest.mark.skipif(sys.platform != "linux", reason="the system has no such limits")


def run(data: bytes, *options: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-I", child.__file__, *options],
        input=data,
        capture_output=True,
        check=False,
        timeout=30,
    )


def within(code: str) -> str:
    """What the code prints, run in a process that has taken the child's limits on itself."""
    script = f"import runpy; child = runpy.run_path({child.__file__!r}); child['_limit']()\n{code}"
    done = subprocess.run(
        [sys.executable, "-I", "-c", script], capture_output=True, check=True, text=True
    )
    return done.stdout.strip()


def test_bytes_go_in_and_a_parcel_comes_out() -> None:
    done = run(ugly.xlsx())

    assert done.returncode == 0
    kind, [sheet], findings = parcel.unpack(done.stdout)
    assert (kind, sheet.name, findings) == ("xlsx", "Calls", ())
    assert sheet.cells["0"].to_pylist() == ["Call Number", "0025000", "0025001"]


def test_the_first_child_and_the_careful_one_make_the_same_parcel() -> None:
    assert run(ugly.xlsx()).stdout == run(ugly.xlsx(), child.CAREFUL).stdout


def test_a_refusal_is_a_parcel_too() -> None:
    done = run(b"%PDF-1.7")

    assert done.returncode == 0
    with pytest.raises(Refused) as refused:
        parcel.unpack(done.stdout)
    assert refused.value.finding.kind.key == "wrong_format"


def test_a_careful_child_lives_to_tell_what_kills_the_first() -> None:
    careful = run(ugly.far_cell(), child.CAREFUL)

    assert careful.returncode == 0
    with pytest.raises(Refused) as refused:
        parcel.unpack(careful.stdout)
    assert refused.value.finding.kind.key == "far_cell"


def test_a_reader_that_gives_up_leaves_a_number_and_no_cell() -> None:
    secret = ugly.xls([("Jane Doe, 12 Elm St",)] * 200)[:3_000]

    done = run(secret)

    assert (done.returncode, done.stdout) == (child.UNREADABLE, b"")
    assert b"Jane Doe" not in done.stderr


def test_bytes_that_stop_half_way_are_a_damaged_file() -> None:
    with pytest.raises(Refused) as refused:
        parcel.unpack(run(ugly.xlsx()[:3_000], child.CAREFUL).stdout)

    assert refused.value.finding.kind.key == "damaged_file"


def test_a_child_that_nobody_listens_to_ends() -> None:
    process = subprocess.Popen(
        [sys.executable, "-I", child.__file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdin and process.stdout
    process.stdout.close()

    process.stdin.write(ugly.xlsx([("a" * 30_000,)] * 10))
    process.stdin.close()

    assert process.wait(timeout=30) != 0


@limits
def test_memory_ends_before_the_servers_does() -> None:
    code = (
        "try: bytearray(child['MOST_MEMORY'])\n"
        "except MemoryError: print('refused')\n"
        "print(len(bytearray(child['MOST_MEMORY'] // 2)))"
    )

    assert within(code) == f"refused\n{child.MOST_MEMORY // 2}"


@limits
def test_it_writes_no_file_and_leaves_no_core() -> None:
    code = (
        "import tempfile\n"
        "try:\n with tempfile.TemporaryFile(buffering=0) as file: file.write(b'x')\n"
        "except OSError: print('refused')\n"
        "import resource; print(resource.getrlimit(resource.RLIMIT_CORE))"
    )

    assert within(f"import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n{code}") == (
        "refused\n(0, 0)"
    )


@limits
def test_its_computing_time_is_counted() -> None:
    code = "import resource; print(resource.getrlimit(resource.RLIMIT_CPU))"

    assert within(code) == str((child.MOST_CPU_SECONDS,) * 2)
