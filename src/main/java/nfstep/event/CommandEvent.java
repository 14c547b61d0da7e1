package nfstep.event;

import java.util.List;
import nfstep.host.NetworkEdit;
import nfstep.packet.IpFamily;
import nfstep.rules.RulesEdit;
import nfstep.rules.TableName;
import nfstep.state.Change;

/** What the commands of a lab do and print. */
public sealed interface CommandEvent extends Event {
    /**
     * A command begins.
     *
     * @param line of the lab, from 1; 0 for one that was typed
     */
    record CommandStarted(String source, int line, String namespace, String text) implements CommandEvent {
        @Override
        public String sentence() {
            return (namespace.equals("host") ? "" : "in " + namespace + ": ") + "$ " + firstLine(text);
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.atCommand(text, namespace);
        }

        private static String firstLine(String text) {
            int end = text.indexOf('\n');
            return end < 0 ? text : text.substring(0, end) + " ...";
        }
    }

    /**
     * The network was changed.
     *
     * @param text the change as a canonical command
     */
    record NetworkChanged(NetworkEdit edit, String text) implements CommandEvent {
        @Override
        public String sentence() {
            return "the network changes: " + text;
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.NetworkEdited(edit));
        }
    }

    /** A table of rules was changed. */
    record RulesChanged(String namespace, IpFamily family, RulesEdit edit, String text) implements CommandEvent {
        @Override
        public String sentence() {
            int end = text.indexOf('\n');
            return "the rules of table " + edit.table().word() + " change: "
                    + (end < 0 ? text : text.substring(0, end) + " ...");
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.RulesEdited(namespace, family, edit));
        }
    }

    /** A table was looked at for the first time; from now on packets pass its chains. */
    record TableOpened(String namespace, IpFamily family, TableName table) implements CommandEvent {
        @Override
        public String sentence() {
            return "table " + table.word() + " is registered by its first use";
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.TableUsed(namespace, family, table));
        }
    }

    /** A command printed something. */
    record Printed(String text) implements CommandEvent {
        @Override
        public String sentence() {
            int lines = (int) text.lines().count();
            return lines == 1 ? "it prints: " + text.strip() : "it prints " + lines + " lines";
        }
    }

    /** A command was refused, as the real one would be. */
    record Refused(String message) implements CommandEvent {
        @Override
        public String sentence() {
            return "refused: " + message;
        }
    }

    /** Virtual time went on; both in nanoseconds. */
    record TimePassed(long from, long to) implements CommandEvent {
        @Override
        public String sentence() {
            double seconds = (to - from) / 1e9;
            String text = seconds == Math.rint(seconds)
                    ? Long.toString((long) seconds)
                    : java.math.BigDecimal.valueOf(to - from, 9)
                            .stripTrailingZeros()
                            .toPlainString();
            return text + " s pass";
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.TimeSet(to));
        }
    }

    /** An {@code expect} line was compared with what happened. */
    record Expected(String text, boolean holds, String detail) implements CommandEvent {
        @Override
        public String sentence() {
            return (holds ? "as expected: " : "NOT as expected: ")
                    + text
                    + (detail.isEmpty() ? "" : " (" + detail + ")");
        }
    }

    /** Numbers, sockets: bookkeeping that a command does without a packet. */
    record Booked(String what, List<Change> changes) implements CommandEvent {
        public Booked {
            changes = List.copyOf(changes);
        }

        @Override
        public String sentence() {
            return what;
        }
    }
}
