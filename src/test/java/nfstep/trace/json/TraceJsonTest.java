package nfstep.trace.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import nfstep.Golden;
import nfstep.conntrack.Tracking;
import nfstep.event.Event;
import nfstep.rules.Backend;
import nfstep.rules.StatefulMatch;
import nfstep.state.Change;
import nfstep.state.Netfilter;
import nfstep.state.Socket;
import nfstep.state.World;
import nfstep.trace.Check;
import nfstep.trace.Position;
import nfstep.trace.Samples;
import nfstep.trace.TraceDocument;
import nfstep.trace.TraceDocument.Breakpoint;
import nfstep.trace.TraceDocument.Note;
import nfstep.trace.Walk;
import nfstep.trace.WalkDiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceJsonTest {
    private final TraceJson json = new TraceJson(new SampleTexts());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 20_261_124})
    void a_trace_is_read_as_it_was_written_and_written_as_it_was_read(long seed) throws IOException {
        Walk walk = RandomWalk.of(seed, 400);
        byte[] bytes = write(TraceDocument.of(walk));
        TraceDocument read = read(bytes);
        assertThat(WalkDiff.first(walk, read.walk())).isEmpty();
        assertThat(read.walk().end().focus()).isEqualTo(walk.end().focus());
        assertThat(told(read.walk())).isEqualTo(told(walk));
        assertThat(write(read)).isEqualTo(bytes);
    }

    /** All of the world that can be compared. */
    private static List<Object> told(Walk walk) {
        World world = walk.end().world();
        Netfilter state = world.netfilter("host");
        return List.of(
                world.network(),
                world.sockets(),
                world.ids(),
                world.now(),
                state.rules4(),
                state.hooks4(),
                state.counters(),
                state.peers(),
                List.copyOf(state.connections().all()));
    }

    @Test
    void the_random_walks_hold_every_event_that_can_be_saved() {
        Walk walk = RandomWalk.of(1, 400);
        Set<Class<?>> seen = new LinkedHashSet<>();
        for (int i = 0; i < walk.size(); i++) {
            seen.add(walk.event(i).getClass());
        }
        Set<Class<?>> all = new LinkedHashSet<>();
        EventCodecs.ALL.forEach(codec -> all.add(codec.type()));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void every_type_of_a_sealed_family_has_a_codec() {
        Set<Class<?>> events = new LinkedHashSet<>();
        EventCodecs.ALL.forEach(codec -> events.add(codec.type()));
        assertThat(events).isEqualTo(leaves(Event.class));
        assertThat(Set.<Class<?>>copyOf(Changes.kinds(new SampleTexts()).types()))
                .isEqualTo(leaves(Change.class));
        assertThat(Set.<Class<?>>copyOf(Sockets.KINDS.types())).isEqualTo(leaves(Socket.State.class));
    }

    private static Set<Class<?>> leaves(Class<?> type) {
        Set<Class<?>> leaves = new LinkedHashSet<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            leaves.addAll(permitted.isSealed() ? leaves(permitted) : Set.of(permitted));
        }
        return leaves;
    }

    @Test
    void whatever_trackers_and_matches_remember_has_a_codec() {
        JavaClasses code = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("nfstep.conntrack", "nfstep.rules");
        assertThat(names(Trackings.KINDS)).containsExactlyInAnyOrderElementsOf(implementing(Tracking.class, code));
        assertThat(names(Memories.KINDS))
                .containsExactlyInAnyOrderElementsOf(implementing(StatefulMatch.Lesson.class, code));
    }

    private static List<String> names(Kinds<?> kinds) {
        return kinds.types().stream().map(Class::getName).toList();
    }

    private static List<String> implementing(Class<?> type, JavaClasses code) {
        return code.stream()
                .filter(it -> !it.isInterface() && it.isAssignableTo(type))
                .map(JavaClass::getName)
                .toList();
    }

    @Test
    void a_small_trace_looks_like_this() throws IOException {
        TraceDocument trace = new TraceDocument(
                Samples.answered(),
                new Position(7, 1),
                List.of(new Breakpoint(2, "drop", true)),
                3,
                List.of(new Note(Position.of(15), "why?")),
                List.of(
                        new Check(
                                Backend.LEGACY,
                                "6.1.0-13-amd64",
                                3,
                                3,
                                9,
                                List.of(new Check.Run(2, 3), new Check.Run(7, 1)),
                                List.of()),
                        new Check(
                                Backend.NFT,
                                "6.1.0-13-amd64",
                                1,
                                2,
                                9,
                                List.of(),
                                List.of(new Check.Finding(4, "host", "", "TRACE: \u001b[31m")))));
        byte[] bytes = write(trace);
        Golden.check("trace/small.json", new String(bytes, StandardCharsets.UTF_8));
        assertThat(read(bytes).cursor()).isEqualTo(new Position(7, 1));
        assertThat(read(bytes).breakpoints()).isEqualTo(trace.breakpoints());
        assertThat(read(bytes).notes()).isEqualTo(trace.notes());
        assertThat(read(bytes).checks()).isEqualTo(trace.checks());
        assertThat(write(read(bytes))).isEqualTo(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(new TraceSchema().complaints(text)).isEmpty();
        assertThat(new TraceSchema().complaints(text.replace("\"nft\"", "\"bpf\"")))
                .isNotEmpty();
    }

    @Test
    void a_packed_trace_is_read_like_a_plain_one() throws IOException {
        byte[] bytes = write(TraceDocument.of(Samples.answered()));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        assertThat(write(read(packed.toByteArray()))).isEqualTo(bytes);
    }

    private byte[] write(TraceDocument trace) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        json.write(trace, out);
        return out.toByteArray();
    }

    private TraceDocument read(byte[] bytes) throws IOException {
        return json.read(new ByteArrayInputStream(bytes), "a.json").orElseThrow();
    }
}
