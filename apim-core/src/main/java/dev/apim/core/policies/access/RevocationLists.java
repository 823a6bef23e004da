package dev.apim.core.policies.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.core.policies.message.Answer;
import dev.apim.core.policies.message.Engine;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.http.Url;
import dev.apim.policy.Exchange;
import dev.apim.policy.PolicyServices;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates were revoked, as their issuers publish it in lists (RFC 5280 §5); OCSP is not asked. A list serves until the next
 * is due. Thread-safe.
 */
final class RevocationLists {
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(5);
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final int MOST = 100;

    private final Cache<String, CompletableFuture<X509CRL>> lists =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();
    private final AddressRule rule;

    RevocationLists(AddressRule rule) {
        this.rule = rule;
    }

    /** What is known of a certificate. */
    enum Status {
        GOOD,
        REVOKED,
        UNKNOWN
    }

    /** Of all certificates of a chain but the trusted one; the first that is not good decides. */
    CompletionStage<Status> of(CertificateChain chain, Exchange exchange, PolicyServices services) {
        CompletionStage<Status> all = CompletableFuture.completedFuture(Status.GOOD);
        AddressRule addresses = chain.configured() ? AddressRule.ANY : rule;
        for (int i = 0; i + 1 < chain.certificates().size(); i++) {
            X509Certificate certificate = chain.certificates().get(i);
            X509Certificate issuer = chain.certificates().get(i + 1);
            all = all.thenCompose(before -> before == Status.GOOD
                    ? of(certificate, issuer, addresses, exchange, services)
                    : CompletableFuture.completedFuture(before));
        }
        return all;
    }

    private CompletionStage<Status> of(
            X509Certificate certificate,
            X509Certificate issuer,
            AddressRule addresses,
            Exchange exchange,
            PolicyServices services) {
        List<CompletionStage<Status>> asked = new ArrayList<>();
        Instant now = services.time().now();
        for (Url url : DistributionPoints.of(certificate)) {
            asked.add(list(url, addresses, exchange, services, now)
                    .handle((list, failure) -> list == null ? Status.UNKNOWN : judge(list, certificate, issuer, now)));
        }
        CompletionStage<Status> result = CompletableFuture.completedFuture(Status.UNKNOWN);
        for (CompletionStage<Status> one : asked) {
            result = result.thenCombine(one, (before, said) -> said == Status.UNKNOWN ? before : said);
        }
        return result;
    }

    private CompletionStage<X509CRL> list(
            Url url, AddressRule addresses, Exchange exchange, PolicyServices services, Instant now) {
        CompletableFuture<X509CRL> known = lists.getIfPresent(url.toString());
        boolean serves = known != null && (!known.isDone() || isCurrent(done(known), now));
        if (known != null && serves) {
            return known;
        }
        CompletableFuture<X509CRL> mine = new CompletableFuture<>();
        lists.put(url.toString(), mine);
        BackendRequest request = new BackendRequest(
                "GET",
                url,
                new Headers(),
                Body.empty(),
                LONGEST_FETCH,
                Duration.ZERO,
                new ConnectionOptions(true, true, null, addresses));
        Answer.forMany(Engine.client(exchange, services.backendClient()), request, services.time(), LARGEST)
                .thenApply(RevocationLists::read)
                .whenComplete((list, failure) -> {
                    if (list != null) {
                        mine.complete(list);
                    } else {
                        lists.asMap().remove(url.toString(), mine);
                        mine.completeExceptionally(failure);
                    }
                });
        return mine;
    }

    private static @Nullable X509CRL done(CompletableFuture<X509CRL> known) {
        return known.isCompletedExceptionally() ? null : known.getNow(null);
    }

    private static boolean isCurrent(@Nullable X509CRL list, Instant now) {
        return list != null
                && list.getNextUpdate() != null
                && !now.isAfter(list.getNextUpdate().toInstant());
    }

    private static X509CRL read(ResponseMessage response) {
        try {
            if (response.status() != 200) {
                throw new TokenAnswerException("the list of revoked certificates has status " + response.status());
            }
            return (X509CRL) CertificateFactory.getInstance("X.509")
                    .generateCRL(new ByteArrayInputStream(response.body().read(true)));
        } catch (GeneralSecurityException e) {
            throw new TokenAnswerException("the list of revoked certificates cannot be read");
        }
    }

    /** Only a list of the issuer itself counts, and only while it is current. */
    private static Status judge(X509CRL list, X509Certificate certificate, X509Certificate issuer, Instant now) {
        try {
            list.verify(issuer.getPublicKey());
        } catch (GeneralSecurityException e) {
            return Status.UNKNOWN;
        }
        boolean own = list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal());
        if (!own || !isCurrent(list, now)) {
            return Status.UNKNOWN;
        }
        return list.isRevoked(certificate) ? Status.REVOKED : Status.GOOD;
    }
}
