package nfstep.trace.json;

import java.util.List;
import java.util.Optional;
import nfstep.event.At;
import nfstep.event.ChainRef;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.Skb;
import nfstep.rules.TableName;
import nfstep.state.HookEntry;
import nfstep.state.HookOwner;

/** Codecs of places where packets are met. */
final class Places {
    /** Namespace and packet. */
    static final Codec<At> AT = Codec.tuple(
            2,
            at -> List.of(new Json.Text(at.namespace()), new Json.Whole(at.packet())),
            in -> new At(in.get(0).text(), in.get(1).number()));

    /** Family, table and chain. */
    static final Codec<ChainRef> CHAIN = Codec.tuple(
            3,
            it -> List.of(Values.FAMILY.write(it.family()), Values.TABLE.write(it.table()), new Json.Text(it.chain())),
            in -> new ChainRef(
                    Values.FAMILY.read(in.get(0)),
                    Values.TABLE.read(in.get(1)),
                    in.get(2).text()));

    static final Codec<Hook> HOOK = Values.words(Hook.values());

    static final Codec<HookState> STATE = Codec.object(
            (state, out) -> out.word("hook", state.hook())
                    .optional("in", Values.DEVICE, state.in())
                    .optional("out", Values.DEVICE, state.out()),
            in -> new HookState(
                    in.word("hook", Hook.values()),
                    in.optional("in", Values.DEVICE),
                    in.optional("out", Values.DEVICE)));

    private static final Codec<HookOwner> OWNER = Codec.text(HookOwner::label, Places::owner);

    /** Hook, priority, order of registration and owner. */
    static final Codec<HookEntry> ENTRY = Codec.tuple(
            4,
            it -> List.of(
                    HOOK.write(it.hook()),
                    new Json.Whole(it.priority()),
                    new Json.Whole(it.sequence()),
                    OWNER.write(it.owner())),
            in -> new HookEntry(
                    HOOK.read(in.get(0)), in.get(1).integer(), in.get(2).number(), OWNER.read(in.get(3))));

    private Places() {}

    private static HookOwner owner(String label) {
        return switch (label) {
            case "defrag" -> new HookOwner.Defrag();
            case "conntrack" -> new HookOwner.Conntrack();
            case "nat" -> new HookOwner.Nat();
            case "confirm" -> new HookOwner.Confirm();
            default -> new HookOwner.Legacy(Values.known(TableName.of(label), "hook function", label));
        };
    }

    /** The packet as the events before left it, if the walk is still at it. */
    static Optional<Skb> known(Scope scope) {
        return scope.focus()
                .skb()
                .filter(skb -> skb.id() == scope.at().packet()
                        && scope.focus().namespace().equals(scope.at().namespace()));
    }
}
