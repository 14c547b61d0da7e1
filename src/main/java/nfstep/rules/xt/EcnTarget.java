package nfstep.rules.xt;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.packet.Checksum;
import nfstep.packet.IpFamily;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;
import nfstep.rules.Verdict;
import nfstep.source.Outcome;

/**
 * {@code -j ECN}: changes the bits of congestion notification; the walk goes on.
 *
 * <p>Source: iptables-extensions(8), "ECN"; kernel {@code net/ipv4/netfilter/ipt_ECN.c}, {@code ecn_tg}.
 *
 * @param ece the flag ECE of TCP, if it is set or cleared
 * @param cwr the flag CWR of TCP, if it is set or cleared
 * @param ect the lower two bits of the type of service, if they are changed
 */
public record EcnTarget(OptionalInt ece, OptionalInt cwr, OptionalInt ect) implements Target {
    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
                    "ECN",
                    "Changes the bits of congestion notification.",
                    Options.of(
                                    OptionSpec.flag("ecn-tcp-remove", "clears both flags of TCP"),
                                    OptionSpec.of("ecn-tcp-ece", "0 or 1  the flag ECE of TCP"),
                                    OptionSpec.of("ecn-tcp-cwr", "0 or 1  the flag CWR of TCP"),
                                    OptionSpec.of("ecn-ip-ect", "0 to 3  the two bits of the IP header"))
                            .needsOneOf("ecn-tcp-remove", "ecn-tcp-ece", "ecn-tcp-cwr", "ecn-ip-ect")
                            .excluding("ecn-tcp-remove", "ecn-tcp-cwr")
                            .excluding("ecn-tcp-remove", "ecn-tcp-ece"),
                    EcnTarget::read)
            .only(IpFamily.IPV4);

    private static final int ECE = 0x40;
    private static final int CWR = 0x80;
    private static final int HEADER = 20;
    private static final int FLAGS = 12;
    private static final int CHECKSUM = 16;

    private static Outcome<Target> read(Reading reading) {
        reading.setting().options().stream()
                .filter(use -> use.option().startsWith("ecn-tcp"))
                .findFirst()
                .ifPresent(use -> Layer4.requireFor(reading, Protocols.TCP, "--" + use.option()));
        boolean remove = reading.has("ecn-tcp-remove");
        OptionalInt ece = remove ? OptionalInt.of(0) : number(reading, "ecn-tcp-ece", 1);
        OptionalInt cwr = remove ? OptionalInt.of(0) : number(reading, "ecn-tcp-cwr", 1);
        OptionalInt ect = number(reading, "ecn-ip-ect", 3);
        return reading.made(() -> new EcnTarget(ece, cwr, ect));
    }

    private static OptionalInt number(Reading reading, String option, int most) {
        return reading.value(option, OptionalInt.empty(), use -> OptionalInt.of((int) reading.number(use, 0, most)));
    }

    @Override
    public String name() {
        return "ECN";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        Packet packet = context.packet();
        Packet marked = ect.isPresent() ? packet.withTos((packet.tos() & ~3) | ect.getAsInt()) : packet;
        boolean flags = (ece.isPresent() || cwr.isPresent()) && packet.protocol() == Protocols.TCP;
        if (flags && packet.transportLength() < HEADER) {
            return TargetResult.end(Verdict.DROP);
        }
        Packet after = flags ? flagged(marked) : marked;
        Effect pull = new Effect.Pull(after.equals(marked) ? 0 : HEADER);
        return after.equals(packet) ? TargetResult.CONTINUE : TargetResult.goOn(pull, new Effect.Rewrite(after));
    }

    /** A later fragment is changed as if a header were in it, its checksum too: {@code set_ect_tcp} does not look. */
    private Packet flagged(Packet packet) {
        int word = packet.u16(packet.headerLength() + FLAGS);
        int changed = with(CWR, cwr, with(ECE, ece, word));
        if (changed == word) {
            return packet;
        }
        Packet after = packet.withTransportWord(FLAGS, changed);
        int sum = packet.u16(packet.headerLength() + CHECKSUM);
        return packet.fragmentOffset() == 0
                ? after
                : after.withTransportWord(CHECKSUM, Checksum.update(sum, word, changed));
    }

    private static int with(int bit, OptionalInt wanted, int word) {
        return wanted.isEmpty() ? word : wanted.getAsInt() == 0 ? word & ~bit : word | bit;
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Places.only(table, TableName.MANGLE);
    }

    @Override
    public String options() {
        return isRemoval()
                ? "--ecn-tcp-remove"
                : Parts.join(word("--ecn-tcp-ece ", ece), word("--ecn-tcp-cwr ", cwr), word("--ecn-ip-ect ", ect));
    }

    @Override
    public String listing(boolean numeric) {
        String words = Parts.join(word("ECE=", ece), word("CWR=", cwr), word("ECT codepoint=", ect));
        return "ECN " + (isRemoval() ? "TCP remove" : words);
    }

    private boolean isRemoval() {
        return ece.equals(OptionalInt.of(0)) && cwr.equals(OptionalInt.of(0)) && ect.isEmpty();
    }

    private static String word(String name, OptionalInt value) {
        return value.isPresent() ? name + value.getAsInt() : "";
    }
}
