package dev.apim.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Threat row 3. */
class AccessLogTest {
    private final AccessLog log = new AccessLog(java.util.Set.of("api_key", "subscription-key", "My-Key"));

    @Test
    void secretParametersAreHiddenHoweverTheyAreWritten() {
        assertThat(log.redacted("/a?x=1&api_key=s&API_KEY=s&subscription%2Dkey=s&my-key=s=t&y"))
                .isEqualTo("/a?x=1&api_key=***&API_KEY=***&subscription%2Dkey=***&my-key=***&y");
    }

    @Test
    void everythingElseIsShownAsItCame() {
        assertThat(log.redacted("/a;b/%2F")).isEqualTo("/a;b/%2F");
        assertThat(log.redacted("/a?")).isEqualTo("/a?");
        assertThat(log.redacted("/a?%zz=1&&=2")).isEqualTo("/a?%zz=1&&=2");
    }
}
