# Packets that are made by hand, and what connection tracking has.


def port(name, number):
    enter(place(name).fd)
    try:
        write("net.ipv4.ip_local_port_range", "32768 60999" if number == "0" else number + " " + number)
    finally:
        enter(home)
    return 0, b"", b""


def raw(name, mark, packet):
    packet = octets(packet)
    six = packet[0] >> 4 == 6
    sender = place(name).raw[6 if six else 4]
    sender.setsockopt(socket.SOL_SOCKET, socket.SO_MARK, int(mark))
    target = socket.inet_ntop(socket.AF_INET6, packet[24:40]) if six else socket.inet_ntoa(packet[16:20])
    try:
        sender.sendto(packet, (target, 0))
    except OSError as error:  # no route, a rule that drops it, too large: what a sender is told
        return 1, b"", error.strerror.encode()
    return 0, b"", b""


def frame(name, device, target, packet):
    space, packet, target = place(name), octets(packet), string(target)
    where, slash, its = target.partition("/")
    mac = spaces[where].mac(its) if slash else bytes.fromhex(target.replace(":", ""))
    kind = 0x86dd if packet[0] >> 4 == 6 else 0x0800
    device = string(device)
    space.frames.sendto(mac + space.mac(device) + struct.pack("!H", kind) + packet, (device, 0))
    return 0, b"", b""


def connections(name):
    """An empty table is not asked for: the kernel looks through the buckets of all namespaces."""
    space = place(name)
    enter(space.fd)
    try:
        with open("/proc/sys/net/netfilter/nf_conntrack_count", encoding="ascii") as file:
            if file.read().strip() == "0":
                return 0, b"", b""
    finally:
        enter(home)
    return watch(start(["conntrack", "-L"], space.fd, b""), time.monotonic() + 20)
