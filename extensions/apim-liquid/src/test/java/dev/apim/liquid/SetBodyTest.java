package dev.apim.liquid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.ConfigurationException;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates in {@code set-body}: what they see of a request and of its body. */
class SetBodyTest {
    @Test
    void aJsonBodyIsBoundByItsContentType() {
        assertThat(sent(
                        "{\"id\":\"{{ body.order.id }}\",\"n\":{{ body.order.items | Size }},\"b\":{{ body.flag }}}",
                        "application/json; charset=utf-8",
                        "{\"order\":{\"id\":\"x-1\",\"items\":[1,2]},\"flag\":true}"))
                .isEqualTo("{\"id\":\"x-1\",\"n\":2,\"b\":true}");
    }

    @Test
    void aXmlBodyIsBoundByItsContentTypeAndNamesMayDifferInCase() {
        assertThat(sent(
                        "{{ body.envelope.Body.Order.id }}:{% for i in body.envelope.body.order.item %}{{ i }};{% endfor %}",
                        "text/xml",
                        "<s:Envelope xmlns:s='u'><s:Body><Order id='7'><Item>a</Item><Item>b</Item></Order></s:Body>"
                                + "</s:Envelope>"))
                .isEqualTo("7:a;b;");
    }

    @Test
    void aTemplateOfAnImportedSoapServiceEscapesTextsForJson() {
        assertThat(sent(
                        "{\"name\": {% if body.r.name %}\"{{body.r.name | Replace: '\\r', '\\r' | Replace: '\\n', '\\n'"
                                + " | Replace: '([^\\\\](\\\\\\\\)*)\"', '$1\\\"'}}\"{% else %} null {% endif %}}",
                        "text/xml", "<r><name>one &quot;two&quot;\nthree</name></r>"))
                .isEqualTo("{\"name\": \"one \\\"two\\\"\\nthree\"}");
    }

    @Test
    void aPatternThatIsNoneFailsTheRequest() {
        TestGateway gateway = inbound("", "{{ body | Replace: '(', '' }}");
        assertThat(gateway.post("/orders/7", "x", "Content-Type", "text/plain").status())
                .isEqualTo(500);
    }

    @Test
    void anyOtherBodyIsAText() {
        assertThat(sent("<{{ body | Upcase }}>", "text/plain", "abc")).isEqualTo("<ABC>");
    }

