package dev.apim.core.expression.context;

import static dev.apim.core.expression.context.ContextType.DATE_TIME;
import static dev.apim.core.expression.context.ContextType.OBJECT;
import static dev.apim.core.expression.context.ContextType.STRING;

import dev.apim.core.expression.context.ContextMember.Kind;
import dev.apim.http.QueryParameters;
import dev.apim.http.ReasonPhrases;
import dev.apim.http.RequestMessage;
import dev.apim.http.ResponseMessage;
import dev.apim.http.Url;
import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import dev.apim.policy.ExpressionException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests, responses, their URLs and bodies. */
final class MessageTypes {
    static final ContextType URL = ContextType.type("IUrl", Url.class)
            .property("Host", STRING, Url::host)
            .property("Path", STRING, Url::path)
            .number("Port", Url::port)
            .property("Query", Dictionaries.QUERY, url -> QueryParameters.parse(url.query()))
            .property("QueryString", STRING, url -> url.query().isEmpty() ? "" : "?" + url.query())
            .property("Scheme", STRING, Url::scheme)
            .method("ToString", STRING, 0, List.of(), (url, exchange, none) -> url.toString())
            .build();

    /** Of the certificate that a client identified itself with, what can be told without a library of certificates. */
    static final ContextType CLIENT_CERTIFICATE = ContextType.type("X509Certificate2", X509Certificate.class)
            .property(
                    "NotAfter",
                    DATE_TIME,
                    certificate -> certificate.getNotAfter().toInstant())
            .property(
                    "Subject",
                    STRING,
                    certificate -> certificate.getSubjectX500Principal().getName())
            .property("Thumbprint", STRING, MessageTypes::thumbprint)
            .build();

    /** Nobody reaches this gateway through a private endpoint of the cloud: the property is there and null. */
    private static final ContextType PRIVATE_ENDPOINT_CONNECTION =
            ContextType.of("IPrivateEndpointConnection", Void.class);

    /** Nor is it in a virtual network of the cloud. */
    private static final ContextType AZURE_VNET_INFO = ContextType.of("IAzureVnetInfo", Void.class);

    static final ContextType FORM =
            Dictionaries.single("IDictionary<string, IList<string>>", ContextType.listOf(STRING));

    static final ContextType BODY = body(BodyUse.BOTH);
    static final ContextType REQUEST = request(BODY);
    static final ContextType RESPONSE = response(BODY);

    /** What {@code context.Request} is: its body is known to be the request's. */
    static final ContextType REQUEST_OF_CONTEXT = request(body(BodyUse.REQUEST));

    /** What {@code context.Response} is: its body is known to be the response's. */
    static final ContextType RESPONSE_OF_CONTEXT = response(body(BodyUse.RESPONSE));

    private MessageTypes() {}

    private static ContextType request(ContextType body) {
        return ContextType.type("IRequest", RequestMessage.class)
                .nullable(
                        "Body",
                        body,
                        (RequestMessage request) ->
                                request.body().isAbsent() ? null : new ReadableBody(request.body(), request.headers()))
                .nullable(
                        "Certificate",
                        CLIENT_CERTIFICATE,
                        (request, exchange) -> exchange.received().clientCertificate())
                .property("Headers", Dictionaries.HEADERS, RequestMessage::headers)
                .nullable("IpAddress", STRING, (request, exchange) -> exchange.callerAddress())
                .nullable(
                        "MatchedParameters", Dictionaries.STRINGS, (request, exchange) -> exchange.matchedParameters())
                .property("Method", STRING, RequestMessage::method)
                .nullable("OriginalUrl", URL, (request, exchange) -> exchange.originalUrl())
                .property("Url", URL, RequestMessage::url)
                .nullable("PrivateEndpointConnection", PRIVATE_ENDPOINT_CONNECTION, (request, exchange) -> null)
                .nullable("AzureVnetInfo", AZURE_VNET_INFO, (request, exchange) -> null)
                .build();
    }

    private static ContextType response(ContextType body) {
        return ContextType.type("IResponse", ResponseMessage.class)
                .property("Body", body, response -> new ReadableBody(response.body(), response.headers()))
                .property("Headers", Dictionaries.HEADERS, ResponseMessage::headers)
                .number("StatusCode", ResponseMessage::status)
                .property("StatusReason", STRING, response -> ReasonPhrases.of(response.status(), response.reason()))
                .build();
    }

    /** {@code As} takes the name of the type that C# gives as a type argument. */
    private static ContextType body(BodyUse use) {
        List<ContextType> preserve = List.of(ContextType.BOOL);
        return ContextType.type("IMessageBody", ReadableBody.class)
                .add(new ContextMember(
                        "As",
                        Kind.METHOD,
                        OBJECT,
                        false,
                        List.of(STRING, ContextType.BOOL),
                        1,
                        use,
                        Cost.UNBOUNDED,
                        (target, exchange, a) -> as((ReadableBody) target, String.valueOf(a[0]), preserves(a, 1))))
                .add(new ContextMember(
                        "AsFormUrlEncodedContent",
                        Kind.METHOD,
                        FORM,
                        false,
                        preserve,
                        0,
                        use,
                        Cost.UNBOUNDED,
                        (target, exchange, a) -> ((ReadableBody) target).form(preserves(a, 0))))
                .build();
    }

    /** SHA-1 of the DER form in upper-case hexadecimal, as .NET has it. */
    private static String thumbprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new ExpressionException("The client's certificate has no thumbprint.", e);
        }
    }

    private static boolean preserves(@Nullable Object[] arguments, int index) {
        return arguments.length > index && Boolean.TRUE.equals(arguments[index]);
    }

    private static Object as(ReadableBody body, String type, boolean preserve) {
        return switch (type) {
            case "string" -> body.text(preserve);
            case "byte[]" -> body.bytes(preserve).clone();
            case "JObject", "JArray", "JToken" -> JsonTypes.checked(body.json(preserve), type);
            default ->
                throw new ExpressionException(
                        "A body cannot be read as '" + type + "'; expected string, byte[], JObject, JArray or JToken.");
        };
    }
}
