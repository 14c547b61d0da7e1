# Carries out commands.


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
