package dev.apim.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that are wrong by construction: each is refused, at a place inside it, with an excerpt. */
final class RefusedDocumentsTest {
    private static final String SOUND = """
            <?xml version="1.0"?>
            <!-- rules -->
            <policies>
              <inbound>
                <base />
                <choose id='c'>
                  <when condition="@(context.Request.Headers["a"] != ")" && 1 < 2)">
                    <set-header name="x"><value>@{ return $"{1}"; // it's
                    }</value></set-header>
                    <set-body template="liquid"><a>{{ body.b }}<br></a></set-body>
                    <set-body><![CDATA[ { "a": 1 } ]]></set-body>
                  </when>
                </choose>
              </inbound>
            </policies>""";

    private static final List<String> TAGS = List.of("policies", "inbound", "choose", "when", "set-header", "value");

    static Stream<String> truncated() {
        int from = SOUND.indexOf("<policies>") + 1;
        return Stream.iterate(from, length -> length < SOUND.length(), length -> length + 1)
                .map(length -> SOUND.substring(0, length));
    }

    static Stream<String> mismatched() {
        List<String> documents = new ArrayList<>();
        for (String tag : TAGS) {
            documents.add(SOUND.replace("</" + tag + ">", ""));
            documents.add(SOUND.replace("</" + tag + ">", "</other>"));
            documents.add(SOUND.replace("</" + tag + ">", "</" + tag + "></" + tag + "2>"));
            documents.add(SOUND.replace("</" + tag + ">", "</" + tag));
            documents.add(SOUND.replace("</" + tag + ">", "</" + tag + " x='1'>"));
            documents.add(SOUND.replace("<" + tag, "<" + tag + " a='1' a='2'"));
            documents.add(SOUND.replace("<" + tag, "<" + tag + " a='1' b"));
            documents.add(SOUND.replace("<" + tag, "<" + tag + " a=1"));
            documents.add(SOUND.replace("<" + tag, "<" + tag + " a='&bad;'"));
            documents.add(SOUND.replace("<" + tag, "<" + tag + " a='@(1'"));
            documents.add(SOUND.replace("<" + tag, "<" + tag + " a='@(1) or more'"));
            documents.add(SOUND.replace("<" + tag, "<" + tag + " a='<'"));
            documents.add(SOUND.replace("<" + tag, "<!DOCTYPE x><" + tag));
            documents.add(SOUND.replace("<" + tag, "<!-- <" + tag).replace("-->", "-- >"));
            documents.add(SOUND.replace("<" + tag, "\u0000<" + tag));
            documents.add(SOUND.replace("<" + tag, "\uD800<" + tag));
        }
        return documents.stream();
    }

    static Stream<String> beyondLimits() {
        String many = "<base/>".repeat(1_001);
        return Stream.of(
                "<policies>" + many + "</policies>",
                "<fragment>" + many + "</fragment>",
                "<a>".repeat(65) + "</a>".repeat(65),
                "<policies>" + " ".repeat(256 * 1024) + "</policies>",
                "<policies>" + "\u20AC".repeat(90_000) + "</policies>",
                "<fragment>" + " ".repeat(512 * 1024) + "</fragment>",
                "<policies " + attributes(257) + "/>");
    }

    private static String attributes(int count) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append("a").append(i).append("='' ");
        }
        return attributes.toString();
    }

    @ParameterizedTest
    @MethodSource({"truncated", "mismatched", "beyondLimits"})
    void isRefusedAtAPlaceInsideIt(String document) {
        List<Issue> issues = new ArrayList<>();
        assertThat(PolicyDocumentReader.read("p.xml", document, Reading.ALONE, issues::add))
                .isEmpty();
        assertThat(issues).isNotEmpty().anyMatch(Issue::isError);
        SourceText source = SourceText.of("p.xml", document);
        for (Issue issue : issues) {
            assertThat(source.position(source.offset(issue.position()))).isEqualTo(issue.position());
            assertThat(issue.message()).doesNotContain("\n").hasSizeLessThan(300);
        }
    }

    @Test
    void thereAreMoreThanThreeHundredOfThemAndTheOriginalIsSound() {
        assertThat(Stream.of(truncated(), mismatched(), beyondLimits())
                        .flatMap(s -> s)
                        .distinct())
                .hasSizeGreaterThan(300);
        Reading.sound(SOUND, Reading.ALONE);
    }

    @Test
    void whatIsWithinTheLimitsIsRead() {
        Consumer<String> sound = text -> Reading.sound(text, Reading.ALONE);
        sound.accept("<policies>" + "<base/>".repeat(999) + "</policies>");
        sound.accept("<a>".repeat(64) + "</a>".repeat(64));
        sound.accept("<policies>" + " ".repeat(256 * 1024 - 21) + "</policies>");
        sound.accept("<fragment>" + " ".repeat(512 * 1024 - 21) + "</fragment>");
        sound.accept("<policies " + attributes(256) + "/>");
        sound.accept("<p><set-body>" + "<b/>".repeat(5_000) + "</set-body></p>");
    }

    @Test
    void afterAHundredIssuesNobodyReadsOn() {
        List<Issue> issues = new ArrayList<>();
        PolicyDocumentReader.read("p", "<a>" + "</b>".repeat(5_000) + "</a>", Reading.ALONE, issues::add);
        assertThat(issues).hasSize(101);
        assertThat(issues.get(100).message()).contains("no further");
    }
}
