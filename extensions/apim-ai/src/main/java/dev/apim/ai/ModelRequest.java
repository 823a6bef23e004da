package dev.apim.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.apim.core.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A request to a language model: OpenAI's chat completions, completions, embeddings or responses, Anthropic's messages, Gemini's contents.
 *
 * @param body the JSON; missing where the text is none that can be read
 * @param unread the text where it cannot be read: a backend may be less strict, so it is never taken for nothing
 * @param model that the body names, or the path: a deployment (Azure OpenAI) or a model (Gemini); empty where neither does
 * @param streams whether the answer is to come piece by piece
 */
record ModelRequest(JsonNode body, String unread, String model, boolean streams) {
    private static final String DEPLOYMENTS = "/deployments/";
    private static final String MODELS = "/models/";

    /** What the other things of a request are that a text does not tell: two that read alike may mean different things. */
    private static final Set<String> WORDS = Set.of("", "text", "input_text", "output_text", "refusal", "message");

    static ModelRequest parse(byte[] bytes, String path) {
        JsonNode body = json(bytes);
        String named = body.path("model").asText("");
        String unread = body.isObject() ? "" : new String(bytes, StandardCharsets.UTF_8);
        String model = named.isEmpty() ? after(DEPLOYMENTS, path) : named;
        return new ModelRequest(
                body,
                unread,
                model.isEmpty() ? after(MODELS, path) : model,
                body.path("stream").asBoolean(false) || path.contains(":streamGenerateContent"));
    }

    private static JsonNode json(byte[] bytes) {
        try {
            JsonNode node = Json.mapper().readTree(bytes);
            return node != null && node.isObject() ? node : MissingNode.getInstance();
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static String after(String folder, String path) {
        int start = path.indexOf(folder);
        if (start < 0) {
            return "";
        }
        String rest = path.substring(start + folder.length());
        int end = 0;
        while (end < rest.length() && rest.charAt(end) != '/' && rest.charAt(end) != ':') {
            end++;
        }
        return rest.substring(0, end);
    }

    /** Whether it is a chat: only then messages have roles. */
    boolean isChat() {
        return body.path("messages").isArray();
    }

    /** Whether its answer is a text, which can be kept and checked; that to an embedding is not. */
    boolean asksForText() {
        return isChat() || body.has("prompt") || body.has("contents") || body.has("input") && !isEmbedding();
    }

    /** Whether its text is all there is to it: no image, no sound, no file, and no earlier part of a talk that the service has kept. */
    boolean isTextAlone() {
        boolean kept = body.hasNonNull("previous_response_id") || body.hasNonNull("conversation");
        return !kept
                && isTextAlone(body.path("messages"))
                && isTextAlone(body.path("input"))
                && isTextAlone(body.path("contents"));
    }

    private static boolean isTextAlone(JsonNode node) {
        if (node.isObject()) {
            boolean words =
                    WORDS.contains(node.path("type").asText("")) && !node.has("inlineData") && !node.has("fileData");
            return words && isTextAlone(node.path("content")) && isTextAlone(node.path("parts"));
        }
        for (JsonNode part : node) {
            if (!isTextAlone(part)) {
                return false;
            }
        }
        return true;
    }

    /** Embeddings have nothing but an input; responses have instructions, limits or items as well. */
    private boolean isEmbedding() {
        JsonNode input = body.path("input");
        boolean items = input.isArray() && input.path(0).isObject();
        return !items && (body.has("encoding_format") || body.has("dimensions") || model.contains("embedding"));
    }
}