    @ParameterizedTest
    @CsvSource({"'', '[]', '[none]'", "xsi-nil='blank', '[]', '[none]'", "xsi-nil='null', '[none]', '[none]'"})
    void anElementThatIsNilIsBlankOrNothing(String attribute, String nil, String absent) {
        String template = "[{% if body.r.a == nil %}none{% endif %}][{% if body.r.b == nil %}none{% endif %}]";
        assertThat(sent(
                        attribute,
                        template,
                        "application/xml",
                        "<r xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><a xsi:nil='true'/></r>"))
                .isEqualTo(nil + absent);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 12/10/2019 16:55:33",
        "parse-date='true', 12/10/2019 16:55:33",
        "parse-date='false', 2019-12-10T16:55:33Z"
    })
    void datesOfJsonAreDatesUnlessTheyAreCopied(String attribute, String written) {
        assertThat(sent(attribute, "{{ body.d }}", "application/json", "{\"d\":\"2019-12-10T16:55:33Z\"}"))
                .isEqualTo(written);
    }

    @Test
    void datesAreWrittenInFormatsOfDotNet() {
        assertThat(sent(
                        "{{ body.d | Date: 'yyyy-MM-dd HH:mm' }} {{ '2020-02-03' | Date: 'dd/MM/yy' }} {{ 'x' | Date: 'yyyy' }}",
                        "application/json",
                        "{\"d\":\"2019-12-10T16:55:33Z\"}"))
                .isEqualTo("2019-12-10 16:55 03/02/20 x");
    }

    @Test
    void theContextIsSeenAsFarAsAzureShowsIt() {
        assertThat(sent(
                        "{{ context.Request.Method }} {{ context.Request.Url.Path }} {{ context.Request.OriginalUrl.Host }}"
                                + " {{ context.Request.OriginalUrl.QueryString }} {{ context.Request.MatchedParameters.id }}"
                                + " {{ context.Request.Headers[\"x-a\"] }} {{ context.Request.HasBody }}"
                                + " {{ context.Variables.who }} {{ context.Variables[\"n\"] | Plus: 1 }}"
                                + " {{ context.Variables.j.a }} {{ context.Response.StatusCode }}"
                                + "[{{ context.Subscription }}{{ context.Api.Name }}]",
                        "text/plain",
                        "x"))
                .isEqualTo("POST /base/7 gateway.test ?q=1 7 one true me 42 1 200[]");
    }

    @Test
    void aResponseIsRenderedInOutbound() {
        TestGateway gateway =
                gateway("<outbound><set-body template='liquid'>{{ body.a }}/{{ context.Response.StatusCode }}"
                        + "</set-body></outbound>");
        gateway.backends().answer("backend.test", 201, "application/json", "{\"a\":[1,\"b\"]}");
        assertThat(gateway.get("/orders/7").text()).isEqualTo("1b/201");
    }

    @Test
    void insideReturnResponseNoBodyIsSeen() {
        TestGateway gateway = gateway("<inbound><return-response><set-body template='liquid'>"
                + "[{{ body.a }}]{{ context.Request.Method }}</set-body></return-response></inbound>");
        assertThat(gateway.post("/orders/7", "{\"a\":1}", "Content-Type", "application/json")
                        .text())
                .isEqualTo("[]POST");
    }

    @Test
    void insideSendRequestATemplateMakesTheBody() {
        TestGateway gateway = gateway(
                "<inbound><send-request mode='new' response-variable-name='r'>"
                        + "<set-url>http://side.test/x</set-url><set-method>POST</set-method>"
                        + "<set-body template='liquid'>{{ context.Request.MatchedParameters.id }}</set-body></send-request></inbound>");
        gateway.backends().answer("side.test", 200, "text/plain", "ok");
        gateway.backends().answer("backend.test", 200, "text/plain", "ok");
        gateway.get("/orders/7");
        assertThat(gateway.backends().received().get(0).body().text()).isEqualTo("7");
    }

    @Test
    void aBodyThatIsNotWhatItSaysIsTheCallersMistake() {
        TestGateway gateway = inbound("", "{{ body.a }}");
        TestCall call = gateway.post("/orders/7", "{\"a\":", "Content-Type", "application/json");
        assertThat(call.status()).isEqualTo(400);
        assertThat(call.text()).contains("The body is not the JSON that its Content-Type says.");
    }

    @Test
    void aTemplateThatIsWrongIsReportedWhenItLoads() {
        assertThatThrownBy(() -> inbound("", "{% bogus %}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the template cannot be compiled")
                .hasMessageContaining("bogus");
    }

    private static String sent(String template, String type, String body) {
        return sent("", template, type, body);
    }

    private static String sent(String attributes, String template, String type, String body) {
        TestGateway gateway = inbound(attributes, template);
        gateway.backends().answer("backend.test", 200, "text/plain", "ok");
        TestCall call = gateway.post("/orders/7?q=1", body, "Content-Type", type, "X-A", "one");
        assertThat(call.status()).as(call.trace().steps().toString()).isEqualTo(200);
        return gateway.backends().received().get(0).body().text();
    }

    private static TestGateway inbound(String attributes, String template) {
        return gateway("<inbound><set-variable name='who' value='me'/><set-variable name='n' value='@(41)'/>"
                + "<set-variable name='j' value='@(new JObject(new JProperty(\"a\", 1)))'/>"
                + "<set-body template='liquid' " + attributes + ">" + template + "</set-body></inbound>");
    }

    private static TestGateway gateway(String sections) {
        return TestGateway.create()
                .api("orders", "orders", "GET /{id}", "POST /{id}")
                .policy("/apis/orders", "<policies>" + sections + "</policies>")
                .start();
    }
}
