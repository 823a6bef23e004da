package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.Values;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A lazy sequence of tokens, or of what they are converted to: Json.NET's {@code JEnumerable} and {@code IEnumerable}. */
public final class Tokens implements Iterable<@Nullable Object> {
    private final Supplier<Iterator<@Nullable Object>> source;

    Tokens(Supplier<Iterator<@Nullable Object>> source) {
        this.source = source;
    }

    static Tokens of(Iterable<@Nullable Object> source) {
        return new Tokens(source::iterator);
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return source.get();
    }

    /** What each element gives, one after the other. */
    static Tokens flat(
            @Nullable Object source,
            Evaluation evaluation,
            Function<JToken, Iterable<? extends @Nullable Object>> parts) {
        return new Tokens(() -> new Flat(Values.iterate(source).iterator(), evaluation, parts));
    }

    /** A token and those before it in {@code next}'s order. */
    static Tokens chain(@Nullable JToken first, Evaluation evaluation, Function<JToken, @Nullable JToken> next) {
        return new Tokens(() -> new Chain(first, evaluation, next));
    }

    /** All below a token, in document order. */
    static Tokens descendants(JToken token, boolean self, Evaluation evaluation) {
        return new Tokens(() -> new Descent(token, self, evaluation));
    }

    @Override
    public String toString() {
        return "Newtonsoft.Json.Linq.JEnumerable`1[Newtonsoft.Json.Linq.JToken]";
    }

    private static final class Flat implements Iterator<@Nullable Object> {
        private final Iterator<@Nullable Object> outer;
        private final Evaluation evaluation;
        private final Function<JToken, Iterable<? extends @Nullable Object>> parts;
        private Iterator<? extends @Nullable Object> inner = java.util.Collections.emptyIterator();

        Flat(
                Iterator<@Nullable Object> outer,
                Evaluation evaluation,
                Function<JToken, Iterable<? extends @Nullable Object>> parts) {
            this.outer = outer;
            this.evaluation = evaluation;
            this.parts = parts;
        }

        @Override
        public boolean hasNext() {
            while (!inner.hasNext() && outer.hasNext()) {
                evaluation.step();
                Object token = outer.next();
                if (token == null) {
                    throw dev.apim.core.expression.csharp.value.DotNetException.nullReference();
                }
                inner = parts.apply((JToken) token).iterator();
            }
            return inner.hasNext();
        }

        @Override
        public @Nullable Object next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            evaluation.step();
            return inner.next();
        }
    }

    private static final class Chain implements Iterator<@Nullable Object> {
        private @Nullable JToken next;
        private final Evaluation evaluation;
        private final Function<JToken, @Nullable JToken> follow;

        Chain(@Nullable JToken first, Evaluation evaluation, Function<JToken, @Nullable JToken> follow) {
            this.next = first;
            this.evaluation = evaluation;
            this.follow = follow;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Object next() {
            JToken token = next;
            if (token == null) {
                throw new NoSuchElementException();
            }
            evaluation.step();
            next = follow.apply(token);
            return token;
        }
    }

    private static final class Descent implements Iterator<@Nullable Object> {
        private final Deque<Iterator<@Nullable Object>> open = new ArrayDeque<>();
        private final Evaluation evaluation;
        private @Nullable JToken self;

        Descent(JToken root, boolean self, Evaluation evaluation) {
            this.evaluation = evaluation;
            this.self = self ? root : null;
            open.push(root.iterator());
        }

        @Override
        public boolean hasNext() {
            while (!open.isEmpty() && !open.peek().hasNext()) {
                open.pop();
            }
            return self != null || !open.isEmpty();
        }

        @Override
        public Object next() {
            evaluation.step();
            JToken token = self;
            if (token != null) {
                self = null;
                return token;
            }
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            token = (JToken) java.util.Objects.requireNonNull(
                    java.util.Objects.requireNonNull(open.peek()).next());
            open.push(token.iterator());
            return token;
        }
    }
}
