package nfstep.engine;

import java.util.OptionalLong;
import nfstep.conntrack.Draw;
import nfstep.conntrack.KeyPool;
import nfstep.state.DrawKind;

/** The draws of NAT for one connection. */
final class NatDraw implements Draw {
    private final Draws draws;
    private final String key;
    private OptionalLong choice = OptionalLong.empty();

    /** @param key what they are for */
    NatDraw(Draws draws, String key) {
        this.draws = draws;
        this.key = key;
    }

    /** What there is to say of the last draw, behind other words. */
    String remark() {
        return choice.isPresent() ? ", from " + choice.getAsLong() + " on as the lab chose" : "";
    }

    @Override
    public int next(String purpose, int bound) {
        return draws.seeded(key + purpose, bound);
    }

    @Override
    public int offset(String purpose, KeyPool pool) {
        choose(pool);
        return choice.isPresent() ? (int) choice.getAsLong() - pool.first() : Draw.super.offset(purpose, pool);
    }

    @Override
    public int key(String purpose, KeyPool pool) {
        choose(pool);
        return choice.isPresent() ? (int) choice.getAsLong() : Draw.super.key(purpose, pool);
    }

    private void choose(KeyPool pool) {
        choice = draws.chosen(DrawKind.NAT, Draws.Range.of(pool.first(), pool.first() + pool.size() - 1L));
    }
}
