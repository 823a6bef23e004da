package dev.apim.core.fluent;

import java.util.List;

/** Ends the request with this response. Azure: {@code return-response}. Immutable. */
public final class ReturnResponse implements PolicyStep {
    private static final List<String> ORDER =
            List.of("set-status", "set-header", "set-body");

    private final PolicyXml xml;

    ReturnResponse(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public ReturnResponse id(String value) {
        return new ReturnResponse(xml.attribute("id", value));
    }

    /** Variable that holds the response to start from, such as that of send-request. */
    public ReturnResponse responseVariableName(String value) {
        return new ReturnResponse(xml.attribute("response-variable-name", value));
    }

    /** Sets the status code and the reason phrase. */
    public ReturnResponse setStatus(SetStatus step) {
        return new ReturnResponse(xml.onlyChild(ORDER, step.element()));
    }

    /** Sets, adds to or removes a header. May be repeated. */
    public ReturnResponse setHeader(SetHeader step) {
        return new ReturnResponse(xml.child(ORDER, step.element()));
    }

    /** Replaces the body. */
    public ReturnResponse setBody(SetBody step) {
        return new ReturnResponse(xml.onlyChild(ORDER, step.element()));
    }

    @Override
    public PolicyXml element() {
        return xml;
    }

    /** Its XML. */
    @Override
    public String toString() {
        return xml.toString();
    }
}
