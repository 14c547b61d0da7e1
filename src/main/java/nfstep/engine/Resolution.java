package nfstep.engine;

import java.util.List;
import java.util.Optional;
import nfstep.event.PathEvent;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.packet.IpAddress;
import nfstep.packet.MacAddress;
import nfstep.rules.Skb;

/** A packet looks for the link-layer address of its next hop: {@code neigh_resolve_output}, {@code neigh_timer_handler}. */
record Resolution(Run run, LinkEnd end, IpAddress hop) {
    /** {@code retrans_time_ms}, and what the timer wheel adds. */
    private static final long RETRY_NANOS = 1_020_000_000L;
    /** {@code mcast_solicit}. */
    private static final int PROBES = 3;

    /** The address. If nobody has it the packet is dropped; if the one that has it does not answer, it waits. */
    Optional<MacAddress> find(Skb skb) {
        if (run.unanswered().holds(end, hop)) {
            hold(skb, hop + " is asked for already");
            return Optional.empty();
        }
        Neighbours.Answer answer = ask(skb);
        if (answer.refused()) {
            hold(skb, answer.silence());
            retry(skb, PROBES - 1);
        } else if (answer.mac().isEmpty()) {
            unresolved(skb, answer.silence());
        }
        return answer.mac();
    }

    private Neighbours.Answer ask(Skb skb) {
        return new Neighbours(run, end).find(skb, hop);
    }

    private void hold(Skb skb, String why) {
        run.unanswered().hold(end, hop, skb);
        run.emit(new PathEvent.Noted(Run.at(end.namespace(), skb), "waits on " + device() + ": " + why, List.of()));
    }

    private void retry(Skb skb, int left) {
        run.after(RETRY_NANOS, () -> again(skb, left));
    }

    private void again(Skb skb, int left) {
        if (!isUp()) {
            taken().forEach(waiting -> drop(waiting, "the device is down"));
            return;
        }
        // neigh_probe asks for the packet that came last
        Neighbours.Answer answer = ask(run.unanswered().last(end, hop).orElse(skb));
        if (answer.mac().isPresent()) {
            taken().forEach(waiting ->
                    Transmission.put(run, end, waiting, answer.mac().get()));
        } else if (left > 1) {
            retry(skb, left - 1);
        } else {
            run.after(RETRY_NANOS, () -> fail(answer.silence()));
        }
    }

    private void fail(String why) {
        List<Skb> all = taken();
        all.forEach(waiting -> drop(waiting, why));
        tell(all);
    }

    /** When the neighbour is given up the sender is told that the host is unreachable. */
    void unresolved(Skb skb, String why) {
        drop(skb, why);
        if (run.unanswered().give(end, hop, skb)) {
            run.after(Unanswered.PATIENCE_NANOS, () -> tell(run.unanswered().given(end, hop)));
        }
    }

    private void drop(Skb skb, String why) {
        run.emit(new PathEvent.Dropped(Run.at(end.namespace(), skb), "neighbour", why, Optional.empty()));
    }

    /** {@code neigh_invalidate}, {@code arp_error_report}: all are told before anybody receives it. */
    private void tell(List<Skb> all) {
        for (int i = all.size() - 1; i >= 0; i--) {
            Skb skb = all.get(i);
            run.next(r -> new IcmpErrorSender(r, end.namespace(), skb).send(3, 1, 0, "host unreachable"));
        }
    }

    private List<Skb> taken() {
        return run.unanswered().take(end, hop);
    }

    private boolean isUp() {
        return run.world().network().link(end).filter(Link::up).isPresent();
    }

    private String device() {
        return run.world().network().link(end).map(Link::name).orElseThrow();
    }
}
