package dev.apim.core.expression.csharp.crypto;

import dev.apim.core.expression.csharp.crypto.Names.EncryptionPadding;
import dev.apim.core.expression.csharp.crypto.Names.HashName;
import dev.apim.core.expression.csharp.crypto.Names.SignaturePadding;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.Ref;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code AsymmetricAlgorithm}, {@code RSA}, {@code RSACng}, {@code RSACryptoServiceProvider} and {@code RSAParameters}. */
final class RsaTypes {
    private static final String SECRET = "private keys do not leave the gateway";
    private static final String SPAN = "it writes into a span";

    private RsaTypes() {}

    static void register(TypeTable.Registry types) {
        types.type(Crypto.NAMESPACE + "AsymmetricAlgorithm", Kind.CLASS, RsaKey.class, RsaTypes::algorithm)
                .type(Crypto.NAMESPACE + "RSA", Kind.CLASS, RsaKey.class, RsaTypes::rsa)
                .type(
                        Crypto.NAMESPACE + "RSACng",
                        Kind.CLASS,
                        RsaKey.class,
                        type -> RsaProvider.derived(type, "RSACng"))
                .type(Crypto.NAMESPACE + "RSACryptoServiceProvider", Kind.CLASS, RsaKey.class, RsaProvider::define)
                .type(Crypto.NAMESPACE + "RSAParameters", Kind.STRUCT, RsaParameters.class, RsaParameters::define);
    }

    private static void algorithm(TypeBuilder type) {
        type.base("IDisposable")
                .property("int KeySize", RsaKey::bits, (RsaKey key, Integer bits) -> {
                    key.bits(bits);
                    return null;
                })
                .property("string SignatureAlgorithm", (RsaKey key) -> "RSA")
                .property("string KeyExchangeAlgorithm", (RsaKey key) -> "RSA")
                .method("void Clear()", (RsaKey key) -> null)
                .method("void Dispose()", (RsaKey key) -> null)
                .method("string ToString()", RsaKey::toString);
        importing(type);
        exporting(type);
    }

    private static void importing(TypeBuilder type) {
        type.method("void ImportFromPem(string input)", (RsaKey key, @Nullable String pem) -> {
                    KeyMaterial.importPem(key, Crypto.given(pem, "input"));
                    return null;
                })
                .costly()
                .method(
                        "void FromXmlString(string xmlString)",
                        (RsaKey key, @Nullable String xml) -> fromXml(key, Crypto.given(xml, "xmlString")))
                .costly()
                .method(
                        "void ImportSubjectPublicKeyInfo(byte[] source, out int bytesRead)",
                        (RsaKey key, byte @Nullable [] der, Ref<Integer> read) -> {
                            byte[] bytes = first(der, read);
                            key.become(KeyMaterial.subjectPublicKey(bytes), null);
                            return null;
                        })
                .costly()
                .method(
                        "void ImportPkcs8PrivateKey(byte[] source, out int bytesRead)",
                        (RsaKey key, byte @Nullable [] der, Ref<Integer> read) -> {
                            KeyMaterial.importPrivate(key, first(der, read));
                            return null;
                        })
                .costly()
                .refused("ImportEncryptedPkcs8PrivateKey", "import the key decrypted, or as a certificate")
                .refused("ImportFromEncryptedPem", "import the key decrypted, or as a certificate");
    }

    private static byte[] first(byte @Nullable [] der, Ref<Integer> read) {
        byte[] given = Crypto.given(der, "source");
        int size = Der.read(given).size();
        read.value = size;
        return java.util.Arrays.copyOf(given, size);
    }

