package nfstep.parse.ip;

import java.util.List;
import java.util.Optional;
import nfstep.host.InterfaceAddress;
import nfstep.host.Scope;
import nfstep.host.edit.AddAddress;
import nfstep.host.edit.DeleteAddress;
import nfstep.host.edit.FlushAddresses;
import nfstep.host.edit.NewAddress;
import nfstep.host.edit.Write;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Ipv4Address;
import nfstep.packet.Prefix;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Parsed;

/** {@code ip address}, ip-address(8). */
final class AddressCommands {
    private static final Verbs VERBS =
            Verbs.of("add", "change", "chg", "replace", "delete", "show", "lst", "list", "flush");
    /** With 31 bits and more a subnet has no broadcast address that could be meant. */
    private static final int LONGEST_WITH_BROADCAST = 30;

    private static final Grammar ONE = Grammar.of(
            "ip address",
            "address",
            Keyword.value("local"),
            Keyword.value("dev"),
            Keyword.shortValue("broadcast", "brd"),
            Keyword.value("scope"),
            Keyword.flag("nodad"),
            Keyword.value("valid_lft"),
            Keyword.value("preferred_lft"),
            Keyword.value("peer", "remote"),
            Keyword.unmodelled("anycast"),
            Keyword.value("label"),
            Keyword.unmodelled("metric"),
            Keyword.flag("noprefixroute"),
            Keyword.unmodelled("home"),
            Keyword.unmodelled("mngtmpaddr"),
            Keyword.unmodelled("autojoin"));

    private static final Grammar SELECTION = Grammar.of(
            "ip address show",
            "device",
            Keyword.value("dev"),
            Keyword.flag("up"),
            Keyword.value("scope"),
            Keyword.value("master"),
            Keyword.value("type"));

    private static final Grammar FLUSH =
            Grammar.of("ip address flush", "device", Keyword.value("dev"), Keyword.value("scope"));

    private final Call call;
    private final Problems problems;
    private final Values values;

    private AddressCommands(Call call, Problems problems) {
        this.call = call;
        this.problems = problems;
        this.values = call.values(problems);
    }

    static Parsed<IpCommand> read(Call call) {
        Problems problems = call.problems();
        AddressCommands commands = new AddressCommands(call, problems);
        return switch (call.verb("address", VERBS, problems).orElse("")) {
            case "add" -> commands.write(Write.ADD);
            case "change", "chg" -> commands.write(Write.CHANGE);
            case "replace" -> commands.write(Write.REPLACE);
            case "delete" -> commands.delete();
            case "flush" -> commands.flush();
            default -> commands.show();
        };
    }

    private Parsed<IpCommand> write(Write write) {
        Arguments arguments = Arguments.read(ONE, call.rest(), problems);
        Optional<PrefixText.Sized> address = address(arguments);
        Optional<String> device = device(arguments);
        Optional<PrefixText.Sized> peer = peer(arguments, address);
        Optional<PrefixText.Sized> near = peer.or(() -> address);
        Optional<IpAddress> broadcast = near.flatMap(a -> broadcast(arguments, a));
        Optional<String> label = label(arguments, address);
        Optional<Scope> scope = arguments.value("scope").flatMap(values::scope);
        endless(arguments.value("valid_lft"));
        endless(arguments.value("preferred_lft"));
        return problems.unless(() -> {
            PrefixText.Sized sized = address.orElseThrow();
            Scope reach = scope.orElse(NewAddress.usualScope(sized.address()));
            InterfaceAddress.Manner manner = new InterfaceAddress.Manner(
                    label,
                    peer.map(PrefixText.Sized::address).filter(p -> !p.equals(sized.address())),
                    arguments.has("noprefixroute"));
            NewAddress made = new NewAddress(sized.address(), near.orElseThrow().length(), broadcast, reach, manner);
            return IpCommand.Change.of(new AddAddress(call.namespace(), device.orElseThrow(), made, write));
        });
    }

    private void endless(Optional<Word> lifetime) {
        lifetime.filter(w -> !w.is("forever"))
                .ifPresent(w -> problems.at(
                        w, Code.BAD_VALUE, "ip address: nfstep models only addresses that stay: 'forever'"));
    }

    private Optional<PrefixText.Sized> address(Arguments arguments) {
        Optional<Word> word = problems.needed(arguments.valueOrBare("local"), "ip address: the address is missing");
        Optional<PrefixText.Sized> sized = word.flatMap(w -> PrefixText.sized(w.text()));
        if (word.isPresent() && sized.isEmpty()) {
            problems.bad(word.get(), "'" + word.get().text() + "' is not an address with a prefix length");
        }
        boolean fits = sized.isEmpty()
                || call.family().isEmpty()
                || call.family().get() == sized.get().address().family();
        if (!fits) {
            problems.bad(word.orElseThrow(), "'" + word.orElseThrow().text() + "' is not an address of this family");
        }
        return sized;
    }

