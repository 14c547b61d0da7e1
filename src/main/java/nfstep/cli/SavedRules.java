package nfstep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.source.SourceText;

/**
 * The text of {@code iptables-save} as a lab: the devices that its rules name are made, with addresses that are guessed,
 * so that a packet can be sent at once.
 */
final class SavedRules {
    private static final Pattern DEVICE = Pattern.compile("(?:^|\\s)-(?:i|o) (\\S+)");
    private static final Pattern BRIDGE = Pattern.compile("docker0|br[-0-9].*|virbr.*|cni0|lxcbr.*|lxdbr.*");
    private static final int MOST = 60;

    private SavedRules() {}

    /** Whether a text is what {@code iptables-save} prints: its first line that is no comment names a table. */
    static boolean isSavedRules(String text) {
        return text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .findFirst()
                .filter(l -> l.matches("\\*[a-z]+"))
                .isPresent();
    }

    /** The lab: devices, addresses, forwarding, the rules. */
    static SourceText lab(String name, String text) {
        List<String> lines = new ArrayList<>();
        lines.add("# the rules of " + name.replaceAll("\\p{Cntrl}", "?"));
        lines.add(
                "# Devices are made from the names in the rules. Their addresses are GUESSED: write your own lab with");
        lines.add("# the real ones, or change them with :ip addr. Then send a packet, such as");
        int number = 0;
        for (String device : devices(text)) {
            number++;
            if (number == 1) {
                lines.add("#   :ip netns exec net1 send tcp 10.99.1.2:40000 10.99.1.1:22 flags S");
            }
            device(lines, device, number);
        }
        lines.add("sysctl -w net.ipv4.ip_forward=1");
        lines.add("iptables-restore <<'END_OF_RULES'");
        lines.add(text.stripTrailing());
        lines.add("END_OF_RULES");
        return new SourceText(name, String.join("\n", lines) + "\n");
    }

    /** The devices that rules name, a {@code +} at the end taken for a number. */
    private static Set<String> devices(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = DEVICE.matcher(text);
        while (matcher.find() && names.size() < MOST) {
            String name = matcher.group(1);
            String whole = name.endsWith("+") ? name.substring(0, name.length() - 1) + "0" : name;
            if (whole.matches("[A-Za-z0-9_.@-]{1,15}") && !whole.equals("lo")) {
                names.add(whole);
            }
        }
        return names;
    }

    private static void device(List<String> lines, String device, int number) {
        String space = "net" + number;
        String end = BRIDGE.matcher(device).matches() ? "port" + number : device;
        lines.add("ip netns add " + space);
        lines.add("ip link add " + end + " type veth peer name eth0 netns " + space);
        if (!end.equals(device)) {
            lines.add("ip link add " + device + " type bridge");
            lines.add("ip link set " + end + " master " + device);
            lines.add("ip link set " + device + " up");
        }
        lines.add("ip link set " + end + " up");
        lines.add("ip addr add 10.99." + number + ".1/24 dev " + device);
        lines.add("ip -n " + space + " link set lo up");
        lines.add("ip -n " + space + " link set eth0 up");
        lines.add("ip -n " + space + " addr add 10.99." + number + ".2/24 dev eth0");
        lines.add("ip -n " + space + " route add default via 10.99." + number + ".1");
    }
}