    private static @Nullable Object fromXml(RsaKey key, String xml) {
        List<BigInteger> numbers = new ArrayList<>();
        for (String element : List.of("Modulus", "Exponent", "D", "P", "Q", "DP", "DQ", "InverseQ")) {
            BigInteger number = KeyMaterial.xml(xml, element);
            if (number != null) {
                numbers.add(number);
            }
        }
        if (numbers.size() == 8) {
            KeyMaterial.importNumbers(key, numbers);
        } else if (numbers.size() == 2) {
            key.become(KeyMaterial.publicKey(numbers.get(0), numbers.get(1)), null);
        } else {
            throw Crypto.failure("Input string does not contain a valid encoding of the 'RSA' 'Modulus' parameter.");
        }
        return null;
    }

    private static void exporting(TypeBuilder type) {
        type.method(
                        "byte[] ExportSubjectPublicKeyInfo()",
                        (RsaKey key) -> key.publicKey().getEncoded())
                .method(
                        "string ExportSubjectPublicKeyInfoPem()",
                        (RsaKey key) -> Pem.text("PUBLIC KEY", key.publicKey().getEncoded()))
                .costly()
                .method("string ToXmlString(bool includePrivateParameters)", (RsaKey key, Boolean secret) -> {
                    publicOnly(secret);
                    Base64.Encoder base64 = Base64.getEncoder();
                    return "<RSAKeyValue><Modulus>"
                            + base64.encodeToString(
                                    KeyMaterial.unsigned(key.publicKey().getModulus()))
                            + "</Modulus><Exponent>"
                            + base64.encodeToString(
                                    KeyMaterial.unsigned(key.publicKey().getPublicExponent()))
                            + "</Exponent></RSAKeyValue>";
                })
                .costly()
                .refused("ExportPkcs8PrivateKey", SECRET)
                .refused("ExportPkcs8PrivateKeyPem", SECRET)
                .refused("ExportEncryptedPkcs8PrivateKey", SECRET)
                .refused("ExportEncryptedPkcs8PrivateKeyPem", SECRET)
                .refused("TryExportSubjectPublicKeyInfo", SPAN);
    }

    private static void publicOnly(boolean secret) {
        if (secret) {
            throw Crypto.unsupported("The private parameters of a key are not exported.");
        }
    }

    private static void rsa(TypeBuilder type) {
        type.base("AsymmetricAlgorithm")
                .method("static RSA Create()", () -> new RsaKey("RSACng"))
                .method("static RSA Create(int keySizeInBits)", (Integer bits) -> sized("RSACng", bits))
                .method("static RSA Create(RSAParameters parameters)", (RsaParameters parameters) -> {
                    RsaKey key = new RsaKey("RSACng");
                    parameters.importInto(key);
                    return key;
                });
        parameters(type);
        signing(type);
        hashes(type);
        ciphering(type);
    }

    private static void parameters(TypeBuilder type) {
        type.method("void ImportParameters(RSAParameters parameters)", (RsaKey key, RsaParameters parameters) -> {
                    parameters.importInto(key);
                    return null;
                })
                .method(
                        "RSAParameters ExportParameters(bool includePrivateParameters)",
                        (RsaKey key, Boolean secret) -> {
                            publicOnly(secret);
                            return RsaParameters.of(key);
                        })
                .costly()
                .method(
                        "void ImportRSAPublicKey(byte[] source, out int bytesRead)",
                        (RsaKey key, byte @Nullable [] der, Ref<Integer> read) -> {
                            key.become(KeyMaterial.rsaPublicKey(first(der, read)), null);
                            return null;
                        })
                .costly()
                .method(
                        "void ImportRSAPrivateKey(byte[] source, out int bytesRead)",
                        (RsaKey key, byte @Nullable [] der, Ref<Integer> read) -> {
                            KeyMaterial.importRsaPrivate(key, first(der, read));
                            return null;
                        })
                .costly()
                .method("byte[] ExportRSAPublicKey()", (RsaKey key) -> rsaPublicKey(key))
                .costly()
                .method("string ExportRSAPublicKeyPem()", (RsaKey key) -> Pem.text("RSA PUBLIC KEY", rsaPublicKey(key)))
                .costly()
                .refused("ExportRSAPrivateKey", SECRET)
                .refused("ExportRSAPrivateKeyPem", SECRET);
    }

