# Waits until namespaces, devices and packets are where they should be.


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
