package dev.apim.runner.threats;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;

/**
 * A policy that reads the body, and what it needs.
 *
 * @param name to tell it by
 * @param type of the bodies it reads
 * @param policy as in a document
 */
record HostileReader(String name, String type, String policy) {
    static final String XSD = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='r'>"
            + "<xs:complexType mixed='true'><xs:sequence><xs:any minOccurs='0' maxOccurs='unbounded' processContents='skip'/>"
            + "</xs:sequence><xs:anyAttribute processContents='skip'/></xs:complexType></xs:element></xs:schema>";

    /** A gateway that runs it in this section. */
    TestGateway gateway(String section) {
        return TestGateway.create()
                .api("a", "a", "POST /x")
                .put("/schemas/xsd", "{\"schemaType\":\"xml\",\"value\":" + TestGateway.quoted(XSD) + "}")
                .put("/schemas/json", "{\"schemaType\":\"json\",\"document\":{}}")
                .policy("/apis/a", "<policies><" + section + "><base/>" + policy + "</" + section + "></policies>")
                .start();
    }

    TestCall ask(TestGateway gateway, Body body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = type;
        return gateway.send("POST", "/a/x", body, all);
    }

    /** The same as the backend's answer. */
    TestCall answered(TestGateway gateway, Body body, String... headers) {
        Headers fields = Headers.of("Content-Type", type);
        for (int i = 0; i < headers.length; i += 2) {
            fields.set(headers[i], headers[i + 1]);
        }
        gateway.backends().when("backend", received -> new HttpResponse(200, "", fields, body));
        return gateway.send("POST", "/a/x", Body.of("[]"), "Content-Type", "application/json");
    }

    @Override
    public String toString() {
        return name;
    }
}