    /** The key inside its envelope: the bit string's content behind the count of unused bits. */
    private static byte[] rsaPublicKey(RsaKey key) {
        byte[] bits = Der.read(key.publicKey().getEncoded()).children().get(1).bytes();
        return java.util.Arrays.copyOfRange(bits, 1, bits.length);
    }

    static RsaKey sized(String name, int bits) {
        RsaKey key = new RsaKey(name);
        key.bits(bits);
        return key;
    }

    private static void signing(TypeBuilder type) {
        type.methodWith(
                        "byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)",
                        (call, a) ->
                                self(a).sign(HashTypes.counted(call, bytes(a, 1, "data")), hash(a[2]), padding(a[3])))
                .costly()
                .methodWith(
                        "byte[] SignData(byte[] data, int offset, int count, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)",
                        (call, a) -> self(a).sign(
                                        HashTypes.counted(call, HashTypes.part(a, 1, "data", "offset", "count")),
                                        hash(a[4]),
                                        padding(a[5])))
                .costly()
                .methodWith(
                        "bool VerifyData(byte[] data, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)",
                        (call, a) -> self(a).verify(
                                        HashTypes.counted(call, bytes(a, 1, "data")),
                                        bytes(a, 2, "signature"),
                                        hash(a[3]),
                                        padding(a[4])))
                .costly()
                .methodWith(
                        "bool VerifyData(byte[] data, int offset, int count, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)",
                        (call, a) -> self(a).verify(
                                        HashTypes.counted(call, HashTypes.part(a, 1, "data", "offset", "count")),
                                        bytes(a, 4, "signature"),
                                        hash(a[5]),
                                        padding(a[6])))
                .costly();
    }

    private static void hashes(TypeBuilder type) {
        type.methodWith(
                        "byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)",
                        (call, a) -> self(a).signHash(bytes(a, 1, "hash"), hash(a[2]), padding(a[3])))
                .costly()
                .methodWith(
                        "bool VerifyHash(byte[] hash, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)",
                        (call, a) -> self(a).verifyHash(
                                        bytes(a, 1, "hash"), bytes(a, 2, "signature"), hash(a[3]), padding(a[4])))
                .costly()
                .refused("TrySignData", SPAN)
                .refused("TrySignHash", SPAN);
    }

    private static void ciphering(TypeBuilder type) {
        type.method(
                        "byte[] Encrypt(byte[] data, RSAEncryptionPadding padding)",
                        (RsaKey key, byte @Nullable [] data, @Nullable EncryptionPadding padding) ->
                                key.encrypt(Crypto.given(data, "data"), Crypto.given(padding, "padding")))
                .costly()
                .method(
                        "byte[] Decrypt(byte[] data, RSAEncryptionPadding padding)",
                        (RsaKey key, byte @Nullable [] data, @Nullable EncryptionPadding padding) ->
                                key.decrypt(Crypto.given(data, "data"), Crypto.given(padding, "padding")))
                .costly()
                .refused("TryEncrypt", SPAN)
                .refused("TryDecrypt", SPAN)
                .refused("EncryptValue", "RSA without padding is not safe; use Encrypt")
                .refused("DecryptValue", "RSA without padding is not safe; use Decrypt");
    }

    static RsaKey self(@Nullable Object[] a) {
        return (RsaKey) Objects.requireNonNull(a[0]);
    }

    static byte[] bytes(@Nullable Object[] a, int index, String parameter) {
        return Crypto.given((byte[]) a[index], parameter);
    }

    private static HashKind hash(@Nullable Object name) {
        return ((HashName) Objects.requireNonNull(name)).kind();
    }

    private static SignaturePadding padding(@Nullable Object padding) {
        return (SignaturePadding) Crypto.given(padding, "padding");
    }
}
