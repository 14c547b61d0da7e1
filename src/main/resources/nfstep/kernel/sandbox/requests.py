# The requests, one after the other, until standard input ends.


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
