package nfstep.lab.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nfstep.lab.Lab;
import nfstep.lab.LabRun;
import nfstep.lab.command.LabFiles;
import nfstep.rules.Backend;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import nfstep.trace.Walk;

/** Makes a lab from a seed; it runs in the model while it is made, and what the model refuses is left out. */
public final class LabGenerator {
    private static final String NAME = "fuzz.lab";
    private static final int FEWEST_PACKETS = 30;
    private static final int MOST_PACKETS = 120;

    private final Draw draw;
    private final Backend backend;
    private final Topology topology;
    private final LabRun run;
    private final List<String> commands = new ArrayList<>();
    private int begin;

    private LabGenerator(long seed, Backend backend) {
        this.draw = new Draw(seed);
        this.backend = backend;
        this.topology = Topology.drawn(draw);
        this.run = new LabRun(Lab.parse(new SourceText(NAME, "")).orElseThrow(), LabFiles.NONE, backend);
    }

    /** The lab of a seed, in which nothing is refused by that backend. */
    public static Draft lab(long seed, Backend backend) {
        LabGenerator generator = new LabGenerator(seed, backend);
        generator.make();
        return generator.settled();
    }

    /** Without what a kernel does not repeat, and what is refused without it; each change may lead to others. */
    private Draft settled() {
        Draft draft = new Draft(commands);
        Walk walk = run.walk();
        for (Draft next = repeatable(draft, walk); !next.equals(draft); next = repeatable(draft, walk)) {
            LabRun again = again(next);
            draft = new Draft(again.walk().lab().text().lines().toList());
            walk = again.walk();
        }
        return draft;
    }

    /** Carries out what is not refused. */
    private LabRun again(Draft draft) {
        Draft left = draft;
        LabRun run = whole(left);
        while (run.finish().isPresent()) {
            int refused = run.expanded().size() - 1;
            left = left.without(refused, refused + 1);
            run = whole(left);
        }
        return run;
    }

    private LabRun whole(Draft draft) {
        return new LabRun(Lab.parse(new SourceText(NAME, draft.text())).orElseThrow(), LabFiles.NONE, backend);
    }

    private Draft repeatable(Draft draft, Walk walk) {
        Set<String> introductions = Strangers.introductions(walk);
        return introductions.isEmpty()
                ? draft.without(Draws.commands(walk))
                : draft.with(begin, List.copyOf(introductions));
    }

    private void make() {
        Ways ways = new Ways(draw, topology);
        Changes changes = new Changes(draw, topology);
        Pace pace = Pace.drawn(draw);
        RulesDraw rules = new RulesDraw(draw, topology, pace);
        Traffic traffic = new Traffic(draw, topology);
        topology.commands().forEach(this::run);
        begin = commands.size();
        changes.settings().forEach(this::run);
        pace.settings(draw).forEach(this::run);
        ways.commands().forEach(this::run);
        rules.commands().forEach(this::run);
        neighbours();
        Programs programs = new Programs(draw, topology);
        programs.servers().forEach(this::run);
        int packets = draw.between(FEWEST_PACKETS, MOST_PACKETS);
        for (int i = 0; i < packets; i++) {
            run(traffic.next(run.walk().end().world()));
            pace.pause(draw).ifPresent(this::run);
            programs.ping(pace).ifPresent(this::run);
            if (draw.chance(6)) {
                run(draw.chance(60) ? rules.change() : draw.chance(25) ? ways.next() : changes.next());
            }
        }
    }

    /** Rules of others: what one of them translates or refuses is news to the host. */
    private void neighbours() {
        for (Site site : topology.sites()) {
            if (!site.mute() && draw.chance(25)) {
                new RulesDraw(draw, topology, Pace.BRISK).few().forEach(rule -> run(site.run(rule)));
            }
        }
    }

    private void run(String command) {
        Parsed<Lab> lab = Lab.parse(new SourceText(NAME, command));
        if (lab.ok() && run.run(lab.orElseThrow().steps().get(0)).isEmpty()) {
            commands.add(command);
        }
    }
}
