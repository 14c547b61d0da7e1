package nfstep.conntrack;

/** Bob Jenkins' hash over words, in the kernel's version: {@code include/linux/jhash.h}, {@code jhash2}. */
final class JenkinsHash {
    private static final int START = 0xdeadbeef;
    private static final int[] MIX = {4, 6, 8, 16, 19, 4};
    private static final int[] FINAL = {14, 11, 25, 16, 4, 14, 24};

    private final int[] state = new int[3];

    private JenkinsHash(int start) {
        state[0] = start;
        state[1] = start;
        state[2] = start;
    }

    /** The hash of four words. */
    static int of(int[] words, int seed) {
        JenkinsHash hash = new JenkinsHash(START + (words.length << 2) + seed);
        int at = 0;
        for (; words.length - at > 3; at += 3) {
            hash.add(words, at, 3);
            hash.mix();
        }
        hash.add(words, at, words.length - at);
        hash.finish();
        return hash.state[2];
    }

    private void add(int[] words, int from, int count) {
        for (int i = 0; i < count; i++) {
            state[i] += words[from + i];
        }
    }

    private void mix() {
        for (int i = 0; i < MIX.length; i++) {
            int a = i % 3;
            int b = (i + 1) % 3;
            int c = (i + 2) % 3;
            state[a] -= state[c];
            state[a] ^= Integer.rotateLeft(state[c], MIX[i]);
            state[c] += state[b];
        }
    }

    private void finish() {
        for (int i = 0; i < FINAL.length; i++) {
            int changed = (i + 2) % 3;
            int other = (i + 1) % 3;
            state[changed] ^= state[other];
            state[changed] -= Integer.rotateLeft(state[other], FINAL[i]);
        }
    }
}
