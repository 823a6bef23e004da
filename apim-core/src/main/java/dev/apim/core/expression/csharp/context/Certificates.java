package dev.apim.core.expression.csharp.context;

import dev.apim.core.expression.csharp.crypto.Certificate;
import java.util.Map;
import java.util.WeakHashMap;

/** The gateway's certificates as {@code X509Certificate2}: opened once, since opening a key store takes milliseconds. */
final class Certificates {
    private static final Map<dev.apim.model.Certificate, Certificate> OPENED = new WeakHashMap<>();

    private Certificates() {}

    static Certificate of(dev.apim.model.Certificate certificate) {
        synchronized (OPENED) {
            return OPENED.computeIfAbsent(certificate, one -> Certificate.read(one.pkcs12(), one.password()));
        }
    }
}
