package dev.apim.core.policies.response;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apim.core.policies.message.Bodies;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.model.Operation;
import dev.apim.model.OperationResponse;
import dev.apim.model.Representation;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answers with an example of the operation, else with a sample made from its schema, else with nothing (Azure: mock-response).
 */
final class MockResponsePolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("mock-response", "Ends the request with an example or a sample.")
                .sections(Section.INBOUND, Section.OUTBOUND, Section.ON_ERROR)
                .endsRequest()
                .attributes(
                        AttributeSpec.of(
                                        "status-code",
                                        AttributeSpec.Type.INTEGER,
                                        "Status, and which response to take.")
                                .between(200, 599)
                                .or("200"),
                        AttributeSpec.of(
                                "content-type",
                                AttributeSpec.Type.STRING,
                                "Media type, and which representation to take; else the first."),
                        AttributeSpec.of("index", AttributeSpec.Type.INTEGER, "Which example to take, from 0.")
                                .between(0, Integer.MAX_VALUE)
                                .or("0"));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        Integer status = context.literal(element, "status-code", Integer.class);
        Integer index = context.literal(element, "index", Integer.class);
        return new Step(
                Objects.requireNonNullElse(status, 200),
                context.literal(element, "content-type", String.class),
                Objects.requireNonNullElse(index, 0),
                Caffeine.newBuilder().weakKeys().maximumSize(10_000).build());
    }

    /** Samples are made once for each representation of a configuration. */
    private record Step(int status, @Nullable String contentType, int index, Cache<Representation, String> samples)
            implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            Representation representation = representation(exchange.operation());
            String type = contentType == null && representation != null ? representation.contentType() : contentType;
            String text = representation == null ? "" : text(exchange, representation);
            if (exchange.hasResponse()) {
                Bodies.discard(exchange.response().body());
            }
            Headers headers = type == null ? new Headers() : Headers.of("Content-Type", type);
            exchange.respondWith(new ResponseMessage(status, "", headers, Body.of(text)));
            return Outcome.respond();
        }

        private @Nullable Representation representation(@Nullable Operation operation) {
            for (OperationResponse response :
                    operation == null ? List.<OperationResponse>of() : operation.responses()) {
                for (Representation each : response.representations()) {
                    boolean typed =
                            contentType == null || mediaType(contentType).equals(mediaType(each.contentType()));
                    if (response.statusCode() == status && typed) {
                        return each;
                    }
                }
            }
            return null;
        }

        private String text(Exchange exchange, Representation representation) {
            List<String> examples = List.copyOf(representation.examples().values());
            if (index < examples.size()) {
                return examples.get(index);
            }
            return samples.get(representation, any -> Sample.of(exchange, representation));
        }

        private static String mediaType(String contentType) {
            int parameters = contentType.indexOf(';');
            String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
            return type.strip().toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public String toString() {
            return "mock-response status-code=" + status + (contentType == null ? "" : " content-type=" + contentType)
                    + " index=" + index;
        }
    }
}
