package nfstep.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nfstep.packet.Fragments;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.rules.Parts;
import nfstep.rules.Skb;

/** The fragments that wait for the rest of their datagrams: {@code net/ipv4/ip_fragment.c}, {@code ip_defrag}. */
final class Reassembly {
    /** Who puts datagrams together; each has queues of its own ({@code enum ip_defrag_users}). */
    enum User {
        LOCAL_DELIVER,
        CONNTRACK_IN,
        CONNTRACK_OUT,
        /** What a bridge shows to the hooks of IP. */
        CONNTRACK_BRIDGE_IN
    }

    /** A datagram: RFC 791 section 3.2. */
    record Key(String namespace, User user, IpAddress source, IpAddress destination, int protocol, int identification) {
        static Key of(String namespace, User user, Packet packet) {
            return new Key(namespace, user, packet.source(), packet.destination(), packet.protocol(), packet.id());
        }
    }

    /** What becomes of a fragment that comes. */
    sealed interface Answer {}

    /**
     * It waits.
     *
     * @param here how many fragments of its datagram are here
     * @param first whether it is the first that came
     */
    record Waits(int here, boolean first) implements Answer {}

    /** The datagram is whole. */
    record Whole(Skb skb, int pieces) implements Answer {}

    /**
     * It is of no use.
     *
     * @param all whether those that came before are thrown away with it
     */
    record Refused(String why, boolean all) implements Answer {}

    private final Map<Key, Queue> queues = new LinkedHashMap<>();

    /** Takes a fragment. */
    Answer add(Key key, Skb skb) {
        boolean first = !queues.containsKey(key);
        Queue queue = queues.computeIfAbsent(key, k -> new Queue());
        Answer answer = queue.add(skb, first);
        boolean over = answer instanceof Whole || (answer instanceof Refused refused && refused.all());
        if (over) {
            queues.remove(key);
        }
        return answer;
    }

    /** The queue of a datagram, to be compared with what is there later. */
    Object queue(Key key) {
        return Optional.ofNullable(queues.get(key)).orElseThrow();
    }

    /** Throws away what waits for a datagram, if it is still that queue: the fragment that begins it, or one of them. */
    Optional<Expired> expire(Key key, Object queue) {
        if (queues.get(key) != queue) {
            return Optional.empty();
        }
        List<Skb> fragments = queues.remove(key).sorted();
        Skb first = fragments.get(0);
        return Optional.of(new Expired(first, first.packet().fragmentOffset() == 0));
    }

    /**
     * What is left of a datagram that did not become whole.
     *
     * @param begins whether that fragment is the first of the datagram
     */
    record Expired(Skb fragment, boolean begins) {}

    /** The fragments of one datagram: {@code struct ipq}, {@code inet_frag_queue_insert}. */
    private static final class Queue {
        private static final int MOST = 65535;
        private static final String OVERLAP = "it overlaps what is here of its datagram";
        private static final int CONGESTION = 3;

        /** Fragments that came one behind the other; end is where the next byte would be. */
        private record Run(int offset, int end) {}

        private final List<Skb> fragments = new ArrayList<>();
        private final List<Run> runs = new ArrayList<>();
        private int length;
        private boolean lastIsHere;
        private int received;

        /** {@code ip_frag_queue}. */
        Answer add(Skb skb, boolean first) {
            Packet packet = skb.packet();
            int offset = packet.fragmentOffset() * Fragments.UNIT;
            int surplus = packet.moreFragments() ? packet.transportLength() % Fragments.UNIT : 0;
            int end = offset + packet.transportLength() - surplus;
            Optional<Answer> refused = measure(packet, offset, end).or(() -> place(offset, end));
            if (refused.isPresent()) {
                return refused.get();
            }
            fragments.add(surplus == 0 ? skb : skb.with(Fragments.part(packet, 0, end - offset)));
            received += end - offset;
            return isWhole() ? whole(skb) : new Waits(fragments.size(), first);
        }

