package dev.apim.ai;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteBufferFeeder;
import dev.apim.core.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer of a model as its bytes pass, without keeping them: what it says it used, and the texts it generated. Used on one
 * lane. What is no JSON, or none of a shape it knows, tells nothing.
 */
final class AnswerReader {
    private final Consumer<String> text;
    private final Deque<String> path = new ArrayDeque<>();
    private @Nullable JsonParser parser;
    private @Nullable Usage usage;
    private boolean broken;
    private long prompt;
    private long completion;
    private long total;

    /**
     * A reader of one answer, or of the events of one.
     *
     * @param text takes the generated texts, in order
     */
    AnswerReader(Consumer<String> text) {
        this.text = text;
    }

    /** What the answer says that it used, if it has said so. */
    @Nullable
    Usage usage() {
        return usage;
    }

    /** Takes the next bytes of a JSON text; the buffer is used up. */
    void feed(ByteBuffer bytes) {
        if (broken || !bytes.hasRemaining()) {
            return;
        }
        try {
            JsonParser open = parser == null ? open() : parser;
            ((ByteBufferFeeder) open.getNonBlockingInputFeeder()).feedInput(bytes);
            for (JsonToken token = open.nextToken();
                    token != null && token != JsonToken.NOT_AVAILABLE;
                    token = open.nextToken()) {
                take(token, open);
            }
        } catch (IOException notJson) {
            broken = true;
        }
    }

    /** The JSON text is over; another one may follow. */
    void endOfText() {
        parser = null;
        path.clear();
        broken = false;
    }

    private JsonParser open() throws IOException {
        JsonParser opened = Json.mapper().getFactory().createNonBlockingByteBufferParser();
        parser = opened;
        return opened;
    }

    private void take(JsonToken token, JsonParser json) throws IOException {
        switch (token) {
            case START_OBJECT, START_ARRAY -> push(json);
            case END_OBJECT, END_ARRAY -> pop();
            case VALUE_STRING -> {
                if (isText(place(json))) {
                    text.accept(json.getText());
                }
            }
            case VALUE_NUMBER_INT -> number(place(json), json);
            default -> {}
        }
    }

    /** Arrays leave no mark: an element has the name of its array. */
    private void push(JsonParser json) {
        JsonStreamContext around = json.getParsingContext().getParent();
        path.addLast(around.inObject() ? around.getCurrentName() : "");
        if (isUsage()) {
            prompt = 0;
            completion = 0;
            total = 0;
        }
    }

    private void pop() {
        if (isUsage()) {
            usage = new Usage(prompt, completion, total == 0 ? prompt + completion : total);
        }
        path.pollLast();
    }

    private boolean isUsage() {
        String where = joined();
        return where.equals("usage") || where.equals("response/usage");
    }

    private String place(JsonParser json) throws IOException {
        String name = json.getParsingContext().inObject() ? json.currentName() : null;
        String where = joined();
        if (name == null) {
            return where;
        }
        return where.isEmpty() ? name : where + "/" + name;
    }

    private String joined() {
        StringBuilder joined = new StringBuilder();
        for (String name : path) {
            if (!name.isEmpty()) {
                joined.append(joined.length() == 0 ? "" : "/").append(name);
            }
        }
        return joined.toString();
    }

    private void number(String where, JsonParser json) throws IOException {
        long value = Math.max(0, json.getValueAsLong());
        switch (where) {
            case "usage/prompt_tokens", "usage/input_tokens", "response/usage/input_tokens" -> prompt = value;
            case "usage/completion_tokens", "usage/output_tokens", "response/usage/output_tokens" -> completion = value;
            case "usage/total_tokens", "response/usage/total_tokens" -> total = value;
            default -> {}
        }
    }

    private static boolean isText(String where) {
        return switch (where) {
            case "choices/message/content",
                    "choices/message/tool_calls/function/arguments",
                    "choices/delta/content",
                    "choices/delta/tool_calls/function/arguments",
                    "choices/text",
                    "output/content/text",
                    "output/arguments",
                    "delta" -> true;
            default -> false;
        };
    }
}
