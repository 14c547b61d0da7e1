package nfstep.engine;

/**
 * Numbers that look random and are the same in every run: each is drawn from a key, so that one more draw shifts no other.
 */
public record Entropy(long seed) {
    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    /** A number from 0 to {@code bound - 1} for that key. */
    public int draw(String key, int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be positive: " + bound);
        }
        long h = seed;
        for (int i = 0; i < key.length(); i++) {
            h = mix(h + key.charAt(i));
        }
        return (int) Long.remainderUnsigned(mix(h), bound);
    }

    /** SplitMix64's output function (Steele, Lea, Flood: Fast splittable pseudorandom number generators). */
    private static long mix(long value) {
        long z = value + GAMMA;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
