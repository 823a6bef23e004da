package dev.apim.core.fluent;

import java.util.List;
import java.util.function.UnaryOperator;

/** Lets only requests with a token of Microsoft Entra ID pass. Azure: {@code validate-azure-ad-token}. Immutable. */
public final class ValidateAzureAdToken implements PolicyStep {
    private static final List<String> ORDER = List.of(
            "backend-application-ids", "client-application-ids", "audiences", "required-claims", "decryption-keys");

    private final PolicyXml xml;

    ValidateAzureAdToken(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public ValidateAzureAdToken id(String value) {
        return new ValidateAzureAdToken(xml.attribute("id", value));
    }

    /** The tenant: its id, its domain or URL, or common, organizations or consumers. Required. May be an expression. */
    public ValidateAzureAdToken tenantId(String value) {
        return new ValidateAzureAdToken(xml.attribute("tenant-id", value));
    }

    /** Header that holds the token. May be an expression. */
    public ValidateAzureAdToken headerName(String value) {
        return new ValidateAzureAdToken(xml.attribute("header-name", value));
    }

    /** Query parameter that holds the token. May be an expression. */
    public ValidateAzureAdToken queryParameterName(String value) {
        return new ValidateAzureAdToken(xml.attribute("query-parameter-name", value));
    }

    /** The token itself, without a scheme. May be an expression. */
    public ValidateAzureAdToken tokenValue(String value) {
        return new ValidateAzureAdToken(xml.attribute("token-value", value));
    }

    /**
     * Where the tenant signs in, for national clouds. Default {@code https://login.microsoftonline.com}. May be an
     * expression.
     */
    public ValidateAzureAdToken authenticationEndpoint(String value) {
        return new ValidateAzureAdToken(xml.attribute("authentication-endpoint", value));
    }

    /** Status of the answer to other tokens. From 200 to 599. Default {@code 401}. */
    public ValidateAzureAdToken failedValidationHttpcode(int value) {
        return new ValidateAzureAdToken(xml.attribute("failed-validation-httpcode", value));
    }

    /** The same as text, or an expression. */
    public ValidateAzureAdToken failedValidationHttpcode(String value) {
        return new ValidateAzureAdToken(xml.attribute("failed-validation-httpcode", value));
    }

    /** Message of the answer; the usual one where absent. May be an expression. */
    public ValidateAzureAdToken failedValidationErrorMessage(String value) {
        return new ValidateAzureAdToken(xml.attribute("failed-validation-error-message", value));
    }

    /** Variable for the token (Jwt). */
    public ValidateAzureAdToken outputTokenVariableName(String value) {
        return new ValidateAzureAdToken(xml.attribute("output-token-variable-name", value));
    }

    /** Applications that tokens may be for. */
    public ValidateAzureAdToken backendApplicationIds(UnaryOperator<BackendApplicationIds> with) {
        BackendApplicationIds child = with.apply(new BackendApplicationIds(PolicyXml.of("backend-application-ids")));
        return new ValidateAzureAdToken(xml.onlyChild(ORDER, child.xml));
    }

    /** Applications that tokens may be given to. */
    public ValidateAzureAdToken clientApplicationIds(UnaryOperator<ClientApplicationIds> with) {
        ClientApplicationIds child = with.apply(new ClientApplicationIds(PolicyXml.of("client-application-ids")));
        return new ValidateAzureAdToken(xml.onlyChild(ORDER, child.xml));
    }

    /** Whom tokens may be for. */
    public ValidateAzureAdToken audiences(UnaryOperator<Audiences> with) {
        Audiences child = with.apply(new Audiences(PolicyXml.of("audiences")));
        return new ValidateAzureAdToken(xml.onlyChild(ORDER, child.xml));
    }

    /** Claims that tokens must have. */
    public ValidateAzureAdToken requiredClaims(UnaryOperator<RequiredClaims> with) {
        RequiredClaims child = with.apply(new RequiredClaims(PolicyXml.of("required-claims")));
        return new ValidateAzureAdToken(xml.onlyChild(ORDER, child.xml));
    }

    /** Keys that tokens may be encrypted for. */
    public ValidateAzureAdToken decryptionKeys(UnaryOperator<DecryptionKeys> with) {
        DecryptionKeys child = with.apply(new DecryptionKeys(PolicyXml.of("decryption-keys")));
        return new ValidateAzureAdToken(xml.onlyChild(ORDER, child.xml));
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

    /** Applications that tokens may be for. Azure: {@code backend-application-ids}. Immutable. */
    public static final class BackendApplicationIds {
        private static final List<String> ORDER = List.of("application-id");

        private final PolicyXml xml;

        BackendApplicationIds(PolicyXml xml) {
            this.xml = xml;
        }

        /** One of them. May be repeated. */
        public BackendApplicationIds applicationId(String value) {
            return new BackendApplicationIds(xml.child(ORDER, "application-id", value));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }
    }

    /** Applications that tokens may be given to. Azure: {@code client-application-ids}. Immutable. */
    public static final class ClientApplicationIds {
        private static final List<String> ORDER = List.of("application-id");

        private final PolicyXml xml;

        ClientApplicationIds(PolicyXml xml) {
            this.xml = xml;
        }

        /** One of them. May be repeated. */
        public ClientApplicationIds applicationId(String value) {
            return new ClientApplicationIds(xml.child(ORDER, "application-id", value));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }
    }

    /** Whom tokens may be for. Azure: {@code audiences}. Immutable. */
    public static final class Audiences {
        private static final List<String> ORDER = List.of("audience");

        private final PolicyXml xml;

        Audiences(PolicyXml xml) {
            this.xml = xml;
        }

        /** One of them. May be repeated. */
        public Audiences audience(String value) {
            return new Audiences(xml.child(ORDER, "audience", value));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }
    }

    /** Claims that tokens must have. Azure: {@code required-claims}. Immutable. */
    public static final class RequiredClaims {
        private static final List<String> ORDER = List.of("claim");

        private final PolicyXml xml;

        RequiredClaims(PolicyXml xml) {
            this.xml = xml;
        }

        /** A claim; without values it must only be there. May be repeated. */
        public RequiredClaims claim(UnaryOperator<Claim> with) {
            Claim child = with.apply(new Claim(PolicyXml.of("claim")));
            return new RequiredClaims(xml.child(ORDER, child.xml));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }

        /** A claim; without values it must only be there. Azure: {@code claim}. Immutable. */
        public static final class Claim {
            private static final List<String> ORDER = List.of("value");

            private final PolicyXml xml;

            Claim(PolicyXml xml) {
                this.xml = xml;
            }

            /** Name of the claim. Required. */
            public Claim name(String value) {
                return new Claim(xml.attribute("name", value));
            }

            /**
             * Whether all of the values must be in it, or any. One of {@code all}, {@code any}. Default {@code all}.
             */
            public Claim match(String value) {
                return new Claim(xml.attribute("match", value));
            }

            /** What parts the values in a text. */
            public Claim separator(String value) {
                return new Claim(xml.attribute("separator", value));
            }

            /** A value. May be repeated. */
            public Claim value(String value) {
                return new Claim(xml.child(ORDER, "value", value));
            }

            /** Its XML. */
            @Override
            public String toString() {
                return xml.toString();
            }
        }
    }

    /** Keys that tokens may be encrypted for. Azure: {@code decryption-keys}. Immutable. */
    public static final class DecryptionKeys {
        private static final List<String> ORDER = List.of("key");

        private final PolicyXml xml;

        DecryptionKeys(PolicyXml xml) {
            this.xml = xml;
        }

        /** A key: a shared secret in base64, or what the attributes say. May be repeated. */
        public DecryptionKeys key(UnaryOperator<Key> with) {
            Key child = with.apply(new Key(PolicyXml.of("key")));
            return new DecryptionKeys(xml.child(ORDER, child.xml));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }

        /** A key: a shared secret in base64, or what the attributes say. Azure: {@code key}. Immutable. */
        public static final class Key {
            private final PolicyXml xml;

            Key(PolicyXml xml) {
                this.xml = xml;
            }

            /** What tokens call the key: their kid. */
            public Key id(String value) {
                return new Key(xml.attribute("id", value));
            }

            /** Name of a certificate whose key it is. */
            public Key certificateId(String value) {
                return new Key(xml.attribute("certificate-id", value));
            }

            /** With this text. */
            public Key text(String value) {
                return new Key(xml.text(value));
            }

            /** Its XML. */
            @Override
            public String toString() {
                return xml.toString();
            }
        }
    }
}
