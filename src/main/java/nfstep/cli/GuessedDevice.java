package nfstep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.packet.Ipv4Address;
import nfstep.packet.Prefix;

/**
 * A device that saved rules name, and what is taken to lie behind it: a namespace with one address.
 *
 * @param number from 1; the namespace is called after it
 * @param network the addresses on it
 * @param isKnown whether rules tell that network
 * @param peer the address that lies behind it
 */
record GuessedDevice(String name, int number, Prefix network, boolean isKnown, String peer) {
    private static final Pattern BRIDGE = Pattern.compile("docker[0-9]+|br[-0-9].*|virbr.*|cni0|lxcbr.*|lxdbr.*");

    /** The device with what the rules tell of it: they masquerade what comes from its network and leaves elsewhere. */
    static GuessedDevice of(String name, int number, String rules) {
        Matcher masquerade = Pattern.compile("-s ([0-9.]+/[0-9]+) ! -o " + Pattern.quote(name) + " ")
                .matcher(rules);
        Optional<Prefix> told = masquerade.find() ? Prefix.parse(masquerade.group(1)) : Optional.empty();
        Prefix network = told.orElseGet(() -> Prefix.of("10.99." + number + ".0/24"));
        return new GuessedDevice(name, number, network, told.isPresent(), peer(name, network, rules));
    }

    /** The first address of that network that a rule looks for on the device, such as that of a container. */
    private static String peer(String name, Prefix network, String rules) {
        return Pattern.compile("-d ([0-9.]+)/32 .*-o " + Pattern.quote(name) + " ")
                .matcher(rules)
                .results()
                .flatMap(found -> Ipv4Address.parse(found.group(1)).stream())
                .filter(network::contains)
                .findFirst()
                .orElse(place(network, 2))
                .toString();
    }

    private static Ipv4Address place(Prefix network, int number) {
        return Ipv4Address.of(network.address().toString()).plus(number);
    }

    private String own() {
        return place(network, 1).toString();
    }

    private String space() {
        return "net" + number;
    }

    /** What was taken for what, in a line. */
    String told() {
        return name + " " + own() + "/" + network.length() + (isKnown ? " (the rules tell)" : "") + ", behind it "
                + space() + " " + peer;
    }

    /** A packet from what lies behind it. */
    String proposal() {
        return "ip netns exec " + space() + " send tcp " + peer + ":40000 " + own() + ":22 flags S";
    }

    /** The commands that make it. */
    List<String> commands() {
        boolean isBridge = BRIDGE.matcher(name).matches();
        String end = isBridge ? "port" + number : name;
        List<String> lines = new ArrayList<>();
        lines.add("ip netns add " + space());
        lines.add("ip link add " + end + " type veth peer name eth0 netns " + space());
        if (isBridge) {
            lines.add("ip link add " + name + " type bridge");
            lines.add("ip link set " + end + " master " + name);
            lines.add("ip link set " + name + " up");
        }
        lines.add("ip link set " + end + " up");
        lines.add("ip addr add " + own() + "/" + network.length() + " dev " + name);
        lines.add("ip -n " + space() + " link set lo up");
        lines.add("ip -n " + space() + " link set eth0 up");
        lines.add("ip -n " + space() + " addr add " + peer + "/" + network.length() + " dev eth0");
        lines.add("ip -n " + space() + " route add default via " + own());
        return lines;
    }
}
