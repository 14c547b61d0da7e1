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


class Space:
    """A network namespace that is watched."""

    def __init__(self, name, path):
        self.name, self.names = name, {}
        self.fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        enter(self.fd)
        try:
            self.log = self.listen() if backend == "legacy" else self.follow()
            self.attend()
            self.route = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)
            self.any = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            self.raw = {4: self.sender(socket.AF_INET), 6: self.sender(socket.AF_INET6)}
            self.frames = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
            self.set_up()
        finally:
            enter(home)
        if backend == "nft":
            self.rules()

    @staticmethod
    def listen():
        """Group 0 of nfnetlink_log, each packet whole and at once: linux/netfilter/nfnetlink_log.h."""
        log = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 12)
        log.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, 64 << 20)
        log.bind((0, 0))
        everything = struct.pack("!IBx", 0xffff, 2)
        for kind, value in ((1, b"\x01"), (2, everything), (5, struct.pack("!I", 1))):
            body = struct.pack("=BBHHH", 0, 0, 0, 4 + len(value), kind) + value + b"\0" * (-len(value) % 4)
            log.send(struct.pack("=IHHII", 16 + len(body), NFLOG_CONFIG, 5, kind, 0) + body)
            status = struct.unpack_from("=i", log.recv(4096), 16)[0]
            if status != 0:
                raise Refusal("the packets that the kernel logs cannot be read: " + os.strerror(-status))
        log.setblocking(False)
        return log

    @staticmethod
    def follow():
        """The traces of nftables: linux/netfilter/nf_tables.h."""
        log = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 12)
        log.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, 64 << 20)
        log.bind((0, 0))
        log.setsockopt(SOL_NETLINK, ADD_MEMBERSHIP, TRACES)
        log.setblocking(False)
        return log

    def attend(self):
        """What connection tracking tells of connections, if this kernel can: linux/netfilter/nfnetlink_conntrack.h."""
        if os.path.exists(path_of("net.netfilter.nf_conntrack_events")):
            for group in CONNECTIONS:
                self.log.setsockopt(SOL_NETLINK, ADD_MEMBERSHIP, group)
            say("events", text(self.name))

    def dump(self, kind, answer):
        """Messages of one kind about all that the namespace has: for each, its family and its attributes."""
        with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 12) as asking:
            asking.send(struct.pack("=IHHIIBBH", 20, kind, NLM_F_REQUEST_DUMP, 0, 0, 0, 0, 0))
            while True:
                data = asking.recv(1 << 20)
                while len(data) >= 16:
                    length, told = struct.unpack_from("=IH", data)
                    if told == NLMSG_DONE:
                        return
                    if told == answer:
                        yield data[16], dict(attributes(data[16:length]))
                    data = data[(length + 3) & ~3:]

    def rules(self):
        """Tells which chains there are, and the handles of their rules."""
        enter(self.fd)
        try:
            say("chains", text(self.name))
            handles = {}
            for family, rule in self.dump(NFT_GETRULE, NFT_NEWRULE):
                handles.setdefault((family, rule[1], rule[2]), []).append(str(struct.unpack("!Q", rule[3])[0]))
            for family, chain in self.dump(NFT_GETCHAIN, NFT_NEWCHAIN):
                if chain[1] != OURS:
                    has = handles.get((family, chain[1], chain[3]), [])
                    say("chain", text(self.name), str(family), text(chain[1][:-1]), text(chain[3][:-1]),
                        "base" if 4 in chain else "user", *has)
        finally:
            enter(home)

    @staticmethod
    def sender(family):
        raw = socket.socket(family, socket.SOCK_RAW, socket.IPPROTO_RAW)
        if family == socket.AF_INET:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        return raw

    @staticmethod
    def set_up():
        write("net.netfilter.nf_log.2", "nfnetlink_log")
        write("net.netfilter.nf_log.10", "nfnetlink_log")
        for name, value in list(settings.items()) + list(QUIET.items()):
            write(name, value)
        marking.append(popen(["nft", "-f", "-"], MARK))

    def close(self):
        for each in [self.log, self.any, self.route, self.frames] + list(self.raw.values()):
            each.close()
        os.close(self.fd)

    def device(self, index):
        if index not in self.names:
            try:
                answer = fcntl.ioctl(self.any, SIOCGIFNAME, struct.pack("=16si20x", b"", index))
            except OSError:
                return
            self.names[index] = answer[:16].split(b"\0")[0].decode()
            say("device", text(self.name), str(index), text(self.names[index]))

    def is_ready(self):
        """Whether each device that is up and has a carrier sends: until the kernel's link watch saw it, it drops.

        Asked for a single device, the kernel has a look at once: rtnl_getlink, linkwatch_sync_dev.
        """
        idle = self.idle()
        for index in idle:
            self.route.send(struct.pack("=IHHII", 32, RTM_GETLINK, NLM_F_REQUEST, 0, 0)
                            + struct.pack("=BxHiII", 0, 0, index, 0, 0))
            self.route.recv(1 << 17)
        return not idle

    def idle(self):
        self.route.send(struct.pack("=IHHII", 32, RTM_GETLINK, NLM_F_REQUEST_DUMP, 0, 0) + bytes(16))
        idle = []
        while True:
            data = self.route.recv(1 << 17)
            while len(data) >= 16:
                length, kind = struct.unpack_from("=IH", data)
                if kind != RTM_NEWLINK:
                    return idle
                index, flags = struct.unpack_from("=iI", data, 20)
                if flags & (UP | LOWER_UP | RUNNING) == UP | LOWER_UP:
                    idle.append(index)
                data = data[(length + 3) & ~3:]

    def mac(self, device):
        return fcntl.ioctl(self.any, SIOCGIFHWADDR, struct.pack("=16s24x", device.encode()))[18:24]

    def drain(self):
        while True:
            try:
                self.messages(self.log.recv(1 << 20))
            except BlockingIOError:
                return

    def messages(self, data):
        while len(data) >= 16:
            length, kind = struct.unpack_from("=IH", data)
            body = data[16:length]
            if kind == NFLOG_PACKET:
                self.told("record", body, (4, 5, 6, 7))
            elif kind == NFT_TRACE and (1, OURS) not in attributes(body):
                self.told("trace", body, (10, 12))
            elif kind == CT_NEW:
                self.told("new", body, ())
            elif kind == CT_DELETE:
                self.told("destroy", body, ())
            data = data[(length + 3) & ~3:]

    def told(self, kind, body, devices):
        for number, value in attributes(body):
            if number in devices:
                self.device(struct.unpack("!I", value)[0])
        say(kind, text(self.name), body.hex())


