package dev.apim.runner.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is around a document and what it is asked: what {@code corpus-coverage.yaml} says of all documents, and of this one.
 *
 * @param general of all
 * @param own of this one
 */
record Description(JsonNode general, JsonNode own) {
    private static final JsonNode TABLE = table();

    private static JsonNode table() {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree(Description.class.getResourceAsStream("/corpus-coverage.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a document, by its path in the corpus. */
    static Description of(String document) {
        JsonNode own = TABLE.path("documents").path(document);
        return new Description(TABLE, own.isMissingNode() ? MissingNode.getInstance() : own);
    }

    /** Documents that something is said of. */
    static List<String> documents() {
        List<String> names = new ArrayList<>();
        TABLE.path("documents").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The members of a map, those of the document over those of all. */
    Map<String, JsonNode> map(String name) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        own.path(name).properties().forEach(member -> all.put(member.getKey(), member.getValue()));
        general.path(name).properties().forEach(member -> all.putIfAbsent(member.getKey(), member.getValue()));
        return all;
    }

    /** The same, as texts with what they refer to in its place. */
    Map<String, String> texts(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        map(name).forEach((key, value) -> all.put(key, filled(value.asText())));
        return all;
    }

    String text(String name, String otherwise) {
        return own.path(name).asText(otherwise);
    }

    /** The texts of a list of this document. */
    List<String> list(String name) {
        List<String> all = new ArrayList<>();
        own.path(name).forEach(text -> all.add(text.asText()));
        return all;
    }

    /** The requests, in order: those that all documents get, and its own. */
    List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        if (own.path("general").asBoolean(true)) {
            Set<String> skipped = new HashSet<>();
            own.path("skip").forEach(name -> skipped.add(name.asText()));
            general.path("requests").forEach(call -> {
                if (!skipped.contains(call.path("name").asText())) {
                    calls.add(new Call(this, call));
                }
            });
        }
        own.path("requests").forEach(call -> calls.add(new Call(this, call)));
        return calls;
    }

    /** A text with tokens, keys and digests where it refers to them. */
    String filled(String text) {
        if (!text.contains("${")) {
            return text;
        }
        String filled = text.replace("${keys}", Tokens.keySet())
                .replace("${thumbprint}", Tokens.thumbprint())
                .replace("${certificate}", Tokens.encoded());
        if (filled.contains("${token}")) {
            filled = filled.replace("${token}", token(MissingNode.getInstance()));
        }
        if (filled.contains("${certificate-with-key}")) {
            filled = filled.replace("${certificate-with-key}", VaultCertificate.ENCODED);
        }
        return filled;
    }

    /** A token with the claims of all documents, of this one, and more. */
    String token(JsonNode more) {
        ObjectNode claims = new ObjectMapper().createObjectNode();
        map("claims").forEach(claims::set);
        more.properties().forEach(claim -> claims.set(claim.getKey(), claim.getValue()));
        String secret = text("secret", "");
        return secret.isEmpty() ? Tokens.signed(claims) : Tokens.signed(claims, secret);
    }
}
