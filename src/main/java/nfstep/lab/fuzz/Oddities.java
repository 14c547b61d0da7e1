package nfstep.lab.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Packets that begin nothing usual: fragments, IP options, wrong checksums, other protocols, addresses of nobody or all. */
final class Oddities {
    private static final List<String> STRANGE = List.of(
            "255.255.255.255", "224.0.0.1", "224.0.0.9", "127.0.0.1", "0.0.0.0", "240.0.0.1", "169.254.1.1", "0.1.2.3");
    private static final List<String> OPTIONS =
            List.of("01010101", "0101010100", "9404000000", "83070400000000", "89070400000000", "8307080a00050100");

    private final Draw draw;
    private final Topology topology;
    private final Payloads payloads;
    private int datagrams = 100;

    Oddities(Draw draw, Topology topology) {
        this.draw = draw;
        this.topology = topology;
        this.payloads = new Payloads(draw);
    }

    /** Commands to run in this order, though others may come between. */
    List<String> next() {
        String source = draw.chance(20) ? draw.one(topology.hostAddresses()) : draw.one(topology.siteAddresses());
        String destination = topology.address(draw);
        return switch (draw.between(0, 9)) {
            case 0, 1, 2 -> List.of(from(source, other(source, destination)));
            case 3, 4 -> fragments(source, destination);
            case 5 -> List.of(from(source, plain(source, destination) + " ipopt " + draw.one(OPTIONS)));
            case 6 -> List.of(arriving(plain(source, destination) + " badsum"));
            case 7 -> List.of(arriving(plain(source, destination)) + " to " + frameAddress());
            case 8 -> List.of(from(source, plain(source, draw.chance(60) ? draw.one(STRANGE) : broadcast())));
            default -> List.of(arriving(plain(draw.chance(70) ? draw.one(STRANGE) : broadcast(), destination)));
        };
    }

    private String other(String source, String destination) {
        int protocol = payloads.protocol();
        return "send " + protocol + " " + source + " " + destination + " " + payloads.of(protocol)
                + draw.maybe(10, () -> "tos " + draw.of(1, 2, 3, 0xb8));
    }

    private String plain(String source, String destination) {
        int port = draw.one(MatchDraw.PORTS);
        return switch (draw.between(0, 2)) {
                    case 0 ->
                        "send tcp " + source + ":4000 " + destination + ":" + port + " flags "
                                + draw.of("S", "A", "R", "FA");
                    case 1 -> "send udp " + source + ":4001 " + destination + ":" + port + " len " + draw.of(0, 4, 100);
                    default ->
                        "send icmp " + source + " " + destination + " type " + draw.of(8, 8, 8, 0, 13, 17) + " len 8";
                }
                + draw.maybe(15, () -> "tos " + draw.of(1, 2, 3, 0x10));
    }

    private String broadcast() {
        String address = draw.one(topology.hostAddresses());
        return address.substring(0, address.lastIndexOf('.')) + draw.of(".255", ".0");
    }

    private String frameAddress() {
        return draw.of(
                "ff:ff:ff:ff:ff:ff",
                "01:00:5e:00:00:01",
                "02:00:00:00:ee:01",
                draw.one(topology.sites()).hostMac());
    }

    private List<String> fragments(String source, String destination) {
        int length = draw.of(100, 1000, 2000, 3000);
        int port = draw.one(MatchDraw.PORTS);
        String start;
        int header;
        switch (draw.between(0, 3)) {
            case 0 -> {
                start = "send tcp " + source + ":4000 " + destination + ":" + port + " flags A len " + length;
                header = 20;
            }
            case 1 -> {
                start = "send icmp " + source + " " + destination + " len " + length;
                header = 8;
            }
            default -> {
                start = "send udp " + source + ":4001 " + destination + ":" + port + " len " + length;
                header = 8;
            }
        }
        start += " id " + datagrams++ + (draw.chance(10) ? " df" : "");
        List<String> parts = new ArrayList<>();
        int least = header == 20 && topology.home(source).isEmpty() ? 80 : 8;
        for (String part : parts(length + header, least)) {
            parts.add(from(source, start + " frag " + part));
        }
        return disturbed(parts);
    }

    private List<String> parts(int length, int least) {
        int size = Math.max(least, length < 500 ? draw.of(8, 16, 80) : draw.of(800, 1000, 1480));
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < length; at += size) {
            parts.add(at + "-" + Math.min(length, at + size));
        }
        if (draw.chance(10)) {
            parts.add(1, "8-" + Math.min(length, 8 + size));
        }
        return parts.size() > 5 ? List.of("0-" + size, size + "-" + length) : parts;
    }

    /** In another order, one of them twice, or one lost. */
    private List<String> disturbed(List<String> parts) {
        switch (draw.between(0, 6)) {
            case 0 -> Collections.reverse(parts);
            case 1 -> Collections.swap(parts, 0, parts.size() - 1);
            case 2 -> parts.add(draw.between(0, parts.size() - 1), draw.one(parts));
            case 3 -> parts.subList(parts.size() > 1 ? 0 : 1, 1).clear();
            case 4 ->
                parts.subList(parts.size() > 1 ? parts.size() - 1 : 1, parts.size())
                        .clear();
            default -> {}
        }
        return parts;
    }

    private String from(String address, String command) {
        return topology.home(address).map(site -> site.run(command)).orElse(command);
    }

    private String arriving(String command) {
        return command + " in " + draw.one(topology.ports());
    }
}
