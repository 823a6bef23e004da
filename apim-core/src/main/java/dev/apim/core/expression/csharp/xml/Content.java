package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.time.DateTime;
import dev.apim.core.expression.csharp.time.DateTimeOffset;
import dev.apim.core.expression.csharp.time.TimeSpan;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.Texts;
import dev.apim.core.expression.csharp.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What authors put into elements and documents: nodes, attributes, texts, anything else as text, and sequences of all these. */
final class Content {
    private final Evaluation evaluation;
    private final XContainer container;
    private @Nullable XNode previous;

    private final @Nullable XElement taker;

    private Content(Evaluation evaluation, XContainer container, @Nullable XNode previous, @Nullable XElement taker) {
        this.evaluation = evaluation;
        this.container = container;
        this.previous = previous;
        this.taker = taker;
    }

    /** Puts content, which has no attributes, behind a node of a container, or first. */
    static void insert(
            Evaluation evaluation, XContainer container, @Nullable XNode previous, @Nullable Object content) {
        new Content(evaluation, container, previous, null).add(content);
    }

    /** Puts content at the end of a container, and attributes to those of an element. */
    static void append(Evaluation evaluation, XContainer container, @Nullable Object content) {
        XElement taker = container instanceof XElement element ? element : null;
        new Content(evaluation, container, container.children().last(), taker).add(content);
    }

    private void add(@Nullable Object content) {
        evaluation.step();
        if (content == null) {
            return;
        }
        if (content instanceof XNode node) {
            evaluation.make(1);
            if (container.children().copies(node)) {
                evaluation.make(Sizes.of(node));
            }
            previous = container.children().insert(previous, node);
        } else if (content instanceof XAttribute attribute) {
            if (taker == null) {
                throw DotNetException.argument("An attribute cannot be added to content.", null);
            }
            evaluation.make(1);
            taker.add(attribute);
        } else if (Values.isEnumerable(content) && !(content instanceof String)) {
            List<@Nullable Object> all = new ArrayList<>();
            Values.iterate(content).forEach(all::add);
            all.forEach(this::add);
        } else {
            String text = text(content);
            evaluation.make(text.length());
            previous = container.children().insertText(previous, text);
        }
    }

    /** A value as XML has it. */
    static String text(Object value) {
        if (value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Double || value instanceof Float) {
            return Texts.of(value).replace("Infinity", "INF");
        }
        if (value instanceof DateTime time) {
            return time.format("yyyy-MM-ddTHH:mm:ss.FFFFFFFK");
        }
        if (value instanceof DateTimeOffset time) {
            return time.format("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz").replace("+00:00", "Z");
        }
        if (value instanceof TimeSpan span) {
            return duration(span);
        }
        if (value instanceof XObject) {
            throw DotNetException.argument("An XObject cannot be used as a value.", null);
        }
        return Texts.of(value);
    }

    /** As XML Schema writes durations. */
    private static String duration(TimeSpan span) {
        long ticks = Math.abs(span.ticks());
        if (ticks == 0) {
            return "PT0S";
        }
        long days = ticks / TimeSpan.TICKS_PER_DAY;
        long hours = ticks / TimeSpan.TICKS_PER_HOUR % 24;
        long minutes = ticks / TimeSpan.TICKS_PER_MINUTE % 60;
        long rest = ticks % TimeSpan.TICKS_PER_MINUTE;
        StringBuilder text = new StringBuilder(span.ticks() < 0 ? "-P" : "P");
        text.append(days > 0 ? days + "D" : "");
        if (hours + minutes + rest > 0) {
            text.append('T').append(hours > 0 ? hours + "H" : "").append(minutes > 0 ? minutes + "M" : "");
            text.append(rest > 0 ? seconds(rest) : "");
        }
        return text.toString();
    }

    private static String seconds(long ticks) {
        String fraction = String.format(Locale.ROOT, "%07d", ticks % TimeSpan.TICKS_PER_SECOND)
                .replaceAll("0+$", "");
        return ticks / TimeSpan.TICKS_PER_SECOND + (fraction.isEmpty() ? "" : "." + fraction) + "S";
    }
}
