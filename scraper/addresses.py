"""Which machines may be talked to: checked at every connection, on every hop, after the name was resolved.

A page on the open web must not lead Signpost to a machine inside the council's network. Only public addresses are
allowed, except the very host and port that a person named as a source.
"""

import ipaddress
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import httpcore

_CARRIER = ipaddress.ip_network("100.64.0.0/10")  # shared by carriers' customers (RFC 6598)


def is_public(address: str) -> bool:
    """Whether an IP address in text form is on the open internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    ip = mapped or ip
    return ip.is_global and not ip.is_multicast and not (ip.version == 4 and ip in _CARRIER)


@dataclass(frozen=True, slots=True)
class Named:
    """A host and port that a person named, which may be on this machine or network."""

    host: str
    port: int


class GuardedNetwork(httpcore.SyncBackend):
    """Connects only to public addresses and to `named`. The address that was checked is the one connected to, so that a
    name which resolves anew to another address gains nothing."""

    def __init__(self, named: Named) -> None:
        self._named = named

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect, or raise httpcore.ConnectError with a plain reason."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise httpcore.ConnectError(f"the name {host} is not known") from error
        addresses = [str(entry[4][0]) for entry in found]
        if Named(host, port) != self._named and not all(is_public(address) for address in addresses):
            raise httpcore.ConnectError(f"{host} is not on the open internet, so it was not contacted")
        return super().connect_tcp(addresses[0], port, timeout, local_address, socket_options)
