package dev.apim.runner.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import dev.apim.testkit.TestGateway;
import java.util.ArrayList;
import java.util.List;

/** One cell of the matrix: a part of a policy, what is written for it, and where the policy stands. */
record Cell(Golden golden, String part, Kind kind, Section section, Scope scope) {
    private static final String MISPLACED = "<%s> does not belong in";

    /** What is not as expected. */
    List<String> check() {
        List<String> wrong = new ArrayList<>();
        JsonNode settings = golden.parts().get(part);
        Case expected = kind.expected(golden.common(), settings);
        String element = ElementText.with(expected.text("element", ""), part, kind.value(settings));
        Place place = new Place(section, scope);
        boolean belongs = golden.sections().contains(section) && golden.scopes().contains(scope);
        Loaded lenient = Loaded.of(place.gateway(expected, element, false));
        if (!belongs) {
            expectIssue(lenient, MISPLACED.formatted(golden.policy()), wrong);
            Loaded strict = Loaded.of(place.gateway(expected, element, true));
            if (strict.errors().stream().noneMatch(e -> e.contains(MISPLACED.formatted(golden.policy())))) {
                wrong.add("strict loads it where it does not belong");
            }
        } else if (lenient.mentions(MISPLACED.formatted(golden.policy()))) {
            wrong.add("is misplaced: " + lenient.issues());
        }
        if (lenient.mentions("has no attribute")) {
            wrong.add("is not known: " + lenient.issues());
        }
        if (expected.has("error")) {
            expectIssue(lenient, expected.text("error", ""), wrong);
            if (lenient.errors().isEmpty()) {
                wrong.add("loads");
            }
        } else if (!lenient.errors().isEmpty()) {
            wrong.add("does not load: " + lenient.errors());
        } else if (belongs) {
            run(expected, lenient.gateway(), wrong);
            strictly(expected, place, element, wrong);
        }
        return wrong.stream().map(w -> this + " " + element + ": " + w).toList();
    }

    private void strictly(Case expected, Place place, String element, List<String> wrong) {
        List<String> errors = Loaded.of(place.gateway(expected, element, true)).errors();
        String doubt = expected.text("doubt", "");
        if (doubt.isEmpty() && !errors.isEmpty()) {
            wrong.add("strict refuses it: " + errors);
        } else if (!doubt.isEmpty() && errors.stream().noneMatch(e -> e.contains(doubt))) {
            wrong.add("strict takes it: " + errors);
        }
    }

    private void run(Case expected, TestGateway gateway, List<String> wrong) {
        Observed seen = new Play(expected, section, scope).on(gateway);
        var effect = expected.map("effect");
        effect.putAll(expected.map("effect-" + section.element()));
        effect.forEach((what, value) -> {
            String found = seen.see(what);
            boolean right = value.startsWith("~") ? found.contains(value.substring(1)) : found.equals(value);
            if (!right) {
                wrong.add(what + " expected '" + value + "', found '" + found + "'"
                        + (seen.call().status() >= 500
                                ? " " + seen.call().trace().steps()
                                : ""));
            }
        });
        for (String name : new String[] {"warning", "doubt"}) {
            if (!expected.text(name, "").isEmpty()
                    && gateway.warnings().stream().noneMatch(w -> w.message().contains(expected.text(name, "")))) {
                wrong.add("is not warned of: expected " + expected.text(name, "") + ", found " + gateway.warnings());
            }
        }
    }

    private void expectIssue(Loaded loaded, String fragment, List<String> wrong) {
        boolean found = loaded.issues().stream()
                .anyMatch(i -> i.message().contains(fragment)
                        && i.position().line() == Place.LINE
                        && i.position().source().endsWith("/policies/policy"));
        if (!found) {
            wrong.add("expected '" + fragment + "' in line " + Place.LINE + ", found " + loaded.issues());
        }
    }

    @Override
    public String toString() {
        return golden.policy() + " " + part + " " + kind + " in " + section + " of " + scope;
    }
}
