"""What can go wrong with the folder itself, each as a sentence with what to do.

Messages name tables, files and changes, never what stands in a cell.
"""

from __future__ import annotations

import errno


class LakeError(Exception):
    """The lake could not do what was asked; the message is for the person who asked."""


class LakeNotWritable(LakeError):
    """The folder, or a file in it, may not be written."""


class LakeFull(LakeError):
    """The disk has no room; what was there before is untouched."""


class LakeDamaged(LakeError):
    """A file of the lake is missing or does not read."""


class UnknownUpload(LakeError):
    """No change of that name is there to be taken back."""


ASK_THE_DOCTOR = "Run “python -m arp doctor” to see which snapshot is whole."

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS)
_NO_ROOM_WORDS = ("no space left", "quota exceeded", "not enough space")
_NO_RIGHT_WORDS = ("permission denied", "read-only file system", "operation not permitted")


def explained(error: Exception, folder: str) -> LakeError:
    """What a failed write means, for a person: no room, no right to write, or else damage.

    The storage library wraps the operating system's errors into words of its own, so the number
    is looked at where there is one and the words where there is none.
    """
    number, words = getattr(error, "errno", None), str(error).lower()
    if number in _NO_ROOM or any(said in words for said in _NO_ROOM_WORDS):
        return LakeFull(
            f"The disk that holds {folder} is full. What was saved before is as it was. Make room, "
            "then try again."
        )
    if number in _NO_RIGHT or any(said in words for said in _NO_RIGHT_WORDS):
        return LakeNotWritable(
            f"The folder {folder} may not be written. What was saved before is as it was. Ask "
            "whoever runs this computer to let this account write to it, or choose another folder."
        )
    return LakeDamaged(
        f"A file in {folder} could not be read or written ({type(error).__name__}). What was saved "
        "before is as it was. Run “python -m arp doctor” to see what is wrong."
    )
