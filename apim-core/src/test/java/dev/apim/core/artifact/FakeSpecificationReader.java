package dev.apim.core.artifact;

import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.resource.SpecificationReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads lines such as {@code get-order GET /orders}. */
final class FakeSpecificationReader implements SpecificationReader {
    @Override
    public boolean accepts(SpecificationSource source) {
        return source.name().endsWith(".yaml");
    }

    @Override
    public Optional<Specification> read(SpecificationSource source, IssueSink issues) {
        List<Member> operations = new ArrayList<>();
        int number = 0;
        for (String line : source.text().lines().toList()) {
            number++;
            String[] words = line.split(" ");
            Position position = new Position(source.name(), number, 1);
            if (words.length != 3) {
                issues.error(position, "expected three words");
                return Optional.empty();
            }
            String properties = "{\"displayName\":\"" + words[0] + "\",\"method\":\"" + words[1]
                    + "\",\"urlTemplate\":\"" + words[2] + "\"}";
            operations.add(new Member(words[0], properties, pointer -> position));
        }
        return Optional.of(new Specification(
                "From the description", "", "https://described.test", List.copyOf(operations), List.of()));
    }
}
