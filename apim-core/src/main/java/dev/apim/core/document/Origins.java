package dev.apim.core.document;

import dev.apim.Position;
import dev.apim.policy.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * From decoded characters to written ones: runs that were taken character by character, and runs that stand for something written
 * otherwise (an entity, a named value).
 */
final class Origins {
    private int[] from = new int[2];
    private int[] writtenFrom = new int[2];
    /** Behind what a run stands for; -1 for one taken character by character. */
    private int[] writtenTo = new int[2];

    private @Nullable String[] secrets = new String[2];
    private int size;

    /** The decoded character at an index, and those that follow, are the written ones at an offset. */
    void same(int index, int written) {
        int last = size - 1;
        if (last < 0 || writtenTo[last] >= 0 || writtenFrom[last] - from[last] != written - index) {
            add(index, written, -1, null);
        }
    }

    /** The decoded characters from an index on stand for something written; a secret is named. */
    void insteadOf(int index, int written, int end, @Nullable String secret) {
        add(index, written, end, secret);
    }

    /** The written offset behind the decoded character at {@code index}, and what it is written in, entirely. */
    int behind(int index) {
        int run = run(index);
        return writtenTo[run] >= 0 ? writtenTo[run] : writtenFrom[run] + index - from[run] + 1;
    }

    /** The written offset of the decoded character at {@code index}. */
    int written(int index) {
        int run = run(index);
        return writtenFrom[run] + (writtenTo[run] >= 0 ? 0 : index - from[run]);
    }

    /** The index of the first decoded character that is not in the run of the one at {@code index}. */
    int endOfRun(int index, int length) {
        int next = run(index) + 1;
        return next < size ? from[next] : length;
    }

    boolean isSame(int index) {
        return writtenTo[run(index)] < 0;
    }

    /** Forgets what begins at or behind an index. */
    void truncate(int length) {
        while (size > 0 && from[size - 1] >= length) {
            size--;
        }
    }

    /** The origin of a value that begins at {@code index} and of whatever was written at {@code end} behind it. */
    Value.Origin origin(SourceText source, int index, int length, int end) {
        Runs runs = new Runs(
                Arrays.copyOf(from, size),
                Arrays.copyOf(writtenFrom, size),
                Arrays.copyOf(writtenTo, size),
                anySecret() ? Arrays.copyOf(secrets, size) : null);
        return new DocumentOrigin(source, runs, index, length, end);
    }

    private boolean anySecret() {
        for (int i = 0; i < size; i++) {
            if (secrets[i] != null) {
                return true;
            }
        }
        return false;
    }

    private int run(int index) {
        int found = Arrays.binarySearch(from, 0, size, index);
        return found >= 0 ? found : -found - 2;
    }

    private void add(int index, int written, int end, @Nullable String secret) {
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            writtenFrom = Arrays.copyOf(writtenFrom, size * 2);
            writtenTo = Arrays.copyOf(writtenTo, size * 2);
            secrets = Arrays.copyOf(secrets, size * 2);
        }
        from[size] = index;
        writtenFrom[size] = written;
        writtenTo[size] = end;
        secrets[size++] = secret;
    }

    private static final class Runs {
        final int[] from;
        final int[] writtenFrom;
        final int[] writtenTo;
        final @Nullable String @Nullable [] secrets;

        Runs(int[] from, int[] writtenFrom, int[] writtenTo, @Nullable String @Nullable [] secrets) {
            this.from = from;
            this.writtenFrom = writtenFrom;
            this.writtenTo = writtenTo;
            this.secrets = secrets;
        }

        int written(int index) {
            int found = Arrays.binarySearch(from, index);
            int run = found >= 0 ? found : -found - 2;
            return writtenFrom[run] + (writtenTo[run] >= 0 ? 0 : index - from[run]);
        }
    }

    /** Of a value that begins at {@code start} of what was decoded. */
    private record DocumentOrigin(SourceText source, Runs runs, int start, int length, int end)
            implements Value.Origin {
        @Override
        public Position at(int offset) {
            int index = start + offset;
            return source.position(
                    index >= length || runs.from.length == 0 ? end : runs.written(Math.max(index, start)));
        }

        @Override
        public String shown(String text, int begin, int behind) {
            @Nullable String[] secrets = runs.secrets;
            if (secrets == null) {
                return text.substring(begin, behind);
            }
            StringBuilder shown = new StringBuilder();
            int done = begin;
            for (int run = 0; run < secrets.length; run++) {
                int runFrom = runs.from[run] - start;
                int runTo = run + 1 < secrets.length ? runs.from[run + 1] - start : length - start;
                if (secrets[run] != null && runFrom < behind && runTo > done) {
                    shown.append(text, done, Math.max(done, runFrom))
                            .append("{{")
                            .append(secrets[run])
                            .append("}}");
                    done = Math.min(behind, runTo);
                }
            }
            return shown.append(text, done, behind).toString();
        }

        @Override
        public String toString() {
            return at(0).toString();
        }
    }
}
