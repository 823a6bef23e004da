package dev.apim.ai;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteBufferFeeder;
import dev.apim.core.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer of a model as its bytes pass, without keeping them: what it says it used, and the texts it generated. Used on one
 * lane. What is no JSON, or none of a shape it knows (see {@link AnswerShape}), tells nothing.
 */
final class AnswerReader implements EventStream.Listener {
    private final Texts texts;
    private final Deque<String> places = new ArrayDeque<>();
    private final List<String> held = new ArrayList<>(2);
    private final ReportedUsage usage = new ReportedUsage();
    private @Nullable JsonParser parser;
    private int choice;
    private boolean broken;
    private boolean failed;

    /** Takes the generated texts. */
    interface Texts {
        /** The next piece of one of the answer's choices, which are counted from 0. */
        void add(int choice, String piece);
    }

    /** A reader of one answer, or of the events of one. */
    AnswerReader(Texts texts) {
        this.texts = texts;
    }

    /** What the answer says that it used. */
    ReportedUsage usage() {
        return usage;
    }

    /** Whether the answer says that it is an error. */
    boolean hasFailed() {
        return failed;
    }

    /** Whether what came cannot be JSON. */
    boolean isNoJson() {
        return broken;
    }

    /** Takes the next bytes of a JSON text; the buffer is used up. */
    @Override
    public void data(ByteBuffer bytes) {
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
    @Override
    public void endOfEvent() {
        release();
        parser = null;
        places.clear();
        choice = 0;
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
                String place = place(json);
                if (AnswerShape.isText(place)) {
                    held.add(json.getText());
                }
                failed |= AnswerShape.isError(place);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json);
            default -> {}
        }
    }

    /** An element has the name of its array. */
    private void push(JsonParser json) {
        JsonStreamContext around = json.getParsingContext().getParent();
        String outer = places.isEmpty() ? "" : places.getLast();
        String place = around.inObject() ? under(outer, around.getCurrentName()) : outer;
        places.addLast(place);
        failed |= AnswerShape.isError(place);
        if (AnswerShape.isUsage(place)) {
            usage.begin(AnswerShape.isPreliminary(place));
        }
    }

    /** A choice may name its number after its text, so its texts are passed on when it is over. */
    private void pop() {
        String place = places.isEmpty() ? "" : places.removeLast();
        if (places.isEmpty() || place.equals("choices")) {
            release();
        }
    }

    private void release() {
        for (String piece : held) {
            texts.add(choice, piece);
        }
        held.clear();
    }

    private void number(JsonParser json) throws IOException {
        String object = places.isEmpty() ? "" : places.getLast();
        String name = json.getParsingContext().inObject() ? json.currentName() : "";
        if (AnswerShape.isUsage(object)) {
            usage.take(name, json.getValueAsLong());
        } else if (AnswerShape.isChoice(object, name)) {
            choice = (int) Math.max(0, Math.min(json.getValueAsLong(), AnswerText.MOST_CHOICES - 1));
        }
    }

    private String place(JsonParser json) throws IOException {
        String object = places.isEmpty() ? "" : places.getLast();
        return json.getParsingContext().inObject() ? under(object, json.currentName()) : object;
    }

    private static String under(String object, String name) {
        return object.isEmpty() ? name : object + "/" + name;
    }
}
