package dev.apim.ai;

/**
 * What a call of a model used.
 *
 * @param prompt tokens of what was asked
 * @param completion tokens of what was answered
 * @param total of both, as the model reports it
 */
record Usage(long prompt, long completion, long total) {
    static Usage of(long prompt, long completion) {
        return new Usage(prompt, completion, prompt + completion);
    }
}
