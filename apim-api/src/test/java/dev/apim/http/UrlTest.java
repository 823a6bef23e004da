package dev.apim.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Addresses as they are written, and what becomes of what may not stand in them. */
class UrlTest {
    @Test
    void anAddressIsTakenApart() {
        Url url = Url.parse(" HTTPS://Api.Test/a/b?c=d&e=%2F#part ");
        assertThat(url).isEqualTo(new Url("https", "api.test", 443, "/a/b", "c=d&e=%2F"));
        assertThat(Url.parse("http://api.test:8080")).isEqualTo(new Url("http", "api.test", 8080, "/", ""));
    }

    @Test
    void whatMayNotStandInAPathOrQueryIsEncodedAndNothingElse() {
        assertThat(Url.parse("http://a.test/x y/[z]{\u00FC}|%41%zz?q=a b&[r]=\"1\"\\%")
                        .target())
                .isEqualTo("/x%20y/%5Bz%5D%7B%C3%BC%7D%7C%41%25zz?q=a%20b&[r]=%221%22%5C%25");
    }

    @Test
    void aBackslashEndsTheHostAsItDoesElsewhere() {
        assertThat(Url.parse("http://good.test\\@evil.test/x"))
                .isEqualTo(new Url("http", "good.test", 80, "/@evil.test/x", ""));
    }

    @Test
    void whatIsNoAddressIsRefused() {
        for (String text : new String[] {
            "",
            "/x",
            "ftp://a.test/",
            "http://",
            "http:///x",
            "http://a b.test/",
            "http://u:p@a.test/",
            "http://a.test/\r\nx",
            "http://a.test/?a\u0000"
        }) {
            assertThatThrownBy(() -> Url.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
