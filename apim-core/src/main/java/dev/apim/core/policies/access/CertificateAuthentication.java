package dev.apim.core.policies.access;

import dev.apim.backend.BackendCapability;
import dev.apim.backend.ConnectionOptions.ClientCertificate;
import dev.apim.core.backend.ClientLimits;
import dev.apim.model.Api;
import dev.apim.model.Certificate;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client certificate for the connection (Azure: authentication-certificate). Shows no key.
 *
 * @param kind how it is named
 * @param value its thumbprint, its resource name, or a key store's bytes
 * @param password of the key store, if it has one
 * @param scope of the document, which says whose certificates are meant
 */
record CertificateAuthentication(
        String kind, Expression<?> value, @Nullable Expression<String> password, Scope scope)
        implements OutboundAuthentication {
    private static final List<String> KINDS = List.of("thumbprint", "certificate-id", "body");

    static final ElementSpec SPEC = ElementSpec.of(
                    "authentication-certificate", "Names the gateway to the backend by a client certificate.")
            .attributes(
                    AttributeSpec.of("thumbprint", Type.STRING, "Thumbprint of a certificate.")
                            .orExpression(),
                    AttributeSpec.of("certificate-id", Type.STRING, "Name of a certificate.")
                            .orExpression(),
                    AttributeSpec.of("body", Type.ANY, "A key store (PKCS #12), as bytes.")
                            .orExpression(),
                    AttributeSpec.of("password", Type.STRING, "Password of the key store in body.")
                            .orExpression());

    static OutboundAuthentication compile(PolicyElement element, CompileContext context) {
        List<String> given = Stream.of("certificate-id", "thumbprint", "body")
                .filter(kind -> element.attribute(kind).isPresent())
                .toList();
        if (given.size() != 1) {
            context.error(
                    element.position(),
                    "<authentication-certificate> names " + (given.isEmpty() ? "no certificate" : "more than one")
                            + "; expected one of " + String.join(", ", KINDS));
        }
        ClientLimits.warning(context.services().backendClient(), BackendCapability.CLIENT_CERTIFICATE)
                .ifPresent(problem -> context.warning(element.position(), problem));
        String kind = given.isEmpty() ? "certificate-id" : given.get(0);
        Expression<?> value = kind.equals("body")
                ? context.expression(element, kind, Object.class)
                : context.expression(element, kind, String.class);
        return new CertificateAuthentication(
                kind,
                value == null ? Expression.constant(String.class, "") : value,
                context.expression(element, "password", String.class),
                context.scope());
    }

    @Override
    public Outcome apply(Exchange exchange, OutboundCredentials credentials, Function<Exchange, Outcome> then) {
        Object given = value.evaluate(exchange);
        if (kind.equals("body")) {
            credentials.certificate(ofBody(given, exchange));
            return then.apply(exchange);
        }
        String name = String.valueOf(Objects.requireNonNullElse(given, "")).strip();
        Optional<Certificate> found =
                kind.equals("thumbprint") ? byThumbprint(exchange, name) : TokenKeys.certificate(exchange, scope, name);
        if (found.isEmpty()) {
            return Outcome.fail(PolicyFailure.internal(
                    "CertificateNotFound",
                    "No certificate has the " + (kind.equals("thumbprint") ? "thumbprint" : "name") + " '" + name
                            + "'; add it to the configuration."));
        }
        Certificate certificate = found.get();
        credentials.certificate(
                new ClientCertificate(certificate.thumbprint(), certificate.pkcs12(), certificate.password()));
        return then.apply(exchange);
    }

    private ClientCertificate ofBody(@Nullable Object given, Exchange exchange) {
        if (!(given instanceof byte[] bytes)) {
            throw new ExpressionException("The attribute 'body' of authentication-certificate is a byte[].");
        }
        String secret = password == null ? "" : Objects.requireNonNullElse(password.evaluate(exchange), "");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            byte[] id = digest.digest(secret.getBytes(StandardCharsets.UTF_8));
            return new ClientCertificate("body-" + HexFormat.of().formatHex(id), bytes, secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Among those of the API's workspace, at global scope those of the service: keys of workspaces have slashes. */
    private Optional<Certificate> byThumbprint(Exchange exchange, String thumbprint) {
        String plain = thumbprint.replaceAll("[^0-9A-Fa-f]", "");
        Api api = exchange.api();
        String workspace = scope == Scope.GLOBAL || api == null ? null : api.workspaceId();
        String prefix = workspace == null ? "" : ("workspaces/" + workspace + "/").toLowerCase(Locale.ROOT);
        return exchange.gateway().certificates().entrySet().stream()
                .filter(entry -> isOwn(entry.getKey().toLowerCase(Locale.ROOT), prefix))
                .map(Map.Entry::getValue)
                .filter(certificate -> certificate.thumbprint().equalsIgnoreCase(plain))
                .findFirst();
    }

    private static boolean isOwn(String key, String prefix) {
        return prefix.isEmpty() ? key.indexOf('/') < 0 : key.startsWith(prefix);
    }

    @Override
    public String toString() {
        return "authentication-certificate by " + kind;
    }
}
