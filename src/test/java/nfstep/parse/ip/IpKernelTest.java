package nfstep.parse.ip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of a script does and says in the model what it does and says on the running kernel. */
@Tag("kernel")
class IpKernelTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("nfstep.parse.ip.Scripts#names")
    void the_model_answers_as_the_kernel(String script) throws IOException, InterruptedException {
        List<String> lines = Scripts.lines(script);
        List<String> kernel = IpKernel.run(lines);
        Shell shell = new Shell();
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String answer = Scripts.answer(shell.attempt(lines.get(i)));
            boolean mistake = answer.startsWith("lab:");
            expected.add("$ " + lines.get(i) + "\n" + comparable(kernel.get(i), mistake));
            actual.add("$ " + lines.get(i) + "\n" + comparable(answer, mistake));
        }
        assertThat(String.join("\n", actual)).isEqualTo(String.join("\n", expected));
    }

    /**
     * What both must agree in: not the link-layer addresses of devices and what follows from them, which the kernel draws;
     * not the queue's name of a device that is down; not our hints, nor our words for what is no command at all.
     */
    private static String comparable(String text, boolean mistake) {
        String plain = text.replaceAll("(?<=link/ether )[0-9a-f:]{17}", "MAC")
                .replaceAll("fe80::[0-9a-f]+:[0-9a-f]+:[0-9a-f]+:[0-9a-f]+", "LINKLOCAL")
                .replaceAll("fe80::ff:fe00:[0-9a-f]+", "LINKLOCAL")
                .replaceAll("qdisc \\w+ ", "")
                .replaceAll(" link-netnsid 0", "")
                .replaceAll("mode DEFAULT ", "")
                .replaceAll("nodad $", "")
                .replaceAll(" \\(did you mean .*\\)", "");
        return mistake && plain.endsWith("refused") ? "a mistake" : plain;
    }
}