        /** What the ends of fragments say must fit together. */
        private Optional<Answer> measure(Packet packet, int offset, int end) {
            boolean beyond =
                    packet.moreFragments() ? lastIsHere && end > length : end < length || (lastIsHere && end != length);
            if (beyond || end == offset) {
                return refusal("it does not fit the length of its datagram");
            }
            lastIsHere |= !packet.moreFragments();
            length = Math.max(length, end);
            return Optional.empty();
        }

        private static Optional<Answer> refusal(String why) {
            return Optional.of(new Refused(why + ": all its fragments are thrown away", true));
        }

        private Optional<Answer> place(int offset, int end) {
            Run last = runs.isEmpty() ? new Run(0, 0) : runs.get(runs.size() - 1);
            if (runs.isEmpty() || end > last.end()) {
                if (offset < last.end()) {
                    return refusal(OVERLAP);
                }
                boolean joins = !runs.isEmpty() && offset == last.end();
                if (joins) {
                    runs.set(runs.size() - 1, new Run(last.offset(), end));
                } else {
                    runs.add(new Run(offset, end));
                }
                return Optional.empty();
            }
            return between(offset, end);
        }

        private Optional<Answer> between(int offset, int end) {
            int at = 0;
            for (Run run : runs) {
                if (end > run.offset() && offset < run.end()) {
                    boolean inside = offset >= run.offset() && end <= run.end();
                    return inside
                            ? Optional.of(new Refused("what it brings is here already", false))
                            : refusal(OVERLAP);
                }
                at += run.end() <= offset ? 1 : 0;
            }
            runs.add(at, new Run(offset, end));
            return Optional.empty();
        }

        private boolean isWhole() {
            return lastIsHere
                    && received == length
                    && !runs.isEmpty()
                    && runs.get(0).offset() == 0;
        }

        List<Skb> sorted() {
            return fragments.stream()
                    .sorted(Comparator.comparingInt(s -> s.packet().fragmentOffset()))
                    .toList();
        }

        /** {@code ip_frag_reasm}: the first fragment in place of the one that came last. */
        private Answer whole(Skb last) {
            List<Skb> parts = sorted();
            Skb first = parts.get(0);
            int header = first.packet().headerLength();
            if (header + length > MOST) {
                return refusal("its datagram would be longer than " + MOST + " bytes")
                        .orElseThrow();
            }
            boolean capable = parts.stream().anyMatch(s -> congestion(s) != 0);
            if (capable && parts.stream().anyMatch(s -> congestion(s) == 0)) {
                return refusal("its datagram does not agree on congestion notification")
                        .orElseThrow();
            }
            int largest =
                    parts.stream().mapToInt(s -> s.packet().length()).max().orElseThrow();
            int whole = parts.stream()
                    .filter(s -> s.packet().dontFragment())
                    .mapToInt(s -> s.packet().length())
                    .max()
                    .orElse(0);
            Packet packet = Fragments.join(parts.stream().map(Skb::packet).toList(), whole == largest);
            List<Integer> lengths =
                    parts.stream().map(s -> s.packet().transportLength()).toList();
            boolean congested = parts.stream().anyMatch(s -> congestion(s) == CONGESTION);
            Packet marked = congested ? packet.withTos(packet.tos() | CONGESTION) : packet;
            Skb joined =
                    first.with(marked).withId(last.id()).withParts(Parts.assembled(lengths, largest, whole == largest));
            Skb there = last.in()
                    .map(in -> joined.arriving(in, first.ethernet(), first.type()))
                    .orElse(joined);
            return new Whole(there, parts.size());
        }

        /** The bits of explicit congestion notification: RFC 3168 section 5.3, {@code ip_frag_ecn_table}. */
        private static int congestion(Skb skb) {
            return skb.packet().tos() & CONGESTION;
        }
    }
}
