package nfstep.rules.xt;

import nfstep.packet.AddressMask;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.StatefulMatch;
import nfstep.source.Outcome;

/**
 * {@code -m connlimit}: counts the connections that a host or network has, this packet's included. Each packet is counted
 * by its own addresses, so that an answer counts for the server.
 *
 * <p>Source: iptables-extensions(8), "connlimit"; kernel {@code net/netfilter/xt_connlimit.c}, {@code connlimit_mt}.
 *
 * @param above whether more than the limit match, else those up to it
 * @param limit 32 bits without sign
 * @param prefix how many bits of an address tell networks apart
 * @param destination whether the destination counts, else the source
 */
public record ConnlimitMatch(boolean above, long limit, int prefix, boolean destination) implements StatefulMatch {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "connlimit",
            "Counts the connections that a host or network has.",
            Options.of(
                            OptionSpec.invertible("connlimit-upto", "N  so many or fewer"),
                            OptionSpec.invertible("connlimit-above", "N  more"),
                            OptionSpec.of("connlimit-mask", "LENGTH  hosts of that prefix count together"),
                            OptionSpec.flag("connlimit-saddr", "count by source, as it is anyway"),
                            OptionSpec.flag("connlimit-daddr", "count by destination"))
                    .needsOneOf("connlimit-upto", "connlimit-above")
                    .excluding("connlimit-upto", "connlimit-above")
                    .excluding("connlimit-saddr", "connlimit-daddr"),
            ConnlimitMatch::read);

    private static final long MOST = 0xffff_ffffL;

    private static Outcome<Match> read(Reading reading) {
        OptionUse use = reading.has("connlimit-above")
                ? reading.required("connlimit-above")
                : reading.required("connlimit-upto");
        boolean above = use.option().equals("connlimit-above") != use.inverted();
        long limit = reading.number(use, 0, MOST);
        int prefix = reading.value("connlimit-mask", reading.family().bits(), it -> PrefixWord.read(reading, it));
        boolean destination = reading.has("connlimit-daddr");
        return reading.made(() -> new ConnlimitMatch(above, limit, prefix, destination));
    }

    @Override
    public String name() {
        return "connlimit";
    }

    @Override
    public Memory initial(long now) {
        return ConnectionCounts.NONE;
    }

    @Override
    public Answer test(MatchContext context, Memory memory) {
        Packet packet = context.packet();
        IpAddress address = destination ? packet.destination() : packet.source();
        AddressMask network = new AddressMask(address, IpAddress.mask(address.family(), prefix));
        ConnectionCounting counting = new ConnectionCounting(context);
        if (counting.lacksTuple()) {
            return Answer.dropping("the packet belongs to no connection and cannot be counted");
        }
        var key = new ConnectionCounts.Key(network.address(), counting.zone().id());
        ConnectionCount after = counting.with(((ConnectionCounts) memory).of(key));
        return answer(new ConnectionCounts.Counting(key, after), network);
    }

    private Answer answer(ConnectionCounts.Counting counting, AddressMask network) {
        int count = counting.count().connections().size();
        String seen = network + " has " + count + (count == 1 ? " connection" : " connections");
        return count > 0
                ? new Answer((count > limit) == above, counting, seen)
                : Answer.dropping(counting, seen + ", which the kernel takes for a failure");
    }

    @Override
    public boolean needsConntrack() {
        return true;
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), "a count of connections");
    }

    @Override
    public String options() {
        return Parts.join(
                (above ? "--connlimit-above " : "--connlimit-upto ") + limit,
                "--connlimit-mask " + prefix,
                destination ? "--connlimit-daddr" : "--connlimit-saddr");
    }

    @Override
    public String listing(boolean numeric) {
        return "#conn " + (destination ? "dst" : "src") + "/" + prefix + (above ? " > " : " <= ") + limit;
    }
}
