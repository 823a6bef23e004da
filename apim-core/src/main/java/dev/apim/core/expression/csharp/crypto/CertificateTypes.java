package dev.apim.core.expression.csharp.crypto;

import dev.apim.core.expression.csharp.crypto.Names.Identifier;
import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code X509Certificate}, {@code X509Certificate2}, {@code PublicKey}, {@code X500DistinguishedName} and what extends them. */
final class CertificateTypes {
    private static final String NAMESPACE = Crypto.NAMESPACE + "X509Certificates.";
    private static final String FILE = "it reads a file";
    private static final String SECRET = "private keys do not leave the gateway";

    private final ChainCheck check;

    CertificateTypes(ChainCheck check) {
        this.check = check;
    }

    /** .NET's {@code PublicKey}. */
    private record PublicKey(Certificate certificate) {
        Identifier oid() {
            byte[] encoded = certificate.x509().getPublicKey().getEncoded();
            return Oids.named(
                    Der.read(encoded).children().get(0).children().get(0).oid());
        }

        @Override
        public String toString() {
            return NAMESPACE + "PublicKey";
        }
    }

    void register(TypeTable.Registry types) {
        types.enumeration(CryptoEnums.CONTENT_TYPE)
                .enumeration(CryptoEnums.NAME_TYPE)
                .enumeration(CryptoEnums.STORAGE_FLAGS)
                .type(NAMESPACE + "X509Certificate2", Kind.CLASS, Certificate.class, this::second)
                .type(NAMESPACE + "X509Certificate", Kind.CLASS, Certificate.class, CertificateTypes::first)
                .type(NAMESPACE + "PublicKey", Kind.CLASS, PublicKey.class, CertificateTypes::publicKey)
                .type(
                        NAMESPACE + "X500DistinguishedName",
                        Kind.CLASS,
                        DistinguishedName.class,
                        type -> type.property("string Name", DistinguishedName::name)
                                .property("byte[] RawData", DistinguishedName::encoded))
                .extensions(
                        NAMESPACE + "RSACertificateExtensions",
                        type -> type.method(
                                        "RSA GetRSAPublicKey(this X509Certificate2 certificate)",
                                        (@Nullable Certificate c) -> given(c).rsaPublicKey())
                                .method(
                                        "RSA GetRSAPrivateKey(this X509Certificate2 certificate)",
                                        (@Nullable Certificate c) -> given(c).rsaPrivateKey())
                                .refused(
                                        "CopyWithPrivateKey",
                                        "take the certificate from context.Deployment.Certificates"))
                .extensions(
                        NAMESPACE + "CertificateExtensions",
                        type -> type.methodWith(
                                        "bool VerifyNoRevocation(this X509Certificate2 certificate)",
                                        (call, a) -> verify(call, (Certificate) a[0]))
                                .costly());
    }

    private static Certificate given(@Nullable Certificate certificate) {
        return Crypto.given(certificate, "certificate");
    }

    private Object verify(Code.Call call, @Nullable Certificate certificate) {
        return check.isTrusted(
                given(certificate).x509(), call.evaluation().time().now());
    }

    private static void first(TypeBuilder type) {
        type.base("IDisposable");
        readers(type);
        type.property("string Subject", (Certificate c) -> c.subject().name())
                .property("string Issuer", (Certificate c) -> c.issuer().name())
                .method("string GetName()", (Certificate c) -> c.subject().name())
                .method("string GetIssuerName()", (Certificate c) -> c.issuer().name())
                .method(
                        "string GetEffectiveDateString()",
                        (Certificate c) -> c.notBefore().toString())
                .method(
                        "string GetExpirationDateString()",
                        (Certificate c) -> c.notAfter().toString())
                .method("string GetFormat()", (Certificate c) -> "X509")
                .method(
                        "string GetKeyAlgorithm()",
                        (Certificate c) -> new PublicKey(c).oid().value())
                .method("byte[] GetPublicKey()", (Certificate c) -> keyBytes(c))
                .method("string GetPublicKeyString()", (Certificate c) -> Crypto.hex(keyBytes(c)))
                .method("byte[] GetSerialNumber()", (Certificate c) -> reversed(c.serialNumber()))
                .method("string GetSerialNumberString()", (Certificate c) -> Crypto.hex(c.serialNumber()))
                .property("byte[] SerialNumberBytes", Certificate::serialNumber)
                .refused("CreateFromCertFile", FILE)
                .refused("CreateFromSignedFile", FILE)
                .refused("Import", "make a new certificate")
                .refused("Handle", "there is none");
        bytes(type);
        type.method(
                        "bool Equals(X509Certificate other)",
                        (Certificate c, @Nullable Certificate other) -> c.equals(other))
                .method("bool Equals(object obj)", (Certificate c, @Nullable Object other) -> c.equals(other))
                .method("int GetHashCode()", (Certificate c) -> c.hashCode())
                .method("string ToString()", Certificate::toString)
                .method("string ToString(bool fVerbose)", (Certificate c, Boolean verbose) -> c.toString())
                .method("void Reset()", (Certificate c) -> null)
                .method("void Dispose()", (Certificate c) -> null);
    }

