package nfstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.JarFile;
import nfstep.Run;
import nfstep.Run.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("e2e")
class LauncherTest {
    @TempDir
    Path folder;

    Path java;

    @BeforeEach
    void a_java_that_prints_its_arguments() throws IOException {
        java = folder.resolve("fake java/bin/java");
        Files.createDirectories(java.getParent());
        executable("#!/bin/sh\nprintf '<%s>\\n' \"$@\"\n");
        Files.writeString(folder.resolve("fake java/release"), "IMPLEMENTOR=\"N\"\nJAVA_VERSION=\"17.0.1\"\n");
    }

    @Test
    void runs_from_another_folder() throws Exception {
        ends_well(Run.in(folder).command(Run.program(), "--version"));
    }

    @Test
    void runs_copied_renamed_and_with_spaces_in_its_path() throws Exception {
        Path copy = Files.createDirectories(folder.resolve("a folder")).resolve("my nfstep");
        Files.copy(Run.program(), copy, StandardCopyOption.COPY_ATTRIBUTES);
        ends_well(Run.in(copy.getParent()).command("./my nfstep", "--version"));
        ends_well(Run.in(copy.getParent()).command("sh", "my nfstep", "--version"));
    }

    @Test
    void runs_through_a_link_on_the_path() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("nfstep"), Run.program());
        ends_well(Run.in(folder)
                .with("PATH", folder + ":" + System.getenv("PATH"))
                .command("sh", "-c", "nfstep --version"));
        Files.delete(link);
    }

    @Test
    void a_path_with_a_colon_is_refused_in_clear_words() throws Exception {
        Path copy = Files.copy(Run.program(), folder.resolve("a:b"), StandardCopyOption.COPY_ATTRIBUTES);
        Outcome outcome = Run.in(folder).command(copy, "--version");
        assertThat(outcome.status()).isEqualTo(4);
        assertThat(outcome.err()).startsWith("nfstep: cannot run from ").contains("colon");
    }

    @ParameterizedTest(name = "cache {0}")
    @ValueSource(strings = {"/dev/null/cache", "/proc/nfstep", "relative", "/tmp/with:colon"})
    void a_cache_that_cannot_be_used_changes_nothing(String cache) throws Exception {
        Outcome outcome = fake().with("XDG_CACHE_HOME", cache).onTerminal("'" + Run.program() + "' lab");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("<lab>").doesNotContain("Archive").doesNotContain("cannot");
        assertThat(folder.resolve("relative")).doesNotExist();
    }

    @Test
    void a_disk_without_room_for_the_archive_changes_nothing() throws Exception {
        Run run = Run.in(folder).with("XDG_CACHE_HOME", folder + "/cache");
        String line = "'" + Run.program() + "' /no/such/file";
        Outcome limited = run.onTerminal("ulimit -f 100; exec " + line);
        assertThat(limited)
                .isEqualTo(run.with("XDG_CACHE_HOME", "/dev/null/cache").onTerminal(line));
    }

    @Test
    void the_first_screen_makes_an_archive_of_its_classes_and_the_next_one_uses_it() throws Exception {
        Run run = Run.in(folder).with("XDG_CACHE_HOME", folder + "/cache");
        run.onTerminal("'" + Run.program() + "' /no/such/file");
        Path archive = CacheWatch.firstArchive(folder.resolve("cache"));
        assertThat(archive).hasFileName("nfstep.jsa");
        Outcome second =
                run.with("NFSTEP_JAVA_OPTS", "-Xlog:class+load").onTerminal("'" + Run.program() + "' /no/such/file");
        assertThat(second.out()).containsPattern("nfstep.cli.Main source: shared objects file");
    }

    @ParameterizedTest(name = "java {0}")
    @ValueSource(strings = {"1.8.0_402", "11.0.2", "16"})
    void a_java_that_is_too_old_is_named(String version) throws Exception {
        Files.delete(folder.resolve("fake java/release"));
        executable(
                "#!/bin/sh\necho 'Picked up nothing' >&2\necho 'openjdk version \"" + version + "\" 2020-01-01' >&2\n");
        Outcome outcome = Run.in(folder)
                .with("JAVA_HOME", "")
                .with("PATH", java.getParent() + ":" + System.getenv("PATH"))
                .command(Run.program());
        assertThat(outcome)
                .isEqualTo(new Outcome(
                        4,
                        "",
                        "nfstep: needs Java 17 or later: %s is version %s (set JAVA_HOME to another)\n"
                                .formatted(java, version)));
    }

    @Test
    void without_any_java_it_says_how_to_get_one() throws Exception {
        Outcome outcome = Run.in(folder)
                .with("JAVA_HOME", "")
                .with("PATH", folder.toString())
                .command(Run.program());
        assertThat(outcome.status()).isEqualTo(4);
        assertThat(outcome.err())
                .startsWith("nfstep: needs Java 17 or later: there is none")
                .contains("apt-get");
    }

    @Test
    void arguments_arrive_as_they_were_typed() throws Exception {
        Outcome outcome = fake().command(Run.program(), "run", "a b", "*", "", "$HOME", "'\"\\n");
        assertThat(outcome.out()).endsWith("<nfstep.cli.Main>\n<run>\n<a b>\n<*>\n<>\n<$HOME>\n<'\"\\n>\n");
    }

    @Test
    void options_for_java_are_words_of_a_variable() throws Exception {
        Files.createFile(folder.resolve("-Dx=not-this-file"));
        Outcome outcome = fake().with("NFSTEP_JAVA_OPTS", "-Xmx256m  -Dx=*").command(Run.program(), "run");
        assertThat(outcome.out()).contains("<-Xmx256m>\n<-Dx=*>\n");
    }

    @ParameterizedTest(name = "nfstep {0} starts quickly: {1}")
    @CsvSource({
        "'', true",
        "some.lab, true",
        "docker-reply, true",
        "run, false",
        "test, false",
        "fuzz, false",
        "verify, false",
        "--help, false"
    })
    void only_a_screen_gives_up_speed_later_for_a_quick_start(String word, boolean quick) throws Exception {
        Outcome outcome = word.isEmpty() ? fake().command(Run.program()) : fake().command(Run.program(), word);
        String flags = "<-XX:TieredStopAtLevel=1>\n<-XX:CompileThresholdScaling=2>\n<-XX:+UseSerialGC>\n";
        assertThat(outcome.out().contains(flags)).isEqualTo(quick);
    }

    @Test
    void is_a_jar_with_the_licences_of_what_it_contains() throws Exception {
        try (JarFile jar = new JarFile(Run.program().toFile())) {
            assertThat(jar.stream().map(Object::toString))
                    .contains("META-INF/NOTICE", "META-INF/licenses/LGPL-3.0.txt")
                    .contains("com/googlecode/lanterna/screen/TerminalScreen.class");
        }
        assertThat(Files.getPosixFilePermissions(Run.program()))
                .isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void its_lambdas_are_plain_classes_that_an_archive_keeps() throws Exception {
        Outcome outcome = Run.in(folder)
                .with("NFSTEP_JAVA_OPTS", "-Xlog:class+load")
                .command(Run.program(), "run", "--summary", "docker-reply");
        assertThat(outcome.out())
                .containsPattern("nfstep.lab.command.\\$\\$L\\d+ ")
                .doesNotContainPattern("nfstep\\S+Lambda");
    }

    /** The other tests see the classes before they are packed. */
    @Test
    void packed_it_does_in_all_labs_of_the_suite_what_they_expect() throws Exception {
        Path labs = Path.of("src/test/resources/labs").toAbsolutePath();
        Outcome outcome = Run.in(folder).command(Run.program(), "test", labs.toString());
        assertThat(outcome.status()).as(outcome.out()).isZero();
    }

    @Test
    void a_lab_needs_none_of_the_lambdas_that_streams_are_made_of() throws Exception {
        Outcome outcome = Run.in(folder)
                .with("NFSTEP_JAVA_OPTS", "-Xlog:class+load")
                .command(Run.program(), "run", "--summary", "docker-reply");
        assertThat(outcome.out())
                .contains("nfstep.plain.Streams ")
                .doesNotContain("java.util.stream.FindOps")
                .doesNotContain("java.util.stream.Collectors$");
    }

    @Test
    void offsets_count_from_the_start_of_the_file() throws Exception {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(Run.program())).order(ByteOrder.LITTLE_ENDIAN);
        int directory = file.getInt(file.capacity() - 6);
        assertThat(file.getInt(directory))
                .as("signature of the central directory")
                .isEqualTo(0x02014b50);
        assertThat(file.getInt(file.getInt(directory + 42)))
                .as("signature of a file")
                .isEqualTo(0x04034b50);
    }

    private static void ends_well(Outcome outcome) {
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("nfstep");
        assertThat(outcome.status()).isZero();
    }

    private Run fake() {
        return Run.in(folder).with("JAVA_HOME", folder.resolve("fake java").toString());
    }

    private void executable(String script) throws IOException {
        Files.writeString(java, script);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
