"""Which cluster of machines to work on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cluster:
    """A Ray cluster, and how many workers to ask of it; needs the extra `ray`, and Dragoman on each of its machines.

    `address` is that of its head, as `ray start --head` prints it (`10.0.0.1:6379`); without one it is the cluster that
    this machine is part of, or else one that is started on this machine and ends with the work. `workers` is as many as
    the cluster has processors if it is not given; a worker that does not fit waits for a machine to join.
    """

    address: str | None = None
    workers: int | None = None