def attributes(body):
    """The attributes of a message of nfnetlink: number and value."""
    found, at = [], 4
    while at + 4 <= len(body):
        length, kind = struct.unpack_from("=HH", body, at)
        found.append((kind & 0x7fff, body[at + 4:at + length]))
        at += max(4, (length + 3) & ~3)
    return found


def marked():
    """Waits until each namespace marks its packets: the kernel takes a while, and others may use it."""
    while marking:
        process = marking.pop()
        said = process.stderr.read()
        process.stdout.close()
        process.stderr.close()
        if process.wait() != 0:
            raise Refusal("packets cannot be marked for the trace: " + said.decode().strip())


def connected():
    """Waits until each device that can send does."""
    end = time.monotonic() + 10
    while unready and time.monotonic() < end:
        unready.intersection_update([name for name in unready if name in spaces and not spaces[name].is_ready()])
        if unready:
            time.sleep(0.001)
    unready.clear()


def drain():
    for space in spaces.values():
        space.drain()


def settle():
    """Waits until no packet is on its way: all that is sent here waits in the queue of one CPU, the marker too."""
    for _ in range(TRIPS):
        try:
            marker.send(b".")
            marker.recv(1)
        except TimeoutError:
            break
    drain()


def place(name):
    name = string(name)
    if name not in spaces:
        raise Refusal("there is no namespace " + name)
    return spaces[name]


def ready(waits, end):
    """Which of the files can be read before that time; the sandbox ends with the one who asks."""
    found = select.select(waits + [0], [], [], max(0, end - time.monotonic()))[0]
    if 0 in found:
        os._exit(0)
    return found


def run(name, given, seconds, *line):
    line = [string(word) for word in line]
    end = time.monotonic() + float(seconds)
    for space in spaces.values():
        space.names.clear()
    client = line[0] in CLIENTS
    deletes = line[0] == "ip" and len(line) == 4 and "netns".startswith(line[1]) and "delete".startswith(line[2])
    if deletes and line[3] in spaces:
        forget(line[3])
    if line[:2] == ["sysctl", "-w"] and len(line) == 3 and sets(place(name), line[2]):
        return 0, b"", b""
    tool = line[0] in TOOLS
    if tool:
        line[0] = line[0].replace("tables", "tables-" + backend)
    told = watch(start(line, place(name).fd, octets(given)), end)
    if deletes:
        gone(end)
    if tool and backend == "nft":
        place(name).rules()
    if client:
        wait("0.1")  # until the other end has closed, too
    if line[0] == "ip":
        unready.update(spaces)
    for each in sorted(os.listdir("/run/netns")):
        if each not in spaces:
            spaces[each] = Space(each, "/run/netns/" + each)
    return told


