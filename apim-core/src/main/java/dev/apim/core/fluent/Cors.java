package dev.apim.core.fluent;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lets scripts of other origins call. Azure: {@code cors}. Immutable. */
public final class Cors implements PolicyStep {
    private static final List<String> ORDER =
            List.of("allowed-origins", "allowed-methods", "allowed-headers", "expose-headers");

    private final PolicyXml xml;

    Cors(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public Cors id(String value) {
        return new Cors(xml.attribute("id", value));
    }

    /** Whether credentials may come along. Default {@code false}. */
    public Cors allowCredentials(boolean value) {
        return new Cors(xml.attribute("allow-credentials", value));
    }

    /** The same as text, or an expression. */
    public Cors allowCredentials(String value) {
        return new Cors(xml.attribute("allow-credentials", value));
    }

    /** Whether a request of another origin is answered with an empty 200. Default {@code true}. */
    public Cors terminateUnmatchedRequest(boolean value) {
        return new Cors(xml.attribute("terminate-unmatched-request", value));
    }

    /** The same as text, or an expression. */
    public Cors terminateUnmatchedRequest(String value) {
        return new Cors(xml.attribute("terminate-unmatched-request", value));
    }

    /** Origins that may call. */
    public Cors allowedOrigins(UnaryOperator<AllowedOrigins> with) {
        AllowedOrigins child = with.apply(new AllowedOrigins(PolicyXml.of("allowed-origins")));
        return new Cors(xml.onlyChild(ORDER, child.xml));
    }

    /** Methods they may use; GET and POST where absent. */
    public Cors allowedMethods(UnaryOperator<AllowedMethods> with) {
        AllowedMethods child = with.apply(new AllowedMethods(PolicyXml.of("allowed-methods")));
        return new Cors(xml.onlyChild(ORDER, child.xml));
    }

    /** Request headers they may set. */
    public Cors allowedHeaders(UnaryOperator<AllowedHeaders> with) {
        AllowedHeaders child = with.apply(new AllowedHeaders(PolicyXml.of("allowed-headers")));
        return new Cors(xml.onlyChild(ORDER, child.xml));
    }

    /** Response headers they may read. */
    public Cors exposeHeaders(UnaryOperator<ExposeHeaders> with) {
        ExposeHeaders child = with.apply(new ExposeHeaders(PolicyXml.of("expose-headers")));
        return new Cors(xml.onlyChild(ORDER, child.xml));
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

    /** Origins that may call. Azure: {@code allowed-origins}. Immutable. */
    public static final class AllowedOrigins {
        private static final List<String> ORDER =
                List.of("origin");

        private final PolicyXml xml;

        AllowedOrigins(PolicyXml xml) {
            this.xml = xml;
        }

        /** One of them, or *. May be repeated. */
        public AllowedOrigins origin(String value) {
            return new AllowedOrigins(xml.child(ORDER, PolicyXml.of("origin").text(value)));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }
    }

    /** Methods they may use; GET and POST where absent. Azure: {@code allowed-methods}. Immutable. */
    public static final class AllowedMethods {
        private static final List<String> ORDER =
                List.of("method");

        private final PolicyXml xml;

        AllowedMethods(PolicyXml xml) {
            this.xml = xml;
        }

        /** Seconds a browser may remember the answer to a preflight. From 0 on. */
        public AllowedMethods preflightResultMaxAge(Duration value) {
            return new AllowedMethods(xml.seconds("preflight-result-max-age", value));
        }

        /** The same as text, in seconds, or an expression. */
        public AllowedMethods preflightResultMaxAge(String value) {
            return new AllowedMethods(xml.attribute("preflight-result-max-age", value));
        }

        /** One of them, or *. May be repeated. */
        public AllowedMethods method(String value) {
            return new AllowedMethods(xml.child(ORDER, PolicyXml.of("method").text(value)));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }
    }

    /** Request headers they may set. Azure: {@code allowed-headers}. Immutable. */
    public static final class AllowedHeaders {
        private static final List<String> ORDER =
                List.of("header");

        private final PolicyXml xml;

        AllowedHeaders(PolicyXml xml) {
            this.xml = xml;
        }

        /** One of them, or *. May be repeated. */
        public AllowedHeaders header(String value) {
            return new AllowedHeaders(xml.child(ORDER, PolicyXml.of("header").text(value)));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }
    }

    /** Response headers they may read. Azure: {@code expose-headers}. Immutable. */
    public static final class ExposeHeaders {
        private static final List<String> ORDER =
                List.of("header");

        private final PolicyXml xml;

        ExposeHeaders(PolicyXml xml) {
            this.xml = xml;
        }

        /** One of them, or *. May be repeated. */
        public ExposeHeaders header(String value) {
            return new ExposeHeaders(xml.child(ORDER, PolicyXml.of("header").text(value)));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }
    }
}
