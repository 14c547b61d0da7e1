package nfstep.event;

import nfstep.rules.Skb;

/** What becomes of packets that are too long for one frame: RFC 791 section 3.2. */
public sealed interface FragmentEvent extends PacketEvent {
    /**
     * A packet is cut; the pieces keep its number and leave one by one.
     *
     * @param pieces how many there are
     * @param longest the most that one of them may be long, in bytes
     */
    record Cut(At at, int pieces, int longest) implements FragmentEvent {
        @Override
        public String sentence() {
            return "packet " + at.packet() + " is cut into " + pieces + " fragments of at most " + longest + " bytes";
        }
    }

    /**
     * A fragment waits for the rest of its datagram.
     *
     * @param identification of the datagram
     * @param here how many of its fragments are here
     */
    record Held(At at, int identification, int here) implements FragmentEvent {
        @Override
        public String sentence() {
            return "waits for the rest of datagram " + identification + ", of which " + here
                    + (here == 1 ? " fragment is here" : " fragments are here");
        }
    }

    /**
     * The fragment was the last one that was missing: the datagram goes on in its place.
     *
     * @param skb the datagram
     * @param pieces of how many fragments it was put together
     */
    record Reassembled(At at, Skb skb, int pieces) implements FragmentEvent {
        @Override
        public String sentence() {
            return pieces + " fragments are put together: " + skb.packet();
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.with(skb);
        }
    }
}
