package nfstep.trace.json;

import nfstep.host.NetworkEdit;
import nfstep.packet.IpFamily;
import nfstep.parse.ip.NetworkEditText;
import nfstep.parse.iptables.RulesEditText;
import nfstep.rules.RulesEdit;
import nfstep.source.Diagnostic;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/** Changes as {@code ip}, {@code sysctl} and {@code iptables} commands. */
final class CommandTexts implements EditTexts {
    private static final String SOURCE = "trace";

    @Override
    public String print(NetworkEdit edit) {
        return NetworkEditText.print(edit);
    }

    @Override
    public NetworkEdit network(String text) {
        return known(NetworkEditText.read(text));
    }

    @Override
    public String print(RulesEdit edit, IpFamily family) {
        return RulesEditText.print(edit, family);
    }

    @Override
    public RulesEdit rules(String text, IpFamily family) {
        return known(RulesEditText.read(new SourceText(SOURCE, text), family));
    }

    private static <T> T known(Parsed<T> parsed) {
        return parsed.value()
                .orElseThrow(() -> new IllegalArgumentException("not a change: "
                        + parsed.diagnostics().stream()
                                .map(Diagnostic::message)
                                .findFirst()
                                .orElse("")));
    }
}
