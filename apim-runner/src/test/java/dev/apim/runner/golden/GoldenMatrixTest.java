package dev.apim.runner.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every attribute and child of every policy, in every kind of value, section and scope, held to the golden files. */
final class GoldenMatrixTest {
    private static final String ONLY_ONCE = "may stand only once in a section";
    private static final JsonNode BARE = JsonNodeFactory.instance.objectNode().put("bare", true);

    @TestFactory
    Stream<DynamicTest> everyCellIsAsTheReferenceSays() {
        return Policies.all().stream()
                .map(PolicySpec::name)
                .map(Golden::of)
                .flatMap(golden -> golden.parts().keySet().stream()
                        .map(part -> DynamicTest.dynamicTest(
                                golden.policy() + " " + part, () -> check(golden.cells(part)))));
    }

    private static void check(List<Cell> cells) {
        List<String> wrong = new ArrayList<>();
        for (Cell cell : cells) {
            wrong.addAll(cell.check());
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noCellIsMissing() {
        int cells = 0;
        for (PolicySpec spec : Policies.all()) {
            Golden golden = Golden.of(spec.name());
            assertThat(golden.parts().keySet()).as(spec.name()).containsAll(parts(spec));
            assertThat(spec.sections()).as(spec.name()).isEqualTo(golden.sections());
            assertThat(spec.scopes()).as(spec.name()).isEqualTo(golden.scopes());
            for (String part : golden.parts().keySet()) {
                cells += golden.cells(part).size();
            }
        }
        System.out.println("golden matrix: " + Policies.all().size() + " policies, " + cells + " cells");
    }

    @TestFactory
    Stream<DynamicTest> aSecondOneIsDoubtedWhereASectionMayHoldOnlyOne() {
        return Policies.all().stream()
                .map(PolicySpec::name)
                .map(Golden::of)
                .map(golden -> DynamicTest.dynamicTest(golden.policy(), () -> checkTwice(golden)));
    }

    private static void checkTwice(Golden golden) {
        Place place = new Place(
                golden.sections().iterator().next(),
                golden.scopes().stream().max(Scope::compareTo).orElseThrow());
        String element = golden.common().text("element", "");
        Case alone = golden.common().with(BARE);
        for (boolean strict : new boolean[] {false, true}) {
            Loaded loaded = Loaded.of(place.gateway(alone, element + element, strict));
            boolean refused = loaded.errors().stream().anyMatch(e -> e.contains(ONLY_ONCE));
            assertThat(loaded.mentions(ONLY_ONCE))
                    .as(loaded.issues().toString())
                    .isEqualTo(golden.common().has("once"));
            assertThat(refused)
                    .as(loaded.issues().toString())
                    .isEqualTo(strict && golden.common().has("once"));
        }
    }

    @Test
    void whatTheReferenceListsIsInTheFilesAndTakesExpressionsAsItSays() throws IOException {
        int listed = 0;
        for (PolicySpec spec : Policies.all()) {
            Golden golden = Golden.of(spec.name());
            for (Map.Entry<String, Boolean> part : Reference.parts(spec.name()).entrySet()) {
                JsonNode found = golden.parts().entrySet().stream()
                        .filter(e -> isNamed(e.getKey(), part.getKey()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(spec.name() + " has no cells for " + part.getKey()))
                        .getValue();
                assertThat(Kind.takesExpression(found))
                        .as(spec.name() + " " + part.getKey())
                        .isEqualTo(part.getValue());
                listed++;
            }
        }
        assertThat(listed).as("the reference is read").isGreaterThan(50);
    }

    private static boolean isNamed(String part, String name) {
        return part.endsWith("@" + name) || part.equals(name + "#");
    }

    /** What the engine knows of a policy: its attributes, its text and those of its children. */
    private static Set<String> parts(PolicySpec spec) {
        Set<String> parts = new TreeSet<>();
        own("", spec.element(), parts);
        for (ElementSpec child : spec.element().children()) {
            if (!Policies.isOnItsOwn(child.name())) {
                own(child.name(), child, parts);
                child.children().forEach(inner -> own(inner.name(), inner, parts));
            }
        }
        return parts;
    }

    private static void own(String prefix, ElementSpec element, Set<String> parts) {
        for (AttributeSpec attribute : element.attributes()) {
            parts.add(prefix + "@" + attribute.name());
        }
        boolean text = element.content() == ElementSpec.Content.EXPRESSION
                || element.content() == ElementSpec.Content.TEXT
                || element.content() == ElementSpec.Content.RAW;
        if (text) {
            parts.add(prefix + "#");
        }
    }
}