    private static void bytes(TypeBuilder type) {
        type.method("byte[] GetRawCertData()", Certificate::raw)
                .method("string GetRawCertDataString()", (Certificate c) -> Crypto.hex(c.raw()))
                .method("byte[] GetCertHash()", (Certificate c) -> c.hash(HashKind.SHA1))
                .method("string GetCertHashString()", Certificate::thumbprint)
                .method(
                        "byte[] GetCertHash(HashAlgorithmName hashAlgorithm)",
                        (Certificate c, Names.HashName hash) -> c.hash(hash.kind()))
                .method(
                        "string GetCertHashString(HashAlgorithmName hashAlgorithm)",
                        (Certificate c, Names.HashName hash) -> Crypto.hex(c.hash(hash.kind())))
                .method("byte[] Export(X509ContentType contentType)", (Certificate c, EnumValue kind) -> {
                    if (kind.value() != 1) {
                        throw Crypto.unsupported("Only X509ContentType.Cert is exported: private keys stay.");
                    }
                    return c.raw();
                });
    }

    private static byte[] keyBytes(Certificate certificate) {
        byte[] bits = Der.read(certificate.x509().getPublicKey().getEncoded())
                .children()
                .get(1)
                .bytes();
        return java.util.Arrays.copyOfRange(bits, 1, bits.length);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private static void readers(TypeBuilder type) {
        type.method("(byte[] rawData)", (byte @Nullable [] bytes) -> Certificate.read(data(bytes), null))
                .costly()
                .method(
                        "(byte[] rawData, string password)",
                        (byte @Nullable [] bytes, @Nullable String password) -> Certificate.read(data(bytes), password))
                .costly()
                .method(
                        "(byte[] rawData, string password, X509KeyStorageFlags keyStorageFlags)",
                        (byte @Nullable [] bytes, @Nullable String password, EnumValue flags) ->
                                Certificate.read(data(bytes), password))
                .costly();
    }

    private static byte[] data(byte @Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes;
    }

    private void second(TypeBuilder type) {
        type.base("X509Certificate");
        readers(type);
        type.method("(X509Certificate certificate)", (@Nullable Certificate c) -> given(c))
                .method(
                        "static X509Certificate2 CreateFromPem(string certPem)",
                        (@Nullable String pem) -> PemCertificates.read(Crypto.given(pem, "certPem"), null))
                .costly()
                .method(
                        "static X509Certificate2 CreateFromPem(string certPem, string keyPem)",
                        (@Nullable String pem, @Nullable String key) ->
                                PemCertificates.read(Crypto.given(pem, "certPem"), key))
                .costly()
                .method(
                        "static X509ContentType GetCertContentType(byte[] rawData)",
                        (byte @Nullable [] bytes) -> CryptoEnums.CONTENT_TYPE.of(Certificate.contentType(data(bytes))))
                .refused("CreateFromPemFile", FILE)
                .refused("CreateFromEncryptedPem", "decrypt the key before")
                .refused("CreateFromEncryptedPemFile", FILE)
                .refused("Extensions", "use the members for what you look for")
                .refused("Archived", "it is a setting of Windows' own")
                .refused("ExportPkcs12", SECRET);
        described(type);
        type.methodWith("bool Verify()", (call, a) -> verify(call, (Certificate) a[0]))
                .costly();
    }

    private static void described(TypeBuilder type) {
        type.property("X500DistinguishedName SubjectName", Certificate::subject)
                .property("X500DistinguishedName IssuerName", Certificate::issuer)
                .property("string Thumbprint", Certificate::thumbprint)
                .property("string SerialNumber", (Certificate c) -> Crypto.hex(c.serialNumber()))
                .property("DateTime NotBefore", Certificate::notBefore)
                .property("DateTime NotAfter", Certificate::notAfter)
                .property("string FriendlyName", (Certificate c) -> "")
                .property("bool HasPrivateKey", Certificate::hasPrivateKey)
                .property("int Version", (Certificate c) -> c.x509().getVersion())
                .property("byte[] RawData", Certificate::raw)
                .property("PublicKey PublicKey", (Certificate c) -> new PublicKey(c))
                .property("AsymmetricAlgorithm PrivateKey", Certificate::rsaPrivateKey)
                .property(
                        "Oid SignatureAlgorithm",
                        (Certificate c) -> Oids.named(c.x509().getSigAlgOID()))
                .method(
                        "string GetNameInfo(X509NameType nameType, bool forIssuer)",
                        (Certificate c, EnumValue kind, Boolean issuer) -> CertificateNames.of(c, kind.value(), issuer))
                .method("string ExportCertificatePem()", (Certificate c) -> Pem.text("CERTIFICATE", c.raw()))
                .method(
                        "bool MatchesHostname(string hostname, bool allowWildcards = true, bool allowCommonName = true)",
                        (Certificate c, @Nullable String host, Boolean wildcards, Boolean common) ->
                                PemCertificates.matches(
                                        c, Crypto.given(host, "hostname").toLowerCase(Locale.ROOT), wildcards, common));
    }

    private static void publicKey(TypeBuilder type) {
        type.property("Oid Oid", PublicKey::oid)
                .property("AsymmetricAlgorithm Key", (PublicKey key) -> {
                    RsaKey rsa = key.certificate().rsaPublicKey();
                    if (rsa == null) {
                        throw Crypto.unsupported("The certificate key algorithm is not supported.");
                    }
                    return rsa;
                })
                .method(
                        "RSA GetRSAPublicKey()",
                        (PublicKey key) -> key.certificate().rsaPublicKey())
                .method(
                        "byte[] ExportSubjectPublicKeyInfo()",
                        (PublicKey key) -> Objects.requireNonNull(
                                key.certificate().x509().getPublicKey().getEncoded()))
                .refused("EncodedKeyValue", "use GetPublicKey() of the certificate")
                .refused("EncodedParameters", "use ExportSubjectPublicKeyInfo()");
    }
}
