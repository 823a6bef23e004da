package dev.apim.ai;

/**
 * What a model says that a call used. A stream may say it more than once: what is said last holds, and what is left out then holds as it
 * was said before (Anthropic tells the prompt's tokens first, the answer's at the end). Used on one lane.
 */
final class ReportedUsage {
    /** More than any model takes; keeps sums from running over. */
    private static final long MOST = 1L << 40;

    private long prompt = -1;
    private long completion = -1;
    private long total = -1;
    private boolean preliminary;

    /** An object that tells the usage begins. */
    void begin(boolean beforeTheAnswer) {
        preliminary = beforeTheAnswer;
        total = -1;
    }

    /** A number in it, by its name. */
    void take(String name, long value) {
        long tokens = Math.max(0, Math.min(value, MOST));
        switch (name) {
            case "prompt_tokens", "input_tokens", "promptTokenCount" -> prompt = tokens;
            case "completion_tokens", "output_tokens", "candidatesTokenCount" -> completion = tokens;
            case "total_tokens", "totalTokenCount" -> total = tokens;
            default -> {}
        }
    }

    /**
     * The usage as it was told.
     *
     * @param estimate the gateway's own count, for what was not told
     */
    Usage or(Estimate estimate) {
        long asked = prompt >= 0
                ? prompt
                : total >= 0 && completion >= 0 ? Math.max(0, total - completion) : estimate.prompt();
        long answered = completion;
        if (answered < 0) {
            answered = total >= 0 ? Math.max(0, total - asked) : estimate.completion();
        } else if (preliminary) {
            answered = Math.max(answered, estimate.completion());
        }
        return new Usage(asked, answered, total >= 0 ? Math.max(total, 0) : asked + answered);
    }

    /** The gateway's own count, made when it is asked for. */
    interface Estimate {
        /** Tokens of the prompt. */
        long prompt();

        /** Tokens of the answer. */
        long completion();
    }
}
