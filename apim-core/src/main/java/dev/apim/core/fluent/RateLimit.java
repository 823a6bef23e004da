package dev.apim.core.fluent;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Limits how often a subscription may call in a sliding window. Azure: {@code rate-limit}. Immutable. */
public final class RateLimit implements PolicyStep {
    private static final List<String> ORDER = List.of("api");

    private final PolicyXml xml;

    RateLimit(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public RateLimit id(String value) {
        return new RateLimit(xml.attribute("id", value));
    }

    /** The most calls in a window. From 1 on. Required. */
    public RateLimit calls(int value) {
        return new RateLimit(xml.attribute("calls", value));
    }

    /** The same as text, such as a named value in braces. */
    public RateLimit calls(String value) {
        return new RateLimit(xml.attribute("calls", value));
    }

    /** Length of the window in seconds. From 1 to 300. Required. */
    public RateLimit renewalPeriod(Duration value) {
        return new RateLimit(xml.seconds("renewal-period", value));
    }

    /** The same as text, in seconds, such as a named value in braces. */
    public RateLimit renewalPeriod(String value) {
        return new RateLimit(xml.attribute("renewal-period", value));
    }

    /** Field that takes the place of Retry-After. */
    public RateLimit retryAfterHeaderName(String value) {
        return new RateLimit(xml.attribute("retry-after-header-name", value));
    }

    /** Variable that takes the seconds to wait. */
    public RateLimit retryAfterVariableName(String value) {
        return new RateLimit(xml.attribute("retry-after-variable-name", value));
    }

    /** Field of every response that tells the calls left. */
    public RateLimit remainingCallsHeaderName(String value) {
        return new RateLimit(xml.attribute("remaining-calls-header-name", value));
    }

    /** Variable that takes the calls left. */
    public RateLimit remainingCallsVariableName(String value) {
        return new RateLimit(xml.attribute("remaining-calls-variable-name", value));
    }

    /** Field of every response that tells the limit. */
    public RateLimit totalCallsHeaderName(String value) {
        return new RateLimit(xml.attribute("total-calls-header-name", value));
    }

    /** A limit of its own for an API. May be repeated. */
    public RateLimit api(UnaryOperator<Api> with) {
        Api child = with.apply(new Api(PolicyXml.of("api")));
        return new RateLimit(xml.child(ORDER, child.xml));
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

    /** A limit of its own for an API. Azure: {@code api}. Immutable. */
    public static final class Api {
        private static final List<String> ORDER = List.of("operation");

        private final PolicyXml xml;

        Api(PolicyXml xml) {
            this.xml = xml;
        }

        /** Display name. */
        public Api name(String value) {
            return new Api(xml.attribute("name", value));
        }

        /** Resource name; wins over name. */
        public Api id(String value) {
            return new Api(xml.attribute("id", value));
        }

        /** The most calls in a window. From 1 on. Required. */
        public Api calls(int value) {
            return new Api(xml.attribute("calls", value));
        }

        /** The same as text, such as a named value in braces. */
        public Api calls(String value) {
            return new Api(xml.attribute("calls", value));
        }

        /** Length of the window in seconds. From 1 to 300. Required. */
        public Api renewalPeriod(Duration value) {
            return new Api(xml.seconds("renewal-period", value));
        }

        /** The same as text, in seconds, such as a named value in braces. */
        public Api renewalPeriod(String value) {
            return new Api(xml.attribute("renewal-period", value));
        }

        /** A limit of its own for an operation. May be repeated. */
        public Api operation(UnaryOperator<Operation> with) {
            Operation child = with.apply(new Operation(PolicyXml.of("operation")));
            return new Api(xml.child(ORDER, child.xml));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }

        /** A limit of its own for an operation. Azure: {@code operation}. Immutable. */
        public static final class Operation {
            private final PolicyXml xml;

            Operation(PolicyXml xml) {
                this.xml = xml;
            }

            /** Display name. */
            public Operation name(String value) {
                return new Operation(xml.attribute("name", value));
            }

            /** Resource name; wins over name. */
            public Operation id(String value) {
                return new Operation(xml.attribute("id", value));
            }

            /** The most calls in a window. From 1 on. Required. */
            public Operation calls(int value) {
                return new Operation(xml.attribute("calls", value));
            }

            /** The same as text, such as a named value in braces. */
            public Operation calls(String value) {
                return new Operation(xml.attribute("calls", value));
            }

            /** Length of the window in seconds. From 1 to 300. Required. */
            public Operation renewalPeriod(Duration value) {
                return new Operation(xml.seconds("renewal-period", value));
            }

            /** The same as text, in seconds, such as a named value in braces. */
            public Operation renewalPeriod(String value) {
                return new Operation(xml.attribute("renewal-period", value));
            }

            /** Its XML. */
            @Override
            public String toString() {
                return xml.toString();
            }
        }
    }
}
