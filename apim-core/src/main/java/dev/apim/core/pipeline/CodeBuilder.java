package dev.apim.core.pipeline;

import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import dev.apim.policy.Expression;
import dev.apim.policy.Policy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts instructions in a row and resolves the jumps between them. Not thread-safe; used while a document is compiled. */
public final class CodeBuilder {
    private static final String NEEDS_STORE = "cache-lookup";

    private final ConcurrencyPermits permits;
    private final List<Pending> pending = new ArrayList<>();
    private final List<Guard> guards = new ArrayList<>();
    private final List<Code.Statement> statements = new ArrayList<>();
    private final List<Code.Statement> repeated = new ArrayList<>();
    private BodyUse deferred = BodyUse.NONE;
    private int slots;

    /** A place in the code that is not reached yet. */
    public static final class Label {
        private int index = -1;
    }

    /** Makes an instruction once every label has its place. */
    private interface Late {
        Instruction make();
    }

    private record Pending(Late late, Origin origin, int needs) {}

    /**
     * What an instruction needs before it runs.
     *
     * @param bodies in memory
     * @param taken bodies it takes by itself, so that nobody else may at the same time
     * @param cost of its work
     */
    public record Needs(BodyUse bodies, BodyUse taken, Cost cost) {
        /** Nothing. */
        public static final Needs NONE = new Needs(BodyUse.NONE, Cost.BOUNDED);

        /** Of an instruction that takes no bodies by itself. */
        public Needs(BodyUse bodies, Cost cost) {
            this(bodies, BodyUse.NONE, cost);
        }

        int flags() {
            return (bodies.request() ? Code.READS_REQUEST : 0)
                    | (bodies.response() ? Code.READS_RESPONSE : 0)
                    | (taken.request() ? Code.TAKES_REQUEST : 0)
                    | (taken.response() ? Code.TAKES_RESPONSE : 0)
                    | (cost == Cost.UNBOUNDED ? Code.UNBOUNDED : 0);
        }
    }

    /** How often and when a body is repeated; see the attributes of the retry policy. */
    public record Repetition(
            Expression<Boolean> condition,
            Expression<Integer> count,
            Expression<Double> interval,
            @Nullable Expression<Double> maxInterval,
            @Nullable Expression<Double> delta,
            Expression<Boolean> firstFast) {}

    /** For code whose concurrency limits take their permits here. */
    public CodeBuilder(ConcurrencyPermits permits) {
        this.permits = permits;
    }

    /** Applies a policy. */
    public void leaf(Policy policy, Origin origin, Needs needs) {
        int store = origin.element().equals(NEEDS_STORE) ? Code.NEEDS_STORE : 0;
        pending.add(new Pending(() -> new LeafInstruction(policy), origin, needs.flags() | store));
    }

    /** Runs the section of the next broader scope. */
    public void callBase(Origin origin) {
        pending.add(new Pending(CallBase::new, origin, 0));
    }

    /** Runs other code. */
    public void call(Code callee, Origin origin) {
        pending.add(new Pending(() -> new CallCode(callee), origin, 0));
    }

    /** Puts a label here. */
    public void mark(Label label) {
        label.index = pending.size();
    }

    /** Goes to a label. */
    public void jump(Label target, Origin origin) {
        pending.add(new Pending(() -> new Jump(target.index), origin, 0));
    }

    /** Goes to a label unless a condition holds. */
    public void jumpUnless(Expression<Boolean> condition, Label target, Origin origin, Needs needs) {
        pending.add(new Pending(() -> new JumpUnless(condition, target.index), origin, needs.flags()));
    }

    /** Takes a permit for {@code body}, and gives it back on every way out of it. */
    public void guarded(Expression<String> key, int max, Origin origin, Needs needs, Runnable body) {
        int slot = slots++;
        pending.add(new Pending(() -> new EnterGuard(permits, key, max, slot), origin, needs.flags()));
        int at = guards.size();
        int from = pending.size();
        body.run();
        Label after = new Label();
        jump(after, origin);
        mark(after);
        guards.add(at, new Guard(from, pending.size() - 1, permits, slot));
    }

    /** Runs {@code body} and repeats it. */
    public void repeated(Repetition how, Origin origin, Needs needs, Runnable body) {
        int slot = slots++;
        int failure = slots++;
        int from = pending.size();
        body.run();
        repeated.add(new Code.Statement(from, pending.size()));
        pending.add(new Pending(
                () -> new RetryInstruction(
                        from,
                        how.condition(),
                        how.count(),
                        how.interval(),
                        how.maxInterval(),
                        how.delta(),
                        how.firstFast(),
                        slot,
                        failure),
                origin,
                needs.flags()));
    }

    /**
     * Runs codes side by side. A body that one of them reads or takes is in memory before the first starts: two could not bring it there, and one
     * that is called off would lose it for everybody.
     */
    public void fork(List<Code> children, Expression<String> mode, Origin origin, Needs needs) {
        int bodies = children.stream().mapToInt(Code::touches).reduce(0, (a, b) -> a | b);
        int flags = bodies | needs.flags() & ~Code.UNBOUNDED;
        pending.add(new Pending(() -> new WaitInstruction(List.copyOf(children), mode), origin, flags));
    }

    /** Says that {@code body} emits one top-level statement. */
    public void statement(Runnable body) {
        int from = pending.size();
        body.run();
        if (pending.size() > from) {
            statements.add(new Code.Statement(from, pending.size()));
        }
    }

    /** Says which bodies are read when the response is about to be committed. */
    public void deferred(BodyUse use) {
        deferred = deferred.and(use);
    }

    /** The finished code. */
    public Code build() {
        Instruction[] instructions = pending.stream().map(p -> p.late().make()).toArray(Instruction[]::new);
        Origin[] origins = pending.stream().map(Pending::origin).toArray(Origin[]::new);
        int[] needs = pending.stream().mapToInt(Pending::needs).toArray();
        return new Code(
                instructions, origins, needs, guards.toArray(Guard[]::new), slots, retries(), statements, deferred);
    }

    /** Inner repetitions come before outer ones, and keep what is theirs. */
    private int[] retries() {
        if (repeated.isEmpty()) {
            return new int[0];
        }
        int[] retries = new int[pending.size()];
        Arrays.fill(retries, -1);
        for (Code.Statement body : repeated) {
            for (int i = body.from(); i < body.to(); i++) {
                retries[i] = retries[i] < 0 ? body.to() : retries[i];
            }
        }
        return retries;
    }
}
