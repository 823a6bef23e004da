package dev.apim.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonPhrasesTest {
    @Test
    void aRegisteredStatusHasItsPhrase() {
        assertThat(ReasonPhrases.of(200)).isEqualTo("OK");
        assertThat(ReasonPhrases.of(429)).isEqualTo("Too Many Requests");
    }

    @Test
    void anyOtherStatusHasNone() {
        assertThat(ReasonPhrases.of(299)).isEmpty();
    }

    @Test
    void thePhraseOfTheMessageGoesFirst() {
        assertThat(ReasonPhrases.of(404, "Nobody Home")).isEqualTo("Nobody Home");
        assertThat(ReasonPhrases.of(404, "")).isEqualTo("Not Found");
    }
}
