package dev.apim.core.backend;

import dev.apim.backend.BackendException;
import dev.apim.backend.BackendException.Kind;
import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.http.Headers;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** A request in the JDK's words, or why it has none for it. */
final class JdkRequest {
    /** Before, the body of a response in place of {@code 100 Continue} never ended. */
    static final boolean CAN_EXPECT = Runtime.version().feature() >= 21;

    private JdkRequest() {}

    /**
     * Translates a request.
     *
     * @throws BackendException when the JDK's client cannot send it as it is
     * @throws IllegalArgumentException when nobody can: a control character in a field or target, a method that is none
     */
    static HttpRequest of(BackendRequest request, SentBody body) {
        refuse(request.options());
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri(request));
        Headers headers = request.headers();
        for (int i = 0; i < headers.size(); i++) {
            field(request, headers.nameAt(i), headers.valueAt(i), builder);
        }
        authorize(request, builder);
        if (request.method().equals("CONNECT")) {
            throw beyond("send CONNECT");
        }
        return builder.method(request.method(), body).build();
    }

    private static void refuse(ConnectionOptions options) {
        if (options.addresses() == AddressRule.PUBLIC) {
            throw beyond("hold a computed host to public addresses");
        }
        if (options.clientCertificate() != null) {
            throw beyond("present a client certificate per backend");
        }
        if (!options.validateChain() || !options.validateName()) {
            throw beyond("switch the checks of a backend's certificate off");
        }
    }

    /** The JDK has no credentials of one's own in a tunnel's request. */
    private static void authorize(BackendRequest request, HttpRequest.Builder builder) {
        ConnectionOptions.Proxy proxy = request.options().proxy();
        if (proxy == null || proxy.username() == null) {
            return;
        }
        if (request.url().scheme().equals("https")) {
            throw beyond("tunnel through a proxy that wants credentials");
        }
        byte[] credentials = (proxy.username() + ":" + proxy.password()).getBytes(StandardCharsets.UTF_8);
        builder.setHeader("Proxy-Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private static URI uri(BackendRequest request) {
        String text = request.url().toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == '#') {
                throw new IllegalArgumentException(
                        "the target holds a space, a control character, # or one beyond ASCII; encode it");
            }
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw beyond("send a target with the character at index " + e.getIndex() + " of its URL as it is");
        }
    }

    /** Framing and the hop are the JDK's; what it keeps to itself is refused where it would differ. */
    private static void field(BackendRequest request, String name, String value, HttpRequest.Builder builder) {
        check(name, value);
        switch (name.toLowerCase(Locale.ROOT)) {
            case "connection",
                    "content-length",
                    "keep-alive",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding" -> {}
            case "expect" -> expect(request, value, builder);
            case "host" -> {
                if (!value.equalsIgnoreCase(request.url().authority())) {
                    throw beyond("send a Host other than the URL's");
                }
            }
            case "upgrade" -> throw beyond("send Upgrade");
            default -> builder.header(name, value);
        }
    }

    private static void expect(BackendRequest request, String value, HttpRequest.Builder builder) {
        if (!value.equalsIgnoreCase("100-continue")) {
            throw beyond("send an Expect other than 100-continue");
        }
        builder.expectContinue(CAN_EXPECT && request.body().length() != 0);
    }

    /** The JDK's own message would show the value, and it turns what is beyond ASCII into question marks. */
    private static void check(String name, String value) {
        boolean ascii = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7F || c > 0xFF) {
                throw new IllegalArgumentException(
                        "the value of field '" + name + "' holds a control character or one beyond ISO 8859-1");
            }
            ascii &= c < 0x7F;
        }
        if (!ascii) {
            throw beyond("send the field '" + name + "', whose value is not ASCII");
        }
    }

    private static BackendException beyond(String what) {
        return new BackendException(
                Kind.CONNECTION, "The JDK's HTTP client cannot " + what + "; " + ClientLimits.REMEDY + ".", null);
    }
}
