package dev.apim.core.resource;

import dev.apim.IssueSink;
import dev.apim.model.Certificate;
import dev.apim.model.NamedValue;
import dev.apim.resource.SecretStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Named values and certificates: records whose text may be elsewhere. */
final class SecretRecords {
    private static final int LONGEST_VALUE = 4_096;

    private final SecretText secrets;

    SecretRecords(SecretStore store) {
        this.secrets = new SecretText(store);
    }

    @Nullable
    Object namedValue(Fields fields, IssueSink issues) {
        boolean secret = fields.flag("secret", false) || fields.has("keyVault");
        String value =
                secret ? secrets.find(SecretStore.Kind.NAMED_VALUE, fields, "value", issues) : fields.optional("value");
        if (secret && (value == null || value.isEmpty())) {
            return value == null ? null : unset(SecretStore.Kind.NAMED_VALUE, fields, fields.text("displayName"));
        }
        if (value == null) {
            issues.error(
                    fields.at("/value"),
                    "value is missing, expected a string: add \"value\", or \"secret\": true where a secret store has it");
            return null;
        }
        if (value.length() > LONGEST_VALUE) {
            issues.error(fields.at("/value"), "value has " + value.length() + " characters, expected at most 4096");
            return null;
        }
        return new NamedValue(
                fields.resource().path().name(), fields.text("displayName"), value, secret, fields.texts("tags"));
    }

    @Nullable
    Object certificate(Fields fields, IssueSink issues) {
        String data = secrets.find(SecretStore.Kind.CERTIFICATE, fields, "data", issues);
        String password = secrets.find(SecretStore.Kind.CERTIFICATE_PASSWORD, fields, "password", issues);
        if (data == null || password == null) {
            return null;
        }
        if (data.isBlank()) {
            return unset(
                    SecretStore.Kind.CERTIFICATE,
                    fields,
                    fields.resource().path().name());
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(data);
            return parse(
                    fields.resource().path().name(),
                    AuthorityStore.isCertificate(bytes) ? AuthorityStore.of(bytes) : bytes,
                    password);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            // The cause may quote the text, which is a secret.
            issues.error(
                    fields.at("/data"),
                    "data of certificate '" + fields.resource().path().name() + "' cannot be read: it is no base64 text"
                            + " of a PKCS#12 store, or the password is another");
            return null;
        }
    }

    private static Item.Unset unset(SecretStore.Kind kind, Fields fields, String mention) {
        return new Item.Unset(kind, SecretText.nameFor(fields.resource().path()), mention);
    }

    private static Certificate parse(String id, byte[] pkcs12, String password)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(pkcs12), password.toCharArray());
        for (String alias : Collections.list(store.aliases())) {
            boolean known = store.isKeyEntry(alias) || AuthorityStore.ALIAS.equals(alias);
            if (known && store.getCertificate(alias) instanceof X509Certificate x509) {
                byte[] digest = MessageDigest.getInstance("SHA-1").digest(x509.getEncoded());
                return new Certificate(
                        id,
                        pkcs12,
                        password,
                        x509.getSubjectX500Principal().getName(),
                        HexFormat.of().withUpperCase().formatHex(digest),
                        x509.getNotAfter().toInstant());
            }
        }
        throw new KeyStoreWithoutKey();
    }

    /** A store that holds certificates but no private key. */
    private static final class KeyStoreWithoutKey extends GeneralSecurityException {
        private static final long serialVersionUID = 1L;
    }
}
