package dev.apim.vertx.wire;

import dev.apim.http.Headers;
import org.jspecify.annotations.Nullable;

/** What the fields of a request say about host, framing and connection. */
record RequestFields(String host, long length, boolean keepAlive, boolean expectsContinue, boolean takesTrailers) {

    static RequestFields read(Headers headers, boolean http11) throws MalformedMessageException {
        Reading reading = new Reading(http11);
        for (int i = 0; i < headers.size(); i++) {
            reading.field(headers.nameAt(i), headers.valueAt(i));
        }
        return reading.result();
    }

    private static final class Reading {
        private final boolean http11;
        private @Nullable String host;
        private @Nullable String contentLength;
        private boolean chunked;
        private boolean close;
        private boolean stay;
        private boolean expectsContinue;
        private boolean takesTrailers;

        Reading(boolean http11) {
            this.http11 = http11;
        }

        /** Most names differ from all of ours in length, so few comparisons are made. */
        void field(String name, String value) throws MalformedMessageException {
            switch (name.length()) {
                case 2 -> takesTrailers |= name.equalsIgnoreCase("te") && Syntax.lists(value, "trailers");
                case 4 -> host(name, value);
                case 6 -> expect(name, value);
                case 10 -> {
                    if (name.equalsIgnoreCase("connection")) {
                        close |= Syntax.lists(value, "close");
                        stay |= Syntax.lists(value, "keep-alive");
                    }
                }
                case 14 -> contentLength(name, value);
                case 17 -> transferEncoding(name, value);
                default -> {}
            }
        }

        private void host(String name, String value) throws MalformedMessageException {
            if (name.equalsIgnoreCase("host")) {
                if (host != null || !Authority.isValid(value)) {
                    throw RequestHead.bad("There is more than one Host, or it is not a host and port.");
                }
                host = value;
            }
        }

        private void expect(String name, String value) throws MalformedMessageException {
            if (name.equalsIgnoreCase("expect") && http11) {
                if (!value.equalsIgnoreCase("100-continue")) {
                    throw new MalformedMessageException(417, "Nothing but 100-continue can be expected.");
                }
                expectsContinue = true;
            }
        }

        private void contentLength(String name, String value) throws MalformedMessageException {
            if (name.equalsIgnoreCase("content-length")) {
                if (contentLength != null || Syntax.contentLength(value) < 0) {
                    throw RequestHead.bad("There is more than one Content-Length, or it is not a length.");
                }
                contentLength = value;
            }
        }

        private void transferEncoding(String name, String value) throws MalformedMessageException {
            if (name.equalsIgnoreCase("transfer-encoding")) {
                if (chunked || !http11 || !value.equalsIgnoreCase("chunked")) {
                    throw RequestHead.bad("The Transfer-Encoding is not chunked, once, in HTTP/1.1.");
                }
                chunked = true;
            }
        }

        RequestFields result() throws MalformedMessageException {
            if (host == null) {
                throw RequestHead.bad("There is no Host.");
            }
            if (chunked && contentLength != null) {
                throw RequestHead.bad("There are both Transfer-Encoding and Content-Length.");
            }
            long length =
                    chunked ? BodyParser.CHUNKED : contentLength == null ? 0 : Syntax.contentLength(contentLength);
            return new RequestFields(
                    host,
                    length,
                    http11 ? !close : stay && !close,
                    expectsContinue && length != 0,
                    takesTrailers && http11);
        }
    }
}
