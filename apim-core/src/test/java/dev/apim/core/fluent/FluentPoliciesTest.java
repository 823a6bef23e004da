package dev.apim.core.fluent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The builders are what the policies' specs say. */
class FluentPoliciesTest {
    private static final Path HOME = Path.of("src/main/java/dev/apim/core/fluent");

    static Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        Specs.all().forEach(spec -> sources.put(Names.type(spec.name()), BuilderSource.of(spec)));
        sources.put("Policies", FactorySource.of(Specs.all()));
        return sources;
    }

    @Test
    void theBuildersAreWhatTheSpecsSay() throws IOException {
        for (Map.Entry<String, String> source : sources().entrySet()) {
            Path file = HOME.resolve(source.getKey() + ".java");
            if (Boolean.getBoolean("apim.write")) {
                Files.writeString(file, source.getValue());
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as("%s; write it anew with -Dapim.write=true", file)
                    .isEqualTo(source.getValue());
        }
    }
}