    /** The far end of a link, with the length of what is behind it: {@code peer}. */
    private Optional<PrefixText.Sized> peer(Arguments arguments, Optional<PrefixText.Sized> address) {
        Optional<Word> word = arguments.value("peer");
        Optional<PrefixText.Sized> sized = word.flatMap(w -> PrefixText.sized(w.text()));
        boolean four = isIpv4(sized) && isIpv4(address);
        if (word.isPresent() && (sized.isEmpty() || (address.isPresent() && !four))) {
            problems.bad(
                    word.get(), "'" + word.get().text() + "' is not an IPv4 address, with which a peer is modelled");
        }
        return sized;
    }

    private Optional<String> label(Arguments arguments, Optional<PrefixText.Sized> address) {
        Optional<Word> word = arguments.value("label");
        if (word.isPresent() && address.isPresent() && !isIpv4(address)) {
            problems.bad(word.get(), "ip address: an IPv6 address has no label");
        }
        word.filter(w -> w.text().isEmpty() || w.text().length() > InterfaceAddress.Manner.LONGEST_LABEL)
                .ifPresent(w -> problems.bad(w, "ip address: a label has 1 to 15 characters"));
        return word.map(Word::text);
    }

    private static boolean isIpv4(Optional<PrefixText.Sized> address) {
        return address.filter(a -> a.address().family() == IpFamily.IPV4).isPresent();
    }

    private Optional<String> device(Arguments arguments) {
        return problems.needed(arguments.value("dev"), "ip address: 'dev DEVICE' is missing")
                .flatMap(values::device);
    }

    /** {@code brd +}: the last address of the subnet; {@code brd -}: none. */
    private Optional<IpAddress> broadcast(Arguments arguments, PrefixText.Sized address) {
        Optional<Word> word = arguments.value("broadcast").filter(w -> !w.is("-"));
        if (word.isPresent() && address.address().family() != IpFamily.IPV4) {
            problems.bad(word.get(), "ip address: IPv6 has no broadcast");
            return Optional.empty();
        }
        if (word.isPresent() && word.get().is("+")) {
            Prefix subnet = Prefix.of(address.address(), address.length());
            return Optional.of(subnet.broadcast()).filter(b -> address.length() <= LONGEST_WITH_BROADCAST);
        }
        return word.flatMap(w -> values.address(w).filter(a -> isIpv4(w, a)));
    }

    private boolean isIpv4(Word word, IpAddress address) {
        if (!(address instanceof Ipv4Address)) {
            problems.bad(word, "'" + word.text() + "' is not an IPv4 address");
        }
        return address instanceof Ipv4Address;
    }

    private Parsed<IpCommand> delete() {
        Arguments arguments = Arguments.read(ONE, call.rest(), problems);
        Optional<PrefixText.Sized> address = address(arguments);
        Optional<String> device = device(arguments);
        Optional<PrefixText.Sized> own = address.filter(a -> arguments
                .valueOrBare("local")
                .filter(w -> w.text().contains("/"))
                .isPresent());
        Optional<Prefix> onLink = peer(arguments, address).or(() -> own).map(s -> Prefix.of(s.address(), s.length()));
        Optional<String> label = label(arguments, address);
        return problems.unless(() -> IpCommand.Change.of(new DeleteAddress(
                call.namespace(), device.orElseThrow(), address.orElseThrow().address(), onLink, label)));
    }

    private Parsed<IpCommand> flush() {
        Arguments arguments = Arguments.read(FLUSH, call.rest(), problems);
        Optional<String> device = problems.needed(
                        arguments.valueOrBare("dev"), "ip address flush: the name of a device is missing")
                .flatMap(values::device);
        Optional<Scope> scope = arguments.value("scope").flatMap(values::scope);
        return problems.unless(() ->
                IpCommand.Change.of(new FlushAddresses(call.namespace(), device.orElseThrow(), call.family(), scope)));
    }

    private Parsed<IpCommand> show() {
        List<Word> words = call.rest();
        Arguments arguments = Arguments.read(SELECTION, words, problems);
        LinkListing.Filter links = new LinkListing.Filter(
                arguments.valueOrBare("dev").flatMap(values::device),
                arguments.value("master").flatMap(values::device),
                arguments.value("type").flatMap(w -> LinkCommands.kind(w, problems)),
                arguments.has("up"));
        Optional<Scope> scope = arguments.value("scope").flatMap(values::scope);
        return problems.unless(() ->
                new IpCommand.Show(new AddressListing(call.namespace(), call.family(), links, scope, call.shape())));
    }
}
