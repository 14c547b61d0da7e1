package nfstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import nfstep.debugger.Debugger;
import nfstep.debugger.Reply;
import nfstep.debugger.Session;
import nfstep.trace.Move;
import nfstep.trace.Progress;
import nfstep.trace.Way;
import nfstep.tui.Msg;
import nfstep.tui.Screen;
import nfstep.tui.TuiRobot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A screen that opens on a lab shows its first packet, and then runs the rest. */
class GoingOnTest {
    private static final String ONE_PACKET = "ip link set lo up\nping -c1 127.0.0.1\n";

    @TempDir
    Path folder;

    private String lab(String text) throws Exception {
        return Files.writeString(folder.resolve("it.lab"), text).toString();
    }

    private static Debugger begun(String name) throws Failure {
        Opened opened = Opener.begin(name);
        return new Debugger(
                opened.session(), new Labs.Live(Objects.requireNonNull(opened.lab())), new FileStore(), new Labs());
    }

    @Test
    void the_rest_of_the_first_lab_comes_behind_its_first_packet_and_nothing_moves() throws Exception {
        Session whole = Opener.open("docker-reply").session();
        Debugger debugger = begun("docker-reply");
        Session before = debugger.session();
        assertThat(before.walk().size()).isLessThan(whole.walk().size());
        assertThat(before.position()).isEqualTo(whole.position());
        assertThat(debugger.goesOn()).isTrue();
        assertThat(debugger.finish(Progress.UNWATCHED)).isEqualTo(Reply.DONE);
        assertThat(debugger.goesOn()).isFalse();
        assertThat(debugger.session().walk().size()).isEqualTo(whole.walk().size());
        assertThat(debugger.session().position()).isEqualTo(before.position());
        assertThat(debugger.session().modified()).isFalse();
    }

    @Test
    void a_lab_without_a_packet_is_whole_at_once() throws Exception {
        assertThat(begun(lab("ip link set lo up\n")).goesOn()).isFalse();
    }

    @Test
    void what_is_wrong_behind_the_first_packet_is_told_on_the_screen() throws Exception {
        Debugger debugger = begun(lab(ONE_PACKET + "iptables -D INPUT 1\n"));
        Screen screen = new Screen(debugger);
        TuiRobot robot = new TuiRobot(screen, 80, 24);
        robot.doesNotSee("it.lab:3");
        screen.shown();
        robot.send(new Msg.Resize()).sees("it.lab:3");
    }

    @Test
    void interrupted_the_walk_stays_and_can_be_gone_on_with() throws Exception {
        Debugger debugger = begun(lab(ONE_PACKET + "ping -c3 127.0.0.1\n"));
        Session before = debugger.session();
        Reply reply = debugger.finish((count, what) -> {
            throw new Progress.Interrupted(count, what);
        });
        assertThat(reply.text()).contains("the rest of the lab did not run");
        assertThat(debugger.session()).isEqualTo(before);
        assertThat(debugger.execute("ping -c1 127.0.0.2", Progress.UNWATCHED)).isEqualTo(Reply.DONE);
        assertThat(debugger.session().walk().lab().text()).contains("# ping -c3 127.0.0.1\nping -c1 127.0.0.2");
        assertThat(debugger.move(Move.COMMAND, Way.BACK)).isEqualTo(Reply.DONE);
    }
}
