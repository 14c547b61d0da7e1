# A network namespace, and what the kernel tells of it.


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
