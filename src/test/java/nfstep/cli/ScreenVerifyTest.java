package nfstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nfstep.debugger.Verifier;
import nfstep.kernel.KernelVerifier;
import nfstep.source.Outcome;
import nfstep.trace.Check;
import nfstep.trace.Progress;
import nfstep.tui.TuiRobot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code :verify} in the screen. */
class ScreenVerifyTest {
    private static final String DIFFERENCE = "TRACE: filter:FORWARD:rule:9";

    /** A kernel that does the same in steps 1 to 100, and something else in step 200. */
    private static Verifier differing() {
        return (walk, backend, progress) -> Outcome.done(new Check(
                backend,
                "6.1.0",
                100,
                101,
                walk.size(),
                List.of(new Check.Run(0, 100)),
                List.of(new Check.Finding(199, "host", "", DIFFERENCE))));
    }

    private static TuiRobot open(Verifier verifier) throws Failure {
        return ScreenRobot.open("docker-reply", 120, 40, verifier);
    }

    @Test
    void steps_are_marked_and_the_first_difference_is_gone_to() throws Failure {
        TuiRobot robot = open(differing());
        robot.press(":").type("verify nft").press("Enter");
        assertThat(robot.screen())
                .contains("100 of 101 observable events agree with Linux 6.1.0 (iptables-nft)")
                .contains(DIFFERENCE)
                .containsPattern("step \\d+/")
                .contains("≠");
        robot.press("Esc", "2");
        assertThat(robot.screen()).contains("·");
    }

    @Test
    void what_is_no_backend_is_said() throws Failure {
        TuiRobot robot = open(differing());
        robot.press(":").type("verify bpf").press("Enter");
        assertThat(robot.screen()).contains("verify takes legacy or nft, not 'bpf'");
    }

    @Test
    void where_no_kernel_can_be_asked_nothing_is_lost() throws Failure {
        TuiRobot robot = open((walk, backend, progress) -> Outcome.refused("conntrack is missing"));
        String before = robot.screen();
        robot.press(":").type("verify").press("Enter");
        assertThat(robot.screen()).contains("conntrack is missing");
        robot.press("Esc");
        assertThat(robot.screen().lines().skip(1).limit(30))
                .isEqualTo(before.lines().skip(1).limit(30).toList());
    }

    @Test
    void an_interruption_is_said() throws Failure {
        TuiRobot robot = open((walk, backend, progress) -> {
            throw new Progress.Interrupted(3, "of 40 commands");
        });
        robot.press(":").type("verify").press("Enter");
        assertThat(robot.screen()).contains("interrupted after 3 of 40 commands");
    }

    @Test
    void a_teammate_sees_what_was_checked(@TempDir Path folder) throws Exception {
        TuiRobot robot = open(differing());
        Path file = folder.resolve("walk.json");
        robot.press(":").type("verify").press("Enter");
        robot.press("Esc", ":").type("w " + file).press("Enter");
        TuiRobot other = ScreenRobot.open(file.toString(), 120, 40);
        other.press("2");
        assertThat(other.screen()).contains("≠");
        other.press(":").type("info").press("Enter");
        assertThat(other.screen()).contains("100 of 101 observable events agree with Linux 6.1.0 (iptables-legacy)");
        Typed printed = Typed.line("run", file.toString());
        assertThat(printed.out()).endsWith("100 of 101 observable events agree with Linux 6.1.0 (iptables-legacy)\n");
        Typed again = Typed.line("run", "--format=json", file.toString());
        assertThat(again.out()).isEqualTo(Files.readString(file));
    }

    @Test
    @Tag("kernel")
    void a_built_in_lab_agrees_with_this_kernel() throws Failure {
        TuiRobot robot = ScreenRobot.open("goto", 120, 40, new KernelVerifier());
        robot.press(":").type("verify").press("Enter");
        assertThat(robot.screen())
                .containsPattern("(\\d+) of \\1 observable events agree with Linux .* \\(iptables-legacy\\)");
    }
}
