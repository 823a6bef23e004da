package dev.apim.core.fluent;

import java.util.List;
import java.util.function.UnaryOperator;

/** Serves Adobe's policy file at /crossdomain.xml. Azure: {@code cross-domain}. Immutable. */
public final class CrossDomain implements PolicyStep {
    private static final List<String> ORDER = List.of("cross-domain-policy");

    private final PolicyXml xml;

    CrossDomain(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public CrossDomain id(String value) {
        return new CrossDomain(xml.attribute("id", value));
    }

    /** The file, as Adobe describes it. */
    public CrossDomain crossDomainPolicy(UnaryOperator<CrossDomainPolicy> with) {
        CrossDomainPolicy child = with.apply(new CrossDomainPolicy(PolicyXml.of("cross-domain-policy")));
        return new CrossDomain(xml.onlyChild(ORDER, child.xml));
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

    /** The file, as Adobe describes it. Azure: {@code cross-domain-policy}. Immutable. */
    public static final class CrossDomainPolicy {
        private static final List<String> ORDER = List.of(
                "site-control", "allow-access-from", "allow-access-from-identity", "allow-http-request-headers-from");

        private final PolicyXml xml;

        CrossDomainPolicy(PolicyXml xml) {
            this.xml = xml;
        }

        /** Which other files count. May be repeated. */
        public CrossDomainPolicy siteControl(UnaryOperator<SiteControl> with) {
            SiteControl child = with.apply(new SiteControl(PolicyXml.of("site-control")));
            return new CrossDomainPolicy(xml.child(ORDER, child.xml));
        }

        /** Who may read responses. May be repeated. */
        public CrossDomainPolicy allowAccessFrom(UnaryOperator<AllowAccessFrom> with) {
            AllowAccessFrom child = with.apply(new AllowAccessFrom(PolicyXml.of("allow-access-from")));
            return new CrossDomainPolicy(xml.child(ORDER, child.xml));
        }

        /** Who may, by signature. May be repeated. */
        public CrossDomainPolicy allowAccessFromIdentity(UnaryOperator<AllowAccessFromIdentity> with) {
            AllowAccessFromIdentity child =
                    with.apply(new AllowAccessFromIdentity(PolicyXml.of("allow-access-from-identity")));
            return new CrossDomainPolicy(xml.child(ORDER, child.xml));
        }

        /** Who may send header fields. May be repeated. */
        public CrossDomainPolicy allowHttpRequestHeadersFrom(UnaryOperator<AllowHttpRequestHeadersFrom> with) {
            AllowHttpRequestHeadersFrom child =
                    with.apply(new AllowHttpRequestHeadersFrom(PolicyXml.of("allow-http-request-headers-from")));
            return new CrossDomainPolicy(xml.child(ORDER, child.xml));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }

        /** Which other files count. Azure: {@code site-control}. Immutable. */
        public static final class SiteControl {
            private final PolicyXml xml;

            SiteControl(PolicyXml xml) {
                this.xml = xml;
            }

            /** As in Adobe's specification. */
            public SiteControl permittedCrossDomainPolicies(String value) {
                return new SiteControl(xml.attribute("permitted-cross-domain-policies", value));
            }

            /** Its XML. */
            @Override
            public String toString() {
                return xml.toString();
            }
        }

        /** Who may read responses. Azure: {@code allow-access-from}. Immutable. */
        public static final class AllowAccessFrom {
            private final PolicyXml xml;

            AllowAccessFrom(PolicyXml xml) {
                this.xml = xml;
            }

            /** As in Adobe's specification. */
            public AllowAccessFrom domain(String value) {
                return new AllowAccessFrom(xml.attribute("domain", value));
            }

            /** As in Adobe's specification. */
            public AllowAccessFrom toPorts(String value) {
                return new AllowAccessFrom(xml.attribute("to-ports", value));
            }

            /** As in Adobe's specification. */
            public AllowAccessFrom secure(String value) {
                return new AllowAccessFrom(xml.attribute("secure", value));
            }

            /** Its XML. */
            @Override
            public String toString() {
                return xml.toString();
            }
        }

        /** Who may, by signature. Azure: {@code allow-access-from-identity}. Immutable. */
        public static final class AllowAccessFromIdentity {
            private static final List<String> ORDER = List.of("signatory");

            private final PolicyXml xml;

            AllowAccessFromIdentity(PolicyXml xml) {
                this.xml = xml;
            }

            /** Who has signed what reads. May be repeated. */
            public AllowAccessFromIdentity signatory(UnaryOperator<Signatory> with) {
                Signatory child = with.apply(new Signatory(PolicyXml.of("signatory")));
                return new AllowAccessFromIdentity(xml.child(ORDER, child.xml));
            }

            /** Its XML. */
            @Override
            public String toString() {
                return xml.toString();
            }

            /** Who has signed what reads. Azure: {@code signatory}. Immutable. */
            public static final class Signatory {
                private static final List<String> ORDER = List.of("certificate");

                private final PolicyXml xml;

                Signatory(PolicyXml xml) {
                    this.xml = xml;
                }

                /** The certificate of who signed. May be repeated. */
                public Signatory certificate(UnaryOperator<Certificate> with) {
                    Certificate child = with.apply(new Certificate(PolicyXml.of("certificate")));
                    return new Signatory(xml.child(ORDER, child.xml));
                }

                /** Its XML. */
                @Override
                public String toString() {
                    return xml.toString();
                }

                /** The certificate of who signed. Azure: {@code certificate}. Immutable. */
                public static final class Certificate {
                    private final PolicyXml xml;

                    Certificate(PolicyXml xml) {
                        this.xml = xml;
                    }

                    /** As in Adobe's specification. */
                    public Certificate fingerprint(String value) {
                        return new Certificate(xml.attribute("fingerprint", value));
                    }

                    /** As in Adobe's specification. */
                    public Certificate fingerprintAlgorithm(String value) {
                        return new Certificate(xml.attribute("fingerprint-algorithm", value));
                    }

                    /** Its XML. */
                    @Override
                    public String toString() {
                        return xml.toString();
                    }
                }
            }
        }

        /** Who may send header fields. Azure: {@code allow-http-request-headers-from}. Immutable. */
        public static final class AllowHttpRequestHeadersFrom {
            private final PolicyXml xml;

            AllowHttpRequestHeadersFrom(PolicyXml xml) {
                this.xml = xml;
            }

            /** As in Adobe's specification. */
            public AllowHttpRequestHeadersFrom domain(String value) {
                return new AllowHttpRequestHeadersFrom(xml.attribute("domain", value));
            }

            /** As in Adobe's specification. */
            public AllowHttpRequestHeadersFrom headers(String value) {
                return new AllowHttpRequestHeadersFrom(xml.attribute("headers", value));
            }

            /** As in Adobe's specification. */
            public AllowHttpRequestHeadersFrom secure(String value) {
                return new AllowHttpRequestHeadersFrom(xml.attribute("secure", value));
            }

            /** Its XML. */
            @Override
            public String toString() {
                return xml.toString();
            }
        }
    }
}
