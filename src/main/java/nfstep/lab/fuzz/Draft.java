package nfstep.lab.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A lab as its commands, each of which may be left out. */
public record Draft(List<String> commands) {
    public Draft {
        commands = List.copyOf(commands);
    }

    /** The lab's text. */
    public String text() {
        return String.join("\n", commands) + "\n";
    }

    /** How many commands there are. */
    public int size() {
        return commands.size();
    }

    /** The commands up to one of that number, which is left out with all behind it. */
    public Draft until(int end) {
        return new Draft(commands.subList(0, end));
    }

    /** The same without the commands from one number up to another. */
    public Draft without(int from, int to) {
        List<String> rest = new ArrayList<>(commands.subList(0, from));
        rest.addAll(commands.subList(to, commands.size()));
        return new Draft(rest);
    }

    /** The same without the commands of those numbers. */
    Draft without(Set<Integer> numbers) {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            if (!numbers.contains(i)) {
                rest.add(commands.get(i));
            }
        }
        return new Draft(rest);
    }

    /** The same with more commands before one of that number. */
    Draft with(int at, List<String> more) {
        List<String> all = new ArrayList<>(commands);
        all.addAll(at, more);
        return new Draft(all);
    }

    /** How many commands send a packet. */
    public long packets() {
        return commands.stream()
                .filter(c -> c.startsWith("send ") || c.contains(" send "))
                .count();
    }

    /** How many commands make a rule. */
    public long rules() {
        return commands.stream()
                .filter(c -> c.contains("iptables") && (c.contains(" -A ") || c.contains(" -I ")))
                .count();
    }
}
