"""Runs commands in network namespaces of its own and reports what netfilter logs there.

Started as the first process of new PID, mount and network namespaces; all ends with it, and it ends when its standard
input does. A request is a line of blank-separated words, texts in hexadecimal, `-` for an empty one:

    begin BACKEND NAME=VALUE...    makes the namespace `host` after all that was there is gone; BACKEND is legacy or
                                   nft: what carries out iptables commands and is listened to; the rest are the
                                   sysctls of every namespace
    run NS INPUT SECONDS WORD...   a command, which has so many seconds
    port NS NUMBER                 the port of the next socket that asks for any; 0: any again
    serve NS WORD...               a server that stays
    fuser NS PROTOCOL PORT         ends the servers of a port
    raw NS MARK PACKET             from a raw socket
    frame NS DEV TARGET PACKET     from a packet socket; TARGET is NS/DEV or a link-layer address
    wait SECONDS                   time passes
    connections NS                 what `conntrack -L` prints

The answer is lines `device NS INDEX NAME`, `record NS MESSAGE` (what a legacy table traced), `trace NS MESSAGE` (what a
chain of nftables traced), `new NS MESSAGE` and `destroy NS MESSAGE` (what connection tracking tells of a connection that
is in the table from now on, or no more; it tells nothing before `events NS`) and `chain NS FAMILY TABLE CHAIN BASE HANDLE...` (what rules a chain has from now
on, the first such line after `chains NS`), and at last `done STATUS OUT ERR NANOS`, where the last number says when the
request was begun, counted from the end of `begin`.
"""
import ctypes
import fcntl
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import threading
import time

NEWNET = 0x40000000
NFLOG_CONFIG, NFLOG_PACKET = 0x401, 0x400
NFT_TRACE, NFT_NEWCHAIN, NFT_GETCHAIN, NFT_NEWRULE, NFT_GETRULE = 0xa11, 0xa03, 0xa04, 0xa06, 0xa07
CT_NEW, CT_DELETE = 0x100, 0x102
SOL_NETLINK, ADD_MEMBERSHIP, TRACES = 270, 1, 9
CONNECTIONS = (1, 3)  # NFNLGRP_CONNTRACK_NEW and NFNLGRP_CONNTRACK_DESTROY
NLMSG_DONE = 3
SIOCGIFHWADDR, SIOCGIFNAME = 0x8927, 0x8910
RTM_NEWLINK, RTM_GETLINK, NLM_F_REQUEST, NLM_F_REQUEST_DUMP = 16, 18, 0x1, 0x301
UP, RUNNING, LOWER_UP = 0x1, 0x40, 0x10000
SO_RCVBUFFORCE = 33
MNT_DETACH = 2
HOST = "host"
WITNESS = "nfstep-witness"
TRIPS = 40  # more than a packet has hops: each hop queues it again
TOOLS = [family + end for family in ("iptables", "ip6tables") for end in ("", "-save", "-restore")]
CLIENTS = ("curl", "nc")
# What a kernel says unasked; it would be in the way.
QUIET = {"net.ipv4.igmp_link_local_mcast_reports": "0", "net.ipv6.conf.all.accept_dad": "0",
         "net.ipv6.conf.default.accept_dad": "0", "net.ipv6.conf.default.router_solicitations": "0"}
OURS = b"nfstep_mark\0"
MARK = b"""table inet nfstep_mark {
  chain pre { type filter hook prerouting priority -450; policy accept; meta nftrace set 1; }
  chain out { type filter hook output priority -450; policy accept; meta nftrace set 1; }
}
"""
libc = ctypes.CDLL(None, use_errno=True)
settings, missing, spaces, servers, marking, unready = {}, set(), {}, [], [], set()
backend = "legacy"
home = outside = marker = None
born = 0


class Refusal(Exception):
    """A request that cannot be met."""


def call(function, *arguments):
    if function(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def enter(fd):
    call(libc.setns, fd, NEWNET)


def text(value):
    return (value if isinstance(value, bytes) else value.encode("utf-8", "surrogateescape")).hex() or "-"


def octets(word):
    return b"" if word == "-" else bytes.fromhex(word)


def string(word):
    return octets(word).decode("utf-8", "surrogateescape")


def say(*line):
    sys.stdout.write(" ".join(line) + "\n")


def path_of(name):
    """The file of a sysctl; a dot in a device's name is a slash."""
    return "/proc/sys/" + name.replace(".", "\0").replace("/", ".").replace("\0", "/")


def write(name, value):
    """Sets a sysctl of this namespace if it has another value."""
    path = path_of(name)
    try:
        with open(path, encoding="ascii") as file:
            if file.read().strip() == value:
                return
        with open(path, "w", encoding="ascii") as file:
            file.write(value)
    except FileNotFoundError:
        if name not in QUIET:
            missing.add(name)
