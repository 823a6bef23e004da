package dev.apim.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNameTest {
    private static final List<String> NAMES =
            List.of("Request", "Response", "User", "Id", "cors", "retry", "set-header", "set-method");

    @ParameterizedTest
    @CsvSource({
        "Requst,Request",
        "reponse,Response",
        "users,User",
        "cros,cors",
        "ID,Id",
        "set-hedaer,set-header",
        "set-haeders,set-header"
    })
    void aSlipOfTheKeyIsGuessed(String found, String meant) {
        assertThat(NearestName.of(found, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Frobnicate", "xy", "no", "or", "core-set", "no-such", "set", "", "r"})
    void anotherWordIsNot(String found) {
        assertThat(NearestName.of(found, NAMES)).isEmpty();
    }

    @Test
    void ofNamesEquallyNearTheFirstInTheAlphabetIsGuessed() {
        assertThat(NearestName.of("hosts", List.of("hostz", "hosta"))).contains("hosta");
    }
}
