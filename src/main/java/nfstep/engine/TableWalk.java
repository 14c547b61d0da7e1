package nfstep.engine;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import nfstep.event.ChainRef;
import nfstep.event.FirstFailures;
import nfstep.event.RuleEvent;
import nfstep.event.RuleEvent.ChainEntered.Entry;
import nfstep.packet.IpFamily;
import nfstep.rules.Action;
import nfstep.rules.Chain;
import nfstep.rules.Effect;
import nfstep.rules.MatchContext;
import nfstep.rules.Rule;
import nfstep.rules.Skb;
import nfstep.rules.Table;
import nfstep.rules.TableName;
import nfstep.rules.TargetResult;
import nfstep.rules.Verdict;
import org.jspecify.annotations.Nullable;

/** One packet's way through the chains of one table: {@code net/ipv4/netfilter/ip_tables.c}, {@code ipt_do_table}. */
final class TableWalk implements RuleTest.Walker {
    /** Where the walk goes on after a chain that was jumped to. */
    private record Caller(Chain chain, int next) {}

    private final HookContext context;
    private final Table table;
    private final Deque<Caller> callers = new ArrayDeque<>();
    private final RuleTest test;
    private Skb skb;
    private MatchContext matching;
    private Chain chain;
    private ChainRef ref;
    private int index;
    private byte[] failing = new byte[16];
    private int passed;
    private HookFunction.@Nullable Result result;

    TableWalk(HookContext context, TableName name, Skb skb) {
        this.context = context;
        this.table = context.netfilter().rules(HookContext.family(skb)).table(name);
        this.skb = skb;
        this.matching = context.matching(skb);
        this.chain = table.base(context.where().hook())
                .orElseThrow(() -> new IllegalStateException(name + " has no chain at this hook"));
        this.ref = ref(chain);
        this.test = new RuleTest(context, this);
    }

    /** Walks to a verdict. */
    HookFunction.Result walk() {
        enter(chain, Entry.HOOK);
        while (result == null) {
            step();
        }
        return result;
    }

    private ChainRef ref(Chain of) {
        IpFamily family = HookContext.family(skb);
        return new ChainRef(family, table.name(), of.name());
    }

    private void enter(Chain next, Entry how) {
        chain = next;
        ref = ref(next);
        index = 0;
        context.emit(new RuleEvent.ChainEntered(context.at(skb), ref, how));
    }

    /** Goes on to the next rule that matches, or to the end of the chain. */
    private void step() {
        var rules = chain.rules();
        for (; index < rules.size(); index++) {
            Rule rule = rules.get(index);
            int answer = test.test(rule, ref, index + 1, matching);
            if (answer < 0) {
                reportPassed();
                end(rule, answer);
                return;
            }
            pass(answer);
        }
        reportPassed();
        leave(rules.size() + 1, false);
    }

    private void end(Rule rule, int answer) {
        int number = index + 1;
        if (answer == RuleTest.HOT_DROP) {
            result = drop(number, test.dropReason());
        } else {
            int length = skb.packet().length();
            context.emit(new RuleEvent.RuleMatched(context.at(skb), ref, number, rule, length));
            index++;
            carryOut(rule, number);
        }
    }

    /** Where a match drops the packet, its target acts before that; no further rule or policy is asked. */
    private void carryOut(Rule rule, int number) {
        if (!test.dropsThoughItHolds()) {
            act(rule, number);
            return;
        }
        if (rule.action() instanceof Action.Extension extension) {
            apply(extension, rule, number);
        }
        result = drop(number, test.dropReason());
    }

    private void pass(int condition) {
        if (passed == failing.length) {
            failing = Arrays.copyOf(failing, passed * 2);
        }
        failing[passed++] = (byte) condition;
    }

    @Override
    public void beforeEvent() {
        reportPassed();
    }

    @Override
    public MatchContext carryOut(Effect effect, Rule rule, int number) {
        reportPassed();
        skb = new Effects(context, ref, number, rule)
                .carryOut(List.of(effect), skb)
                .orElseThrow();
        matching = context.matching(skb);
        return matching;
    }

    private void reportPassed() {
        if (passed > 0) {
            int from = index - passed + 1;
            context.emit(new RuleEvent.RulesPassed(context.at(skb), ref, from, FirstFailures.of(failing, passed)));
            passed = 0;
        }
    }

    private void act(Rule rule, int number) {
        Action action = rule.action();
        if (action instanceof Action.Standard standard) {
            decide(standard.verdict(), number, rule);
        } else if (action instanceof Action.Return) {
            leave(number, true);
        } else if (action instanceof Action.Jump jump) {
            callers.push(new Caller(chain, index));
            enter(named(jump.chain()), Entry.JUMP);
        } else if (action instanceof Action.Goto go) {
            enter(named(go.chain()), Entry.GOTO);
        } else if (action instanceof Action.Extension extension) {
            apply(extension, rule, number);
        }
    }

    private Chain named(String name) {
        return table.chain(name).orElseThrow(() -> new IllegalStateException("no chain " + name));
    }

    private void decide(Verdict verdict, int number, Rule rule) {
        if (verdict == Verdict.ACCEPT) {
            result = HookFunction.Result.accept(skb);
        } else if (verdict == Verdict.DROP) {
            result = drop(number, rule.toSyntax());
        } else {
            context.emit(new RuleEvent.MetUnmodelled(context.at(skb), ref, number, "-j " + verdict, true));
        }
    }

    private void apply(Action.Extension extension, Rule rule, int number) {
        if (!extension.target().isModelled()) {
            String name = "-j " + extension.target().name();
            context.emit(new RuleEvent.MetUnmodelled(context.at(skb), ref, number, name, true));
            return;
        }
        TargetResult answer = extension.target().apply(matching);
        Optional<Skb> after = new Effects(context, ref, number, rule).carryOut(answer.effects(), skb);
        if (after.isEmpty()) {
            result = drop(number, rule.toSyntax());
            return;
        }
        if (!skb.equals(after.get())) {
            skb = after.get();
        }
        matching = context.matching(skb);
        answer.verdict().ifPresent(v -> decide(v, number, rule));
    }

    private HookFunction.Result drop(int number, String reason) {
        return HookFunction.Result.drop(skb, ref.path() + ":" + number, reason);
    }

    /** Back to the caller; from the outermost chain, to the policy. */
    private void leave(int number, boolean byRule) {
        Caller caller = callers.poll();
        if (!chain.isBase()) {
            context.emit(new RuleEvent.ChainLeft(context.at(skb), ref, number, byRule));
        }
        if (caller == null) {
            policy();
            return;
        }
        chain = caller.chain();
        ref = ref(chain);
        index = caller.next();
    }

    private void policy() {
        Chain base = table.base(context.where().hook()).orElseThrow();
        ref = ref(base);
        int length = skb.packet().length();
        int number = base.rules().size() + 1;
        context.emit(new RuleEvent.PolicyApplied(
                context.at(skb), ref, context.where().hook(), number, base.policy(), length));
        result = base.policy() == Verdict.ACCEPT
                ? HookFunction.Result.accept(skb)
                : HookFunction.Result.drop(skb, ref.path() + ":policy", "policy " + base.policy());
    }
}
