package dev.apim.core.policies.access;

import dev.apim.core.jwt.DecryptionKey;
import dev.apim.core.jwt.KeySet;
import dev.apim.core.jwt.OpenIdProvider;
import dev.apim.core.jwt.VerificationKey;
import dev.apim.core.jwt.VerifiedToken;
import dev.apim.model.Api;
import dev.apim.model.Certificate;
import dev.apim.policy.Exchange;
import dev.apim.policy.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one policy that do not come from providers.
 *
 * @param signing written out
 * @param signingCertificates by resource name
 * @param opening written out
 * @param openingCertificates by resource name
 * @param scope of the document, which says whose certificates are meant
 */
record TokenKeys(
        KeySet signing,
        List<Named> signingCertificates,
        List<DecryptionKey> opening,
        List<Named> openingCertificates,
        Scope scope) {

    /** A certificate's resource name, and what tokens call its key. */
    record Named(String certificate, @Nullable String keyId) {}

    /** Whether there is nothing to verify a token with. */
    boolean isEmpty() {
        return signing.keys().isEmpty() && signingCertificates.isEmpty();
    }

    /** All that may have signed a token. */
    KeySet all(Exchange exchange, List<OpenIdProvider> providers) {
        List<VerificationKey> keys = new ArrayList<>(signing.keys());
        for (Named named : signingCertificates) {
            signer(exchange, named).ifPresent(keys::add);
        }
        for (OpenIdProvider provider : providers) {
            OpenIdProvider.Published published = provider.current();
            if (published != null) {
                keys.addAll(published.keys().keys());
            }
        }
        return new KeySet(keys);
    }

    /** All that may open a token. */
    List<DecryptionKey> openers(Exchange exchange) {
        if (openingCertificates.isEmpty()) {
            return opening;
        }
        List<DecryptionKey> keys = new ArrayList<>(opening);
        for (Named named : openingCertificates) {
            certificate(exchange, scope, named.certificate())
                    .flatMap(OpenedCertificate::of)
                    .flatMap(opened -> DecryptionKey.closed(opened.key(), named.keyId()))
                    .ifPresent(keys::add);
        }
        return keys;
    }

    /** Whether a remembered token would still be verified. */
    boolean stillCount(VerifiedToken token, Exchange exchange, List<OpenIdProvider> providers) {
        VerificationKey key = token.key();
        if (key == null || token.opener() != null && !openers(exchange).contains(token.opener())) {
            return false;
        }
        if (signing.holds(key)) {
            return true;
        }
        for (int i = 0; i < providers.size(); i++) {
            OpenIdProvider.Published published = providers.get(i).current();
            if (published != null && published.keys().holds(key)) {
                return true;
            }
        }
        for (int i = 0; i < signingCertificates.size(); i++) {
            if (signer(exchange, signingCertificates.get(i)).filter(key::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Optional<VerificationKey> signer(Exchange exchange, Named named) {
        return certificate(exchange, scope, named.certificate())
                .flatMap(OpenedCertificate::of)
                .flatMap(opened -> VerificationKey.open(opened.certificate().getPublicKey(), named.keyId()));
    }

    /** A certificate that a document of a scope names: one of the API's workspace, at global scope one of the service. */
    static Optional<Certificate> certificate(Exchange exchange, Scope scope, String id) {
        Api api = exchange.api();
        String workspace = scope == Scope.GLOBAL || api == null ? null : api.workspaceId();
        return exchange.gateway().certificate(workspace, id);
    }

    /** How many keys there are, not which. */
    @Override
    public String toString() {
        return "keys=" + (signing.keys().size() + signingCertificates.size());
    }
}
