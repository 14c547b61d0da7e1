package nfstep.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.Expectation;
import nfstep.event.At;
import nfstep.event.CommandEvent;
import nfstep.event.ConnectionEvent;
import nfstep.event.Event;
import nfstep.event.EventSink;
import nfstep.event.TrackEvent;
import nfstep.rules.Skb;
import nfstep.state.Change;
import nfstep.state.World;

/**
 * One run of the engine: the world as it is now, and the work that is still to be done. The world changes only by the
 * changes of the events that are emitted.
 */
public final class Run {
    /** After so many events of one command the engine stops: the packets go round in circles. */
    public static final int EVENT_LIMIT = 1_000_000;

    private record Timed(long at, long order, Work work) implements Comparable<Timed> {
        @Override
        public int compareTo(Timed other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final EventSink sink;
    private final Entropy entropy;
    private final LocalStack stack;
    private final Reassembly reassembly = new Reassembly();
    private final Unanswered unanswered = new Unanswered();
    private final Deque<Work> queue = new ArrayDeque<>();
    private final PriorityQueue<Timed> timers = new PriorityQueue<>();
    private World world;
    private long timersSet;
    private int events;
    private long burst;
    private boolean isDuplicating;
    private boolean hasDuplicated;
    private boolean isSendingIcmp;
    private Optional<Draws.Misfit> misfit = Optional.empty();

    /** A run that begins with that world; the seed decides all draws that the lab does not choose. */
    public Run(World world, long seed, LocalStack stack, EventSink sink) {
        this.world = world;
        this.entropy = new Entropy(seed);
        this.stack = stack;
        this.sink = sink;
    }

    /** The world as it is now. */
    public World world() {
        return world;
    }

    /** A number for what is done without a pause, greater than that of what was done before. */
    long burst() {
        return burst;
    }

    /** Where draws come from. */
    public Entropy entropy() {
        return entropy;
    }

    /** The first choice of the lab that could not be drawn, since this was asked before. */
    public Optional<Draws.Misfit> misfit() {
        Optional<Draws.Misfit> first = misfit;
        misfit = Optional.empty();
        return first;
    }

    void misfit(Draws.Misfit found) {
        misfit = misfit.or(() -> Optional.of(found));
    }

    /** What answers packets that are delivered. */
    LocalStack stack() {
        return stack;
    }

    /** The fragments that wait for the rest of their datagrams. */
    Reassembly reassembly() {
        return reassembly;
    }

    /** The neighbours that packets wait for in vain. */
    Unanswered unanswered() {
        return unanswered;
    }

    /** Takes an event: its changes are made, then the sink gets it. */
    public void emit(Event event) {
        emit(event, Change.applyAll(event.changes(), world));
    }

    /** Takes an event whose changes were made already: what they lead to is the world from now on. */
    public void emit(Event event, World after) {
        events++;
        world = after;
        sink.accept(event, world);
    }

    /** Does that after everything that is to be done already. */
    void later(Work work) {
        queue.addLast(work);
    }

    /** Does that before anything else that is to be done. */
    void next(Work work) {
        queue.addFirst(work);
    }

    /** Does that at once, for a copy of a packet that itself must not be copied. */
    void duplicating(Runnable work) {
        isDuplicating = true;
        work.run();
        isDuplicating = false;
        hasDuplicated = true;
    }

    /** Whether a copy was sent whose reception nothing waited for yet. */
    boolean hasDuplicated() {
        return hasDuplicated;
    }

    /** Does at once what is to be done already. */
    void catchUp() {
        hasDuplicated = false;
        work();
    }

    /** Whether the packet that is being worked on is a copy: {@code nf_skb_duplicated}. */
    boolean isDuplicating() {
        return isDuplicating;
    }

    /**
     * Does that while the stack's socket for ICMP is busy: {@code icmp_xmit_lock}, from before OUTPUT until the message and
     * its copies are with their devices.
     */
    void sendingIcmp(Runnable work) {
        isSendingIcmp = true;
        work.run();
        isSendingIcmp = false;
    }

    /** Whether the stack's socket for ICMP is busy. */
    boolean isSendingIcmp() {
        return isSendingIcmp;
    }

    /** Does that when so many nanoseconds of virtual time have passed. */
    public void after(long nanos, Timer timer) {
        timers.add(new Timed(world.now() + nanos, timersSet++, run -> timer.fire()));
    }

    /** What a timer does. */
    @FunctionalInterface
    public interface Timer {
        /** The time has come. */
        void fire();
    }

    /** Works until nothing is left to be done; a connection whose first packet got nowhere is forgotten then. */
    public void drain() {
        events = 0;
        burst = Math.max(world.ids().packet(), burst + 1);
        hasDuplicated = false;
        work();
        forgetUnconfirmed();
    }

    private void work() {
        while (!queue.isEmpty()) {
            if (events > EVENT_LIMIT) {
                queue.clear();
                emit(new CommandEvent.Refused(
                        "stopped after " + EVENT_LIMIT + " events of one command: its packets go round in circles"));
            } else {
                queue.removeFirst().run(this);
            }
        }
    }

    /** Lets virtual time pass, in nanoseconds; timers fire and connections expire on the way. */
    public void pass(long nanos) {
        long end = world.now() + nanos;
        drain();
        while (!timers.isEmpty() && timers.peek().at() <= end) {
            Timed timer = timers.remove();
            advance(Math.max(timer.at(), world.now()));
            timer.work().run(this);
            drain();
        }
        advance(end);
    }

    /** Lets virtual time pass until something holds, at most that many nanoseconds; looks each time that a timer fires. */
    public void passUntil(long nanos, BooleanSupplier holds) {
        long end = world.now() + nanos;
        drain();
        while (!holds.getAsBoolean() && world.now() < end) {
            long next = timers.isEmpty() ? end : Math.min(end, timers.peek().at());
            pass(Math.max(0, next - world.now()));
        }
    }

    private void advance(long to) {
        if (to > world.now()) {
            emit(new CommandEvent.TimePassed(world.now(), to));
        }
        for (String namespace : List.copyOf(world.netfilter().keySet())) {
            for (Connection c : world.netfilter(namespace).connections().expired(world.now())) {
                emit(new ConnectionEvent.Expired(namespace, c));
            }
            for (Expectation e : world.netfilter(namespace).expectations().expired(world.now())) {
                emit(new ConnectionEvent.ExpectationExpired(namespace, e));
            }
        }
    }

    private void forgetUnconfirmed() {
        for (String namespace : List.copyOf(world.netfilter().keySet())) {
            for (Connection c : world.netfilter(namespace).connections().unconfirmed()) {
                String why = c.has(CtStatus.DYING)
                        ? "it was destroyed, and the packet that did it is gone"
                        : "its first packet never passed the last hook";
                emit(new TrackEvent.Discarded(new At(namespace, 0), c.id(), why));
            }
        }
    }

    /** The packet's place in that namespace. */
    static At at(String namespace, Skb skb) {
        return new At(namespace, skb.id());
    }
}
