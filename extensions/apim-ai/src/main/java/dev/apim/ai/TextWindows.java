package dev.apim.ai;

import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The windows in which a long text is looked at (Azure: {@code window-size}, {@code window-overlap-size}).
 *
 * @param size most characters of a window, 1 to {@value #LONGEST}
 * @param overlap characters that each window shares with the one before, fewer than its size
 */
record TextWindows(int size, int overlap) {
    /** The most characters that Azure AI Content Safety takes at a time. */
    static final int LONGEST = 10_000;

    /** As long as windows may be, and none shares anything. */
    static final TextWindows WHOLE = new TextWindows(LONGEST, 0);

    /** What a document says of them. */
    record Sizes(
            @Nullable Expression<Integer> size, @Nullable Expression<Integer> overlap) {
        /** What is out of range is the nearest that is not. */
        TextWindows evaluate(Exchange exchange) {
            Integer length = size == null ? null : size.evaluate(exchange);
            Integer shared = overlap == null ? null : overlap.evaluate(exchange);
            int most = length == null ? LONGEST : Math.max(1, Math.min(length, LONGEST));
            return new TextWindows(most, shared == null ? 0 : Math.max(0, Math.min(shared, most - 1)));
        }
    }

    /** The windows of a text, in order; none cuts a character. */
    List<String> of(String text) {
        List<String> windows = new ArrayList<>(1);
        int start = 0;
        while (start < text.length()) {
            int end = Math.min(text.length(), start + size);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) && end - 1 > start) {
                end--;
            }
            windows.add(text.substring(start, end));
            start = end == text.length() ? end : Math.max(start + 1, end - overlap);
        }
        return windows;
    }
}
