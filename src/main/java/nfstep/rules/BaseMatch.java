package nfstep.rules;

import java.util.Optional;
import java.util.StringJoiner;
import nfstep.packet.AddressMask;
import nfstep.packet.IpFamily;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;

/**
 * The conditions that every rule has a place for: {@code struct ipt_ip}, {@code ip_packet_match}.
 *
 * @param protocol IP protocol number, 0 for any
 * @param fragment whether only second and further fragments match
 */
public record BaseMatch(
        IpFamily family,
        Negatable<Optional<AddressMask>> source,
        Negatable<Optional<AddressMask>> destination,
        Negatable<InterfaceMatch> in,
        Negatable<InterfaceMatch> out,
        Negatable<Integer> protocol,
        Negatable<Boolean> fragment) {
    /** A condition that can stand behind {@code !}. */
    public record Negatable<T>(boolean inverted, T value) {
        /** The condition as it is. */
        public static <T> Negatable<T> plain(T value) {
            return new Negatable<>(false, value);
        }

        private String print(String option) {
            return inverted ? "! " + option : option;
        }
    }

    /** Conditions that every packet of that family fulfils. */
    public static BaseMatch any(IpFamily family) {
        return new BaseMatch(
                family,
                Negatable.plain(Optional.empty()),
                Negatable.plain(Optional.empty()),
                Negatable.plain(InterfaceMatch.ANY),
                Negatable.plain(InterfaceMatch.ANY),
                Negatable.plain(0),
                Negatable.plain(false));
    }

    /** Whether it is {@code ! -s 0.0.0.0/0} or the like, which no packet fulfils. */
    public boolean excludesAllAddresses() {
        return excludesAll(source) || excludesAll(destination);
    }

    private static boolean excludesAll(Negatable<Optional<AddressMask>> addresses) {
        return addresses.inverted()
                && addresses.value().filter(m -> !m.mask().isUnspecified()).isEmpty();
    }

    /** These conditions with another source. */
    public BaseMatch withSource(AddressMask other) {
        return new BaseMatch(family, Negatable.plain(given(other)), destination, in, out, protocol, fragment);
    }

    /** These conditions with another destination. */
    public BaseMatch withDestination(AddressMask other) {
        return new BaseMatch(family, source, Negatable.plain(given(other)), in, out, protocol, fragment);
    }

    /** These conditions with other devices. */
    public BaseMatch withDevices(Negatable<InterfaceMatch> otherIn, Negatable<InterfaceMatch> otherOut) {
        return new BaseMatch(family, source, destination, otherIn, otherOut, protocol, fragment);
    }

    private static Optional<AddressMask> given(AddressMask mask) {
        return mask.mask().isUnspecified() ? Optional.empty() : Optional.of(mask);
    }

    /** Whether every packet fulfils it and the kernel's structure is all zero. */
    public boolean isEmpty() {
        return source.value().isEmpty()
                && destination.value().isEmpty()
                && in.value().isEmpty()
                && out.value().isEmpty()
                && protocol.value() == 0
                && !fragment.value()
                && !(source.inverted() || destination.inverted() || in.inverted() || out.inverted())
                && !(protocol.inverted() || fragment.inverted());
    }

    /** Whether the packet fulfils all of it. */
    public boolean matches(MatchContext context) {
        return firstFailing(context) < 0;
    }

    /** Which condition fails first, in the order in which the kernel tests them (0 to 5); -1 if none. */
    public int firstFailing(MatchContext context) {
        Packet packet = context.packet();
        if (fails(source, packet, true)) {
            return 0;
        }
        if (fails(destination, packet, false)) {
            return 1;
        }
        if (in.value().matches(context.inName()) == in.inverted()) {
            return 2;
        }
        if (out.value().matches(context.outName()) == out.inverted()) {
            return 3;
        }
        if (protocol.value() != 0 && (packet.protocol() == protocol.value()) == protocol.inverted()) {
            return 4;
        }
        return fragment.value() && (packet.fragmentOffset() > 0) == fragment.inverted() ? 5 : -1;
    }

    private static boolean fails(Negatable<Optional<AddressMask>> wanted, Packet packet, boolean isSource) {
        AddressMask mask = wanted.value().orElse(null);
        if (mask == null) {
            return wanted.inverted();
        }
        return mask.matches(isSource ? packet.source() : packet.destination()) == wanted.inverted();
    }

    /** What the condition that fails wanted and what the packet had. */
    public Evidence explain(int failing, MatchContext context) {
        Packet p = context.packet();
        return switch (failing) {
            case 0 -> new Evidence(source.print("-s ") + address(source), "source " + p.source());
            case 1 -> new Evidence(destination.print("-d ") + address(destination), "destination " + p.destination());
            case 2 -> new Evidence(in.print("-i ") + in.value().pattern(), "in " + device(context.inName()));
            case 3 -> new Evidence(out.print("-o ") + out.value().pattern(), "out " + device(context.outName()));
            case 4 ->
                new Evidence(
                        protocol.print("-p ") + Protocols.name(protocol.value()),
                        "protocol " + Protocols.name(p.protocol()));
            default -> new Evidence(fragment.print("-f"), "fragment offset " + p.fragmentOffset());
        };
    }

    private static String device(String name) {
        return name.isEmpty() ? "(no device)" : name;
    }

    private static String address(Negatable<Optional<AddressMask>> wanted) {
        return wanted.value().map(AddressMask::toString).orElse("any");
    }

    /** As {@code iptables-save} prints it; empty if there is no condition. */
    public String toSyntax() {
        StringJoiner text = new StringJoiner(" ");
        source.value().ifPresent(a -> text.add(source.print("-s ") + a));
        destination.value().ifPresent(a -> text.add(destination.print("-d ") + a));
        if (!in.value().isEmpty()) {
            text.add(in.print("-i ") + in.value().pattern());
        }
        if (!out.value().isEmpty()) {
            text.add(out.print("-o ") + out.value().pattern());
        }
        if (protocol.value() != 0) {
            text.add(protocol.print("-p ") + Protocols.name(protocol.value()));
        }
        if (fragment.value()) {
            text.add(fragment.print("-f"));
        }
        return text.toString();
    }
}
