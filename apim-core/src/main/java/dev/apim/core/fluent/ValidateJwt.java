package dev.apim.core.fluent;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lets only requests with a valid JSON Web Token pass. Azure: {@code validate-jwt}. Immutable. */
public final class ValidateJwt implements PolicyStep {
    private static final List<String> ORDER = List.of(
            "openid-config", "issuer-signing-keys", "decryption-keys", "audiences", "issuers", "required-claims");

    private final PolicyXml xml;

    ValidateJwt(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public ValidateJwt id(String value) {
        return new ValidateJwt(xml.attribute("id", value));
    }

    /** Header that holds the token. May be an expression. */
    public ValidateJwt headerName(String value) {
        return new ValidateJwt(xml.attribute("header-name", value));
    }

    /** Query parameter that holds the token. May be an expression. */
    public ValidateJwt queryParameterName(String value) {
        return new ValidateJwt(xml.attribute("query-parameter-name", value));
    }

    /** The token itself, without a scheme. May be an expression. */
    public ValidateJwt tokenValue(String value) {
        return new ValidateJwt(xml.attribute("token-value", value));
    }

    /** Status of the answer to other tokens. From 200 to 599. Default {@code 401}. */
    public ValidateJwt failedValidationHttpcode(int value) {
        return new ValidateJwt(xml.attribute("failed-validation-httpcode", value));
    }

    /** The same as text, or an expression. */
    public ValidateJwt failedValidationHttpcode(String value) {
        return new ValidateJwt(xml.attribute("failed-validation-httpcode", value));
    }

    /** Message of the answer; the usual one where absent. May be an expression. */
    public ValidateJwt failedValidationErrorMessage(String value) {
        return new ValidateJwt(xml.attribute("failed-validation-error-message", value));
    }

    /** Whether the token must expire. Default {@code true}. */
    public ValidateJwt requireExpirationTime(boolean value) {
        return new ValidateJwt(xml.attribute("require-expiration-time", value));
    }

    /** The same as text, or an expression. */
    public ValidateJwt requireExpirationTime(String value) {
        return new ValidateJwt(xml.attribute("require-expiration-time", value));
    }

    /** Scheme that must stand before the token in Authorization. May be an expression. */
    public ValidateJwt requireScheme(String value) {
        return new ValidateJwt(xml.attribute("require-scheme", value));
    }

    /** Whether the token must be signed. Default {@code true}. */
    public ValidateJwt requireSignedTokens(boolean value) {
        return new ValidateJwt(xml.attribute("require-signed-tokens", value));
    }

    /** The same as text, or an expression. */
    public ValidateJwt requireSignedTokens(String value) {
        return new ValidateJwt(xml.attribute("require-signed-tokens", value));
    }

    /** Seconds that clocks may differ, at most 300. From 0 on. Default {@code 0}. */
    public ValidateJwt clockSkew(Duration value) {
        return new ValidateJwt(xml.seconds("clock-skew", value));
    }

    /** The same as text, in seconds, or an expression. */
    public ValidateJwt clockSkew(String value) {
        return new ValidateJwt(xml.attribute("clock-skew", value));
    }

    /** Variable for the token (Jwt). */
    public ValidateJwt outputTokenVariableName(String value) {
        return new ValidateJwt(xml.attribute("output-token-variable-name", value));
    }

    /** An identity provider whose tokens are accepted. May be repeated. */
    public ValidateJwt openidConfig(UnaryOperator<OpenidConfig> with) {
        OpenidConfig child = with.apply(new OpenidConfig(PolicyXml.of("openid-config")));
        return new ValidateJwt(xml.child(ORDER, child.xml));
    }

    /** Keys that tokens may be signed with. */
    public ValidateJwt issuerSigningKeys(UnaryOperator<IssuerSigningKeys> with) {
        IssuerSigningKeys child = with.apply(new IssuerSigningKeys(PolicyXml.of("issuer-signing-keys")));
        return new ValidateJwt(xml.onlyChild(ORDER, child.xml));
    }

    /** Keys that tokens may be encrypted for. */
    public ValidateJwt decryptionKeys(UnaryOperator<DecryptionKeys> with) {
        DecryptionKeys child = with.apply(new DecryptionKeys(PolicyXml.of("decryption-keys")));
        return new ValidateJwt(xml.onlyChild(ORDER, child.xml));
    }

    /** Whom tokens may be for. */
    public ValidateJwt audiences(UnaryOperator<Audiences> with) {
        Audiences child = with.apply(new Audiences(PolicyXml.of("audiences")));
        return new ValidateJwt(xml.onlyChild(ORDER, child.xml));
    }

    /** Whom tokens may be from. */
    public ValidateJwt issuers(UnaryOperator<Issuers> with) {
        Issuers child = with.apply(new Issuers(PolicyXml.of("issuers")));
        return new ValidateJwt(xml.onlyChild(ORDER, child.xml));
    }

    /** Claims that tokens must have. */
    public ValidateJwt requiredClaims(UnaryOperator<RequiredClaims> with) {
        RequiredClaims child = with.apply(new RequiredClaims(PolicyXml.of("required-claims")));
        return new ValidateJwt(xml.onlyChild(ORDER, child.xml));
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

    /** An identity provider whose tokens are accepted. Azure: {@code openid-config}. Immutable. */
    public static final class OpenidConfig {
        private final PolicyXml xml;

        OpenidConfig(PolicyXml xml) {
            this.xml = xml;
        }

        /** Where its discovery document is. Required. */
        public OpenidConfig url(String value) {
            return new OpenidConfig(xml.attribute("url", value));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }
    }

    /** Keys that tokens may be signed with. Azure: {@code issuer-signing-keys}. Immutable. */
    public static final class IssuerSigningKeys {
        private static final List<String> ORDER = List.of("key");

        private final PolicyXml xml;

        IssuerSigningKeys(PolicyXml xml) {
            this.xml = xml;
        }

        /** A key: a shared secret in base64, or what the attributes say. May be repeated. */
        public IssuerSigningKeys key(UnaryOperator<Key> with) {
            Key child = with.apply(new Key(PolicyXml.of("key")));
            return new IssuerSigningKeys(xml.child(ORDER, child.xml));
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

            /** Modulus of an RSA key, base64url. */
            public Key n(String value) {
                return new Key(xml.attribute("n", value));
            }

            /** Exponent of an RSA key, base64url. */
            public Key e(String value) {
                return new Key(xml.attribute("e", value));
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

    /** Whom tokens may be from. Azure: {@code issuers}. Immutable. */
    public static final class Issuers {
        private static final List<String> ORDER = List.of("issuer");

        private final PolicyXml xml;

        Issuers(PolicyXml xml) {
            this.xml = xml;
        }

        /** One of them. May be repeated. */
        public Issuers issuer(String value) {
            return new Issuers(xml.child(ORDER, "issuer", value));
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
}