def sets(space, setting):
    """Does what sysctl does, without a process; what it cannot do is left to the real one."""
    name, equals, value = setting.partition("=")
    enter(space.fd)
    try:
        with open(path_of(name), "w", encoding="utf-8") as file:
            file.write(value)
        return bool(equals)
    except (OSError, ValueError):
        return False
    finally:
        enter(home)


def start(line, inside, given):
    """A process in that namespace; this one goes there and back, for then it need not be copied for it."""
    enter(inside)
    try:
        return popen(line, given)
    finally:
        enter(home)


def popen(line, given):
    process = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    feed(process, given)
    return process


def feed(process, given):
    try:
        process.stdin.write(given)
        process.stdin.close()
    except BrokenPipeError:
        pass


def watch(process, end):
    out, err = process.stdout.fileno(), process.stderr.fileno()
    told = {out: bytearray(), err: bytearray()}
    waits = [out, err]
    while waits:
        found = ready(waits, end)
        if not found:
            process.kill()
            process.wait()
            raise Refusal("it did not end in time")
        for each in found:
            data = os.read(each, 1 << 16)
            told[each] += data
            if not data:
                waits.remove(each)
        drain()
    status = process.wait()
    process.stdout.close()
    process.stderr.close()
    return status, bytes(told[out]), bytes(told[err])


def forget(name):
    """A namespace lives as long as somebody holds it, and its devices a while longer: one of ours goes with them."""
    for server in [s for s in servers if s[1] == name]:
        end_server(server)
    settle()
    spaces.pop(name).close()
    line = ["ip", "link", "add", WITNESS, "type", "veth", "peer", "name", WITNESS, "netns", name]
    watch(start(line, outside, b""), time.monotonic() + 10)


def gone(end):
    enter(outside)
    try:
        while time.monotonic() < end and WITNESS in (name for _, name in socket.if_nameindex()):
            time.sleep(0.002)
    finally:
        enter(home)


def end_server(server):
    servers.remove(server)
    try:
        os.kill(server[0], signal.SIGKILL)
        os.waitpid(server[0], 0)
    except (ProcessLookupError, ChildProcessError):
        pass


