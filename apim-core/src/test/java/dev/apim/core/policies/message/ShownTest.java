package dev.apim.core.policies.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.policies.PolicyBench;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownTest {
    @Test
    void noValueShowsInTheTextOfAPolicy() {
        String secret = "canary-7f3a";
        PolicyBench bench = new PolicyBench();

        List<String> shown = bench.described("<set-header name='X'><value>" + secret + "</value></set-header>"
                + "<set-query-parameter name='q'><value>" + secret + "</value></set-query-parameter>"
                + "<set-variable name='v' value='" + secret + "'/><set-body>" + secret + "</set-body>"
                + "<rewrite-uri template='/x?code=" + secret + "'/>"
                + "<set-backend-service base-url='https://a.test/?code=" + secret + "'/>"
                + "<send-request response-variable-name='r'><set-url>https://a.test/?k=" + secret
                + "</set-url><set-method>GET</set-method><set-header name='A'><value>" + secret
                + "</value></set-header></send-request>"
                + "<return-response><set-header name='A'><value>" + secret + "</value></set-header><set-body>" + secret
                + "</set-body></return-response>");

        assertThat(shown).hasSize(8).noneMatch(text -> text.contains(secret));
        assertThat(shown.get(0)).isEqualTo("set-header name=X exists-action=override values=1");
        assertThat(shown.get(4)).isEqualTo("rewrite-uri template=/x copy-unmatched-params=true");
        assertThat(shown.get(5)).isEqualTo("set-backend-service base-url=https://a.test/");
    }
}
