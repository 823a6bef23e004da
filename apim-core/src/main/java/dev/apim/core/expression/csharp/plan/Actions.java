package dev.apim.core.expression.csharp.plan;

import dev.apim.core.expression.csharp.value.BudgetException;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Values;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Statements. */
public final class Actions {
    private Actions() {}

    /** A body as a value: what it returns. */
    public static Node result(Action body) {
        Action.Body run = body.body();
        return frame -> {
            run.run(frame);
            return frame.result;
        };
    }

    /** One after the other; up to four in one node, since what runs its parts in a loop is not inlined by the JVM. */
    public static Action block(List<Action> actions) {
        Action.Body[] all = actions.stream().map(Action::body).toArray(Action.Body[]::new);
        return switch (all.length) {
            case 0 -> new Action(frame -> Flow.NEXT);
            case 1 -> actions.get(0);
            case 2 -> two(all[0], all[1]);
            case 3 -> three(all[0], all[1], all[2]);
            case 4 -> four(all[0], all[1], all[2], all[3]);
            default -> many(all);
        };
    }

    private static Action two(Action.Body a, Action.Body b) {
        return new Action(frame -> {
            Flow flow = a.run(frame);
            return flow == Flow.NEXT ? b.run(frame) : flow;
        });
    }

    private static Action three(Action.Body a, Action.Body b, Action.Body c) {
        return new Action(frame -> {
            Flow flow = a.run(frame);
            if (flow == Flow.NEXT) {
                flow = b.run(frame);
            }
            return flow == Flow.NEXT ? c.run(frame) : flow;
        });
    }

    private static Action four(Action.Body a, Action.Body b, Action.Body c, Action.Body d) {
        return new Action(frame -> {
            Flow flow = a.run(frame);
            if (flow == Flow.NEXT) {
                flow = b.run(frame);
            }
            if (flow == Flow.NEXT) {
                flow = c.run(frame);
            }
            return flow == Flow.NEXT ? d.run(frame) : flow;
        });
    }

    private static Action many(Action.Body[] all) {
        return new Action(frame -> {
            for (Action.Body action : all) {
                Flow flow = action.run(frame);
                if (flow != Flow.NEXT) {
                    return flow;
                }
            }
            return Flow.NEXT;
        });
    }

    /** An expression for what it does. */
    public static Action evaluate(Node node) {
        return new Action(frame -> {
            node.eval(frame);
            return Flow.NEXT;
        });
    }

    /** {@code if}. */
    public static Action branch(Node condition, Action then, @Nullable Action otherwise) {
        Action.Body whenTrue = then.body();
        if (otherwise == null) {
            return new Action(frame -> condition.test(frame) ? whenTrue.run(frame) : Flow.NEXT);
        }
        Action.Body whenFalse = otherwise.body();
        return new Action(frame -> condition.test(frame) ? whenTrue.run(frame) : whenFalse.run(frame));
    }

    /** {@code while}, {@code do} and {@code for}: the condition before or after, the step behind each round. */
    public static Action loop(@Nullable Node condition, Action body, Action step, boolean conditionFirst) {
        return new Action(frame -> {
            boolean check = conditionFirst;
            while (true) {
                frame.evaluation.step();
                if (check && condition != null && !condition.test(frame)) {
                    return Flow.NEXT;
                }
                check = true;
                Flow flow = body.run(frame);
                if (flow == Flow.BREAK) {
                    return Flow.NEXT;
                }
                if (flow == Flow.RETURN) {
                    return flow;
                }
                step.run(frame);
            }
        });
    }

    /** {@code foreach}: {@code bind} takes the element out of the variable and puts it where the body finds it. */
    public static Action forEach(Node source, Variable element, Action bind, Action body) {
        return new Action(frame -> {
            Iterator<@Nullable Object> elements =
                    Values.iterate(source.eval(frame)).iterator();
            while (elements.hasNext()) {
                frame.evaluation.step();
                Variables.begin(frame, element, elements.next());
                bind.run(frame);
                Flow flow = body.run(frame);
                if (flow == Flow.BREAK) {
                    break;
                }
                if (flow == Flow.RETURN) {
                    return flow;
                }
            }
            return Flow.NEXT;
        });
    }

    /** Ends of a round, a loop. */
    public static Action breaks() {
        return new Action(frame -> Flow.BREAK);
    }

    /** The next round. */
    public static Action continues() {
        return new Action(frame -> Flow.CONTINUE);
    }

    /** {@code return}. */
    public static Action returns(@Nullable Node value) {
        return new Action(frame -> {
            frame.result = value == null ? null : value.eval(frame);
            return Flow.RETURN;
        });
    }

    /** {@code throw}. */
    public static Action throwing(Node exception) {
        return new Action(frame -> {
            throw thrown(exception.eval(frame));
        });
    }

    static DotNetException thrown(@Nullable Object exception) {
        return exception == null ? DotNetException.nullReference() : (DotNetException) exception;
    }

    /**
     * A section of a {@code switch}.
     *
     * @param labels any of which leads to the body
     */
    public record Section(List<Node> labels, Action body) {}

    /** {@code switch}: the labels test what {@code value} put into its variable. */
    public static Action choose(Node value, List<Section> sections, @Nullable Action otherwise) {
        return new Action(frame -> {
            value.eval(frame);
            Action chosen = otherwise;
            for (Section section : sections) {
                if (matches(section, frame)) {
                    chosen = section.body;
                    break;
                }
            }
            Flow flow = chosen == null ? Flow.NEXT : chosen.run(frame);
            return flow == Flow.BREAK ? Flow.NEXT : flow;
        });
    }

    private static boolean matches(Section section, Frame frame) {
        for (Node label : section.labels) {
            if (label.test(frame)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A handler of a {@code try}.
     *
     * @param takes tests the exception in the variable
     */
    public record Handler(Variable exception, Node takes, Action body) {}

    /** {@code try}; {@code translate} makes .NET's exception of one of Java's that a member of the table let out. */
    public static Action attempt(
            Action body, List<Handler> handlers, @Nullable Action last, UnaryOperator<RuntimeException> translate) {
        Action guarded = handlers.isEmpty() ? body : new Action(frame -> handle(frame, body, handlers, translate));
        return last == null ? guarded : new Action(frame -> ensure(frame, guarded, last));
    }

    private static Flow ensure(Frame frame, Action body, Action last) {
        Flow flow;
        try {
            flow = body.run(frame);
        } catch (BudgetException spent) {
            throw spent;
        } catch (RuntimeException e) {
            last.run(frame);
            throw e;
        }
        Object result = frame.result;
        last.run(frame);
        frame.result = result;
        return flow;
    }

    private static Flow handle(
            Frame frame, Action body, List<Handler> handlers, UnaryOperator<RuntimeException> translate) {
        try {
            return body.run(frame);
        } catch (BudgetException spent) {
            throw spent;
        } catch (RuntimeException e) {
            RuntimeException thrown = translate.apply(e);
            for (Handler handler : handlers) {
                Variables.begin(frame, handler.exception, thrown);
                if (handler.takes.test(frame)) {
                    return handler.body.run(frame);
                }
            }
            throw thrown;
        }
    }
}
