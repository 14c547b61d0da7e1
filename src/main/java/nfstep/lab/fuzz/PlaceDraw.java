package nfstep.lab.fuzz;

import java.util.List;

/** Conditions about where a packet comes from and goes to beyond its addresses; most of them make sense at some hooks. */
final class PlaceDraw {
    private static final List<String> COMING = List.of("PREROUTING", "INPUT", "FORWARD");

    private final Draw draw;
    private final Topology topology;

    PlaceDraw(Draw draw, Topology topology) {
        this.draw = draw;
        this.topology = topology;
    }

    /** A condition that can be met at that hook, mostly. */
    String condition(String hook) {
        return switch (draw.between(0, 6)) {
            case 0 ->
                "-m policy --dir " + (COMING.contains(hook) ? "in" : "out") + " --pol " + draw.of("none", "ipsec");
            case 1 -> "-m realm " + draw.not() + "--realm " + draw.of("0", "1", "0/0xff");
            case 2 -> "-m devgroup " + draw.not() + draw.of("--src-group 0", "--dst-group 0", "--src-group 7");
            case 3 ->
                "-m time "
                        + draw.of("--timestart 00:00 --timestop 23:59:59", "--datestop 2001-09-09", "--datestop 2038");
            case 4 -> physdev();
            default -> topology.devices().equals(topology.ports()) || draw.chance(40) ? special(hook) : physdev();
        };
    }

    private String special(String hook) {
        return switch (hook) {
            case "PREROUTING" ->
                draw.chance(50)
                        ? "-m rpfilter" + draw.maybe(40, () -> "--loose") + draw.maybe(30, () -> "--validmark")
                                + draw.maybe(30, () -> "--accept-local") + draw.maybe(50, () -> "--invert")
                        : socket();
            case "INPUT" -> socket();
            case "FORWARD" -> "-m mac ! --mac-source 02:00:00:00:06:02";
            default ->
                "-m owner " + draw.not()
                        + draw.of("--uid-owner 0", "--uid-owner 1-65535", "--gid-owner 0", "--socket-exists");
        };
    }

    private String socket() {
        return "-m socket" + draw.of("", " --nowildcard", " --transparent", " --nowildcard --restore-skmark");
    }

    private String physdev() {
        String device = draw.one(topology.ports());
        return "-m physdev " + draw.not()
                + draw.of(
                        "--physdev-in " + device,
                        "--physdev-out " + device,
                        "--physdev-is-in",
                        "--physdev-is-out",
                        "--physdev-is-bridged");
    }
}