def fork(space, work):
    """A process in a namespace that holds nothing else; its number, and the end of a pipe that it writes to."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    pid = os.fork()
    if pid != 0:
        os.close(writing)
        return pid, reading
    status = 1
    try:
        enter(space.fd)
        os.dup2(writing, 3)
        null = os.open("/dev/null", os.O_RDWR)
        for fd in (0, 1, 2):
            os.dup2(null, fd)
        os.closerange(4, 4096)
        status = work(3)
    except OSError as error:
        os.write(3, (error.strerror or str(error)).encode())
    finally:
        os._exit(status)


def family(address):
    return socket.AF_INET6 if ":" in address else socket.AF_INET


PAGE = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok\n"


def listener(line):
    """What a server of ours listens on: address, port, protocol; and what it answers."""
    if line[0] == "nginx":
        return "0.0.0.0", 80, "tcp", PAGE
    given = dict(zip(line[1::2], line[2::2]))
    return given["-host-ip"], int(given["-host-port"]), given["-proto"], b""


def serve(name, *line):
    space, line = place(name), [string(word) for word in line]
    if line[0] == "nc":
        return listen_with_nc(space, line)
    address, number, protocol, page = listener(line)

    def work(pipe_end):
        server = socket.socket(family(address), socket.SOCK_STREAM if protocol == "tcp" else socket.SOCK_DGRAM)
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind((address, number))
        if protocol == "tcp":
            server.listen()
        os.write(pipe_end, b"ready")
        os.close(pipe_end)
        while protocol == "udp":
            server.recv(1 << 16)
        while True:
            converse(server.accept()[0], page)

    pid, pipe = fork(space, work)
    answer = os.read(pipe, 1000)
    os.close(pipe)
    if answer != b"ready":
        os.waitpid(pid, 0)
        return 1, b"", answer
    servers.append((pid, space.name, protocol, number))
    return 0, b"", b""


def listen_with_nc(space, line):
    enter(space.fd)
    try:
        process = subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
    finally:
        enter(home)
    protocol = "udp" if any(word.startswith("-") and "u" in word for word in line) else "tcp"
    number = port_of(line, protocol)
    end = time.monotonic() + 5
    while process.poll() is None and time.monotonic() < end:
        if listens(process.pid, protocol, number):
            servers.append((process.pid, space.name, protocol, number))
            return 0, b"", b""
        wait("0.005")
    return 1, b"", b"nc does not listen"


def port_of(line, protocol):
    """The port that nc waits on: a number, or at the end a name of services(5)."""
    numbers = [int(word) for word in line if word.isdigit()]
    return numbers[-1] if numbers else socket.getservbyname(line[-1], protocol)


def listens(pid, protocol, number):
    """Whether a socket waits on that port in the namespace of a process: proc_net(5)."""
    for kind in (protocol, protocol + "6"):
        try:
            with open("/proc/%d/net/%s" % (pid, kind), encoding="ascii") as file:
                rows = [row.split() for row in file]
        except OSError:
            return False
        if any(row[1].endswith(":%04X" % number) and row[3] in ("0A", "07") for row in rows[1:]):
            return True
    return False


def converse(connection, page):
    seen = b""
    with connection:
        while True:
            try:
                data = connection.recv(1 << 16)
            except OSError:
                return
            if not data:
                return
            seen += data
            if page and b"\r\n\r\n" in seen:
                connection.sendall(page)
                seen = b""


def fuser(name, protocol, number):
    inside = place(name).name
    for server in [s for s in servers if s[1:] == (inside, protocol, int(number))]:
        end_server(server)
    return 0, b"", b""


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


def wait(seconds):
    end = time.monotonic() + float(seconds)
    while time.monotonic() < end:
        ready([], end)
    return 0, b"", b""


def end_all():
    """Leaves nothing of what was there; the kernel takes its time for it, which nobody has to wait for."""
    for server in list(servers):
        end_server(server)
    old = list(spaces.values())
    spaces.clear()
    marking.clear()
    unready.clear()
    threading.Thread(target=lambda: [space.close() for space in old], daemon=True).start()
    call(libc.umount2, b"/run", MNT_DETACH)
    files_in_memory()
    if home is not None:
        os.close(home)


def files_in_memory():
    """Files of run time that only this sandbox sees."""
    call(libc.mount, b"none", b"/run", b"tmpfs", 0, None)
    os.mkdir("/run/netns")


def begin(kind, *given):
    global home, born, backend
    backend = kind
    end_all()
    settings.clear()
    settings.update(each.split("=") for each in map(string, given))
    call(libc.unshare, NEWNET)
    home = os.open("/proc/self/ns/net", os.O_RDONLY | os.O_CLOEXEC)
    spaces[HOST] = Space(HOST, "/proc/self/ns/net")
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    marked()
    born = time.monotonic_ns()
    return 0, os.uname().release.encode(), " ".join(sorted(missing)).encode()


def prepare():
    """Hides the machine: run-time files in memory, one CPU, and a loopback of its own for settle.

    An interruption from the terminal is for the one who asks: what was asked comes to its end.
    """
    global marker, outside
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    outside = os.open("/proc/self/ns/net", os.O_RDONLY | os.O_CLOEXEC)
    files_in_memory()
    allowed = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {allowed[int(sys.argv[1]) % len(allowed)]})
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    marker = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    marker.bind(("127.0.0.1", 0))
    marker.connect(marker.getsockname())
    marker.settimeout(2)


REQUESTS = {each.__name__: each for each in (begin, run, port, serve, fuser, raw, frame, wait, connections)}


def main():
    prepare()
    for line in sys.stdin:
        request = line.split()
        begun = born
        try:
            if request[0] != "run" or string(request[4]) != "ip":
                marked()
                connected()
            begun = time.monotonic_ns()
            status, out, err = REQUESTS[request[0]](*request[1:])
        except OSError as error:
            status, out, err = 1, b"", (error.strerror or str(error)).encode()
        except (Refusal, subprocess.CalledProcessError) as error:
            status, out, err = 125, b"", str(error).encode()
        settle()
        say("done", str(status), text(out), text(err), str(begun - born))
        sys.stdout.flush()


main()
