package dev.apim.runner.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The golden file of a policy: what the reference says of it. */
record Golden(String policy, Case common, Map<String, JsonNode> parts) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** The file of a policy. */
    static Golden of(String policy) {
        try (InputStream file = Golden.class.getResourceAsStream("/golden/" + policy + ".yaml")) {
            if (file == null) {
                throw new AssertionError("no golden file for <" + policy + ">");
            }
            JsonNode root = YAML.readTree(file);
            Map<String, JsonNode> parts = new LinkedHashMap<>();
            root.path("parts").properties().forEach(e -> parts.put(e.getKey(), e.getValue()));
            return new Golden(policy, new Case(root), parts);
        } catch (IOException e) {
            throw new UncheckedIOException(policy, e);
        }
    }

    Set<Section> sections() {
        Set<Section> sections = EnumSet.noneOf(Section.class);
        for (Section section : Section.values()) {
            if (names("sections").contains(section.element())) {
                sections.add(section);
            }
        }
        return sections;
    }

    Set<Scope> scopes() {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (Scope scope : Scope.values()) {
            if (names("scopes").contains(scope.toString())) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    /** All its cells, in order. */
    List<Cell> cells(String part) {
        List<Cell> cells = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Section section : Section.values()) {
                for (Scope scope : Scope.values()) {
                    cells.add(new Cell(this, part, kind, section, scope));
                }
            }
        }
        return cells;
    }

    private List<String> names(String list) {
        JsonNode node = common.node(list);
        List<String> all = new ArrayList<>();
        if (node.asText().equals("all")) {
            for (Section section : Section.values()) {
                all.add(section.element());
            }
            for (Scope scope : Scope.values()) {
                all.add(scope.toString());
            }
        }
        node.forEach(name -> all.add(name.asText()));
        return all;
    }
}
