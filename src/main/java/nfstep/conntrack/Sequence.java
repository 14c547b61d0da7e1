package nfstep.conntrack;

/** Order among TCP sequence numbers: RFC 9293 section 3.4. */
final class Sequence {
    private Sequence() {}

    static boolean before(int a, int b) {
        return a - b < 0;
    }

    static boolean after(int a, int b) {
        return before(b, a);
    }
}
