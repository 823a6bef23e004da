package dev.apim.runner.cli;

import dev.apim.testkit.TestGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A folder of artifacts, written resource by resource as a {@link CorpusRun} says it.
 *
 * @param root the folder
 */
record CorpusFolder(Path root) implements CorpusRun.Target {
    /** Paths of resources as files: where they begin, the folder of their kind, and the name of their file. */
    private static final Map<String, String> FILES = Map.of(
            "namedValues", "named values|namedValueInformation.json",
            "policyFragments", "policy fragments|policyFragmentInformation.json",
            "backends", "backends|backendInformation.json",
            "users", "users|userInformation.json",
            "products", "products|productInformation.json",
            "subscriptions", "subscriptions|subscriptionInformation.json",
            "apis", "apis|apiInformation.json",
            "operations", "operations|operationInformation.json");

    @Override
    public void put(String path, String properties) {
        String[] parts = path.substring(1).split("/");
        Path folder = root;
        String file = "";
        for (int i = 0; i < parts.length; i += 2) {
            String[] kind = FILES.getOrDefault(parts[i], "").split("\\|");
            folder = folder.resolve(kind[0]).resolve(parts[i + 1]);
            file = i > 0 && parts[i].equals("apis") ? "productApiInformation.json" : kind[1];
        }
        write(folder.resolve(file), "{\"properties\": " + properties + "}");
    }

    @Override
    public void policy(String scope, String document) {
        write(root.resolve(scope.isEmpty() ? "policy.xml" : scope.substring(1) + "/policy.xml"), document);
    }

    @Override
    public void fragment(String id, String document) {
        put("/policyFragments/" + id, "{\"format\": \"rawxml\"}");
        write(root.resolve("policy fragments").resolve(id).resolve("policy.xml"), document);
    }

    @Override
    public void namedValue(String name, String value) {
        put(
                "/namedValues/" + name,
                "{\"displayName\": \"" + name + "\", \"value\": " + TestGateway.quoted(value) + "}");
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
