package dev.apim.core.policies.access;

import dev.apim.Cancellable;
import dev.apim.http.Headers;
import dev.apim.model.Certificate;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.Scope;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The check of one client's certificate.
 *
 * @param asked what must hold of it
 * @param ignoreError whether the request goes on all the same
 * @param identities one of which it must be; none: any
 * @param scope of the document, which says whose certificates are meant
 * @param lists of what was revoked
 * @param services engines
 */
record ClientCertificateCheck(
        Asked asked,
        boolean ignoreError,
        List<CertificateIdentity> identities,
        Scope scope,
        RevocationLists lists,
        PolicyServices services)
        implements Policy {
    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";
    private static final String ANY = "2.5.29.37.0";

    /** What must hold. */
    record Asked(boolean revocation, boolean trust, boolean notBefore, boolean notAfter) {}

    @Override
    public Outcome apply(Exchange exchange) {
        X509Certificate certificate = exchange.received().clientCertificate();
        if (certificate == null) {
            return refuse(exchange, "ClientCertificateNotFound", "The client showed no certificate.");
        }
        Instant now = services.time().now();
        if (asked.notBefore() && now.isBefore(certificate.getNotBefore().toInstant())) {
            return refuse(exchange, "ClientCertificateNotValidYet", "The client's certificate is not valid yet.");
        }
        if (asked.notAfter() && now.isAfter(certificate.getNotAfter().toInstant())) {
            return refuse(exchange, "ClientCertificateExpired", "The client's certificate has expired.");
        }
        Collection<Certificate> known = exchange.gateway().certificates().values();
        CertificateChain chain = CertificateChain.of(certificate, known, now);
        if (asked.trust() && (chain == null || !isForClients(certificate))) {
            return refuse(
                    exchange,
                    "ClientCertificateNotTrusted",
                    chain == null
                            ? "Nobody trusted vouches for the client's certificate."
                            : "The client's certificate is not meant for clients.");
        }
        X509Certificate issuer = chain == null ? CertificateChain.issuer(certificate, known) : chain.issuer();
        if (!identities.isEmpty() && !isOneOf(certificate, issuer, exchange)) {
            return refuse(
                    exchange,
                    "ClientCertificateIdentityNotMatched",
                    "The client's certificate is none of those listed.");
        }
        return asked.revocation() ? revocation(exchange, certificate, issuer, chain) : Outcome.next();
    }

    private Outcome revocation(
            Exchange exchange,
            X509Certificate certificate,
            @Nullable X509Certificate issuer,
            @Nullable CertificateChain chain) {
        if (issuer == null) {
            return judged(exchange, RevocationLists.Status.UNKNOWN);
        }
        CertificateChain asks = chain == null ? new CertificateChain(List.of(certificate, issuer), true) : chain;
        return Outcome.suspend(
                lists.of(asks, exchange, services),
                (e, status, failure) -> judged(e, status == null ? RevocationLists.Status.UNKNOWN : status),
                Cancellable.none());
    }

    private Outcome judged(Exchange exchange, RevocationLists.Status status) {
        return switch (status) {
            case GOOD -> Outcome.next();
            case REVOKED -> refuse(exchange, "ClientCertificateRevoked", "The client's certificate was revoked.");
            case UNKNOWN ->
                refuse(
                        exchange,
                        "ClientCertificateRevocationUnknown",
                        "Whether the client's certificate was revoked cannot be found out: no list of its issuer could be"
                                + " had. Publish one, or set validate-revocation=\"false\".");
        };
    }

    /** One that says what it is for must be for clients. */
    private static boolean isForClients(X509Certificate certificate) {
        try {
            List<String> uses = certificate.getExtendedKeyUsage();
            return uses == null || uses.contains(CLIENT) || uses.contains(ANY);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    private boolean isOneOf(X509Certificate certificate, @Nullable X509Certificate issuer, Exchange exchange) {
        for (CertificateIdentity identity : identities) {
            X509Certificate named = identity.issuerCertificateId() == null
                    ? null
                    : TokenKeys.certificate(exchange, scope, identity.issuerCertificateId())
                            .flatMap(CertificateChain::own)
                            .orElse(null);
            if (identity.matches(certificate, issuer, named)) {
                return true;
            }
        }
        return false;
    }

    private Outcome refuse(Exchange exchange, String reason, String message) {
        if (ignoreError) {
            if (exchange.tracing()) {
                exchange.trace("validate-client-certificate failed and is ignored: " + message);
            }
            return Outcome.next();
        }
        return Outcome.fail(new PolicyFailure(
                403, reason, message, "Access denied due to invalid client certificate.", new Headers()));
    }

    @Override
    public String toString() {
        return "validate-client-certificate " + asked + " identities=" + identities.size();
    }
}
