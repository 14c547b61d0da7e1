#!/usr/bin/python3
"""The lab verb send: one hand-made IPv4 packet from a raw socket of this namespace."""
import socket
import struct
import sys

FLAGS = {"F": 1, "S": 2, "R": 4, "P": 8, "A": 16, ".": 16, "U": 32, "E": 64, "W": 128}
DEFAULTS = {"flags": "S", "seq": 1000, "ack": 0, "win": 64240, "ttl": 64, "tos": 0, "id": 1, "mark": 0,
            "len": 0, "type": 8, "code": 0, "icmpid": 77, "icmpseq": 1}


def checksum(data):
    data += b"\0" * (len(data) % 2)
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xffff) + (total >> 16)
    return ~total & 0xffff


def end(text):
    host, _, port = text.partition(":")
    return socket.inet_aton(host), int(port or 0)


def options(words):
    given, i = dict(DEFAULTS, df=False), 0
    while i < len(words):
        if words[i] == "df":
            given["df"], i = True, i + 1
        else:
            value = words[i + 1]
            given[words[i]] = value if words[i] == "flags" else int(value, 0)
            i += 2
    return given


def transport(proto, source, target, opt, payload):
    (saddr, sport), (daddr, dport) = source, target
    if proto == "tcp":
        bits = sum(FLAGS[c] for c in opt["flags"])
        head = struct.pack("!HHIIBBHHH", sport, dport, opt["seq"], opt["ack"], 0x50, bits, opt["win"], 0, 0)
        pseudo = saddr + daddr + struct.pack("!BBH", 0, 6, len(head) + len(payload))
        total = checksum(pseudo + head + payload)
        return 6, head[:16] + struct.pack("!H", total) + head[18:] + payload
    if proto == "udp":
        head = struct.pack("!HHHH", sport, dport, 8 + len(payload), 0)
        pseudo = saddr + daddr + struct.pack("!BBH", 0, 17, len(head) + len(payload))
        return 17, head[:6] + struct.pack("!H", checksum(pseudo + head + payload) or 0xffff) + payload
    if proto == "icmp":
        head = struct.pack("!BBHHH", opt["type"], opt["code"], 0, opt["icmpid"], opt["icmpseq"])
        return 1, head[:2] + struct.pack("!H", checksum(head + payload)) + head[4:] + payload
    return int(proto), payload


def main(words):
    source, target, opt = end(words[1]), end(words[2]), options(words[3:])
    number, body = transport(words[0], source, target, opt, b"x" * opt["len"])
    head = struct.pack("!BBHHHBBH", 0x45, opt["tos"], 20 + len(body), opt["id"], 0x4000 if opt["df"] else 0,
                       opt["ttl"], number, 0) + source[0] + target[0]
    head = head[:10] + struct.pack("!H", checksum(head)) + head[12:]
    raw = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW)
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    if opt["mark"]:
        raw.setsockopt(socket.SOL_SOCKET, 36, opt["mark"])
    try:
        raw.sendto(head + body, (socket.inet_ntoa(target[0]), 0))
    except OSError as error:
        print("send: " + error.strerror, file=sys.stderr)


main(sys.argv[1:])
