"""Calls on other machines, of which any may be lost: by Dask, which is loaded only where a scheduler is named."""

from verifier.cluster.connecting import Cluster, connected
from verifier.cluster.handing_out import Machines, machines

__all__ = ["Cluster", "Machines", "connected", "machines"]
