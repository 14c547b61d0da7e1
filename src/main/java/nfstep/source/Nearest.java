package nfstep.source;

import java.util.Collection;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /**
     * The most similar candidate, if it is similar enough to suggest; of equals the one that begins alike for longest,
     * then the first.
     */
    public static Optional<String> among(String word, Collection<String> candidates) {
        int allowed = Math.min(Math.max(1, (word.length() + 1) / 3), word.length() - 1);
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<String> best = Optional.empty();
        int least = allowed + 1;
        for (String candidate : candidates) {
            int distance = candidate.length() > LONGEST ? allowed + 1 : distance(word, candidate);
            boolean tie = best.isPresent() && distance == least;
            if (distance < least || (tie && beginsAlike(word, candidate) > beginsAlike(word, best.get()))) {
                least = distance;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    private static int beginsAlike(String a, String b) {
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    /** Damerau-Levenshtein distance, restricted to neighbours that changed places: fewest single edits. */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = row(new Pair(a, b, i), last, beforeLast);
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }

    private record Pair(String a, String b, int i) {
        int cost(int j) {
            return a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        }

        boolean swapped(int j) {
            return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        }
    }

    private static int[] row(Pair pair, int[] last, int[] beforeLast) {
        int[] row = new int[last.length];
        row[0] = pair.i();
        for (int j = 1; j < row.length; j++) {
            int edit = Math.min(last[j - 1] + pair.cost(j), 1 + Math.min(row[j - 1], last[j]));
            row[j] = pair.swapped(j) ? Math.min(edit, beforeLast[j - 2] + 1) : edit;
        }
        return row;
    }
}
