"""What a failed write means, in words."""

import errno

import pytest

from arp.lake.errors import LakeDamaged, LakeFull, LakeNotWritable, explained


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), LakeFull),
        (OSError(errno.EROFS, "Read-only file system"), LakeNotWritable),
        (PermissionError(errno.EACCES, "Permission denied"), LakeNotWritable),
        (RuntimeError("Generic error: No space left on device (os error 28)"), LakeFull),
        (RuntimeError("Generic error: Permission denied (os error 13)"), LakeNotWritable),
        (RuntimeError("something about Jane Doe"), LakeDamaged),
    ],
)
def test_each_failure_has_its_name_and_tells_nothing_of_the_rows(
    error: Exception, kind: type[Exception]
) -> None:
    told = explained(error, "/data/lake")
    assert type(told) is kind
    assert "/data/lake" in str(told)
    assert "Jane" not in str(told)
