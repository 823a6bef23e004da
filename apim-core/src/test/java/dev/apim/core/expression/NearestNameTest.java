package dev.apim.core.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    private static final List<String> NAMES = List.of("Request", "Response", "User", "Id");

    @Test
    void aSlipOfTheKeyIsGuessed() {
        assertThat(NearestName.of("Requst", NAMES)).contains("Request");
        assertThat(NearestName.of("reponse", NAMES)).contains("Response");
        assertThat(NearestName.of("users", NAMES)).contains("User");
    }

    @Test
    void anotherWordIsNot() {
        assertThat(NearestName.of("Frobnicate", NAMES)).isEmpty();
        assertThat(NearestName.of("xy", NAMES)).isEmpty();
    }
}
