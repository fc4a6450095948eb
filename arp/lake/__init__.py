"""The only place that touches the disk: snapshots, commit, undo, history."""
