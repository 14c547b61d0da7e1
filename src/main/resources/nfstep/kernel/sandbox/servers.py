# Servers, which stay when the command that started them is over.


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
