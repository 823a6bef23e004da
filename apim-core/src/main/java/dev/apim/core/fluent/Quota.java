package dev.apim.core.fluent;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Limits the calls and kilobytes of a subscription in a long fixed window. Azure: {@code quota}. Immutable. */
public final class Quota implements PolicyStep {
    private static final List<String> ORDER = List.of("api");

    private final PolicyXml xml;

    Quota(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public Quota id(String value) {
        return new Quota(xml.attribute("id", value));
    }

    /** The most calls in a window. From 1 on. */
    public Quota calls(long value) {
        return new Quota(xml.attribute("calls", value));
    }

    /** The same as text, such as a named value in braces. */
    public Quota calls(String value) {
        return new Quota(xml.attribute("calls", value));
    }

    /** The most kilobytes in a window. From 1 on. */
    public Quota bandwidth(long value) {
        return new Quota(xml.attribute("bandwidth", value));
    }

    /** The same as text, such as a named value in braces. */
    public Quota bandwidth(String value) {
        return new Quota(xml.attribute("bandwidth", value));
    }

    /**
     * Length of the window in seconds, counted from the subscription's start; 0: never renewed. From 0 on. Required.
     */
    public Quota renewalPeriod(Duration value) {
        return new Quota(xml.seconds("renewal-period", value));
    }

    /** The same as text, in seconds, such as a named value in braces. */
    public Quota renewalPeriod(String value) {
        return new Quota(xml.attribute("renewal-period", value));
    }

    /** A limit of its own for an API. May be repeated. */
    public Quota api(UnaryOperator<Api> with) {
        Api child = with.apply(new Api(PolicyXml.of("api")));
        return new Quota(xml.child(ORDER, child.xml));
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

        /** The most calls in a window. From 1 on. */
        public Api calls(long value) {
            return new Api(xml.attribute("calls", value));
        }

        /** The same as text, such as a named value in braces. */
        public Api calls(String value) {
            return new Api(xml.attribute("calls", value));
        }

        /** The most kilobytes in a window. From 1 on. */
        public Api bandwidth(long value) {
            return new Api(xml.attribute("bandwidth", value));
        }

        /** The same as text, such as a named value in braces. */
        public Api bandwidth(String value) {
            return new Api(xml.attribute("bandwidth", value));
        }

        /** Length of the window in seconds, counted from the subscription's start; 0: never renewed. From 0 on. */
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

            /** The most calls in a window. From 1 on. */
            public Operation calls(long value) {
                return new Operation(xml.attribute("calls", value));
            }

            /** The same as text, such as a named value in braces. */
            public Operation calls(String value) {
                return new Operation(xml.attribute("calls", value));
            }

            /** The most kilobytes in a window. From 1 on. */
            public Operation bandwidth(long value) {
                return new Operation(xml.attribute("bandwidth", value));
            }

            /** The same as text, such as a named value in braces. */
            public Operation bandwidth(String value) {
                return new Operation(xml.attribute("bandwidth", value));
            }

            /** Length of the window in seconds, counted from the subscription's start; 0: never renewed. From 0 on. */
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
