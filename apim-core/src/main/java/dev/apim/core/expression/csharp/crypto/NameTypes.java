package dev.apim.core.expression.csharp.crypto;

import dev.apim.core.expression.csharp.crypto.Names.EncryptionPadding;
import dev.apim.core.expression.csharp.crypto.Names.HashName;
import dev.apim.core.expression.csharp.crypto.Names.Identifier;
import dev.apim.core.expression.csharp.crypto.Names.SignaturePadding;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.Ref;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code HashAlgorithmName}, the paddings of RSA, {@code Oid} and {@code RandomNumberGenerator}. */
final class NameTypes {
    private NameTypes() {}

    /** .NET's {@code RandomNumberGenerator}. */
    enum Generator {
        /** The only one. */
        SECURE;

        @Override
        public String toString() {
            return Crypto.NAMESPACE + "RandomNumberGeneratorImplementation";
        }
    }

    static void register(TypeTable.Registry types) {
        types.type(Crypto.NAMESPACE + "HashAlgorithmName", Kind.STRUCT, HashName.class, NameTypes::hashName)
                .enumeration(CryptoEnums.RSA_PADDING_MODE)
                .enumeration(CryptoEnums.RSA_SIGNATURE_MODE)
                .enumeration(CryptoEnums.OID_GROUP)
                .type(
                        Crypto.NAMESPACE + "RSASignaturePadding",
                        Kind.CLASS,
                        SignaturePadding.class,
                        NameTypes::signaturePadding)
                .type(
                        Crypto.NAMESPACE + "RSAEncryptionPadding",
                        Kind.CLASS,
                        EncryptionPadding.class,
                        NameTypes::encryptionPadding)
                .type(Crypto.NAMESPACE + "Oid", Kind.CLASS, Identifier.class, NameTypes::oid)
                .type(Crypto.NAMESPACE + "RandomNumberGenerator", Kind.CLASS, Generator.class, NameTypes::random)
                .type(
                        Crypto.NAMESPACE + "RNGCryptoServiceProvider",
                        Kind.CLASS,
                        Generator.class,
                        type -> type.base("RandomNumberGenerator").method("()", () -> Generator.SECURE));
    }

    private static void hashName(TypeBuilder type) {
        type.defaultValue(HashName.NONE).base("IEquatable<HashAlgorithmName>");
        for (HashKind kind : HashKind.values()) {
            type.staticProperty("HashAlgorithmName " + kind, () -> HashName.of(kind));
        }
        type.method("()", () -> HashName.NONE)
                .method("(string name)", (@Nullable String name) -> new HashName(name))
                .method(
                        "static HashAlgorithmName FromOid(string oidValue)",
                        (@Nullable String oid) -> Oids.hash(Crypto.given(oid, "oidValue")))
                .method(
                        "static bool TryFromOid(string oidValue, out HashAlgorithmName value)",
                        (@Nullable String oid, Ref<HashName> result) -> {
                            HashName found = Oids.knownHash(Crypto.given(oid, "oidValue"));
                            result.value = found == null ? HashName.NONE : found;
                            return found != null;
                        })
                .property("string Name", HashName::name)
                .method("string ToString()", HashName::toString)
                .method("int GetHashCode()", (HashName n) -> n.hashCode())
                .method("bool Equals(HashAlgorithmName other)", (HashName a, HashName b) -> a.equals(b))
                .method("bool Equals(object obj)", (HashName a, @Nullable Object b) -> a.equals(b))
                .method(
                        "bool operator ==(HashAlgorithmName left, HashAlgorithmName right)",
                        (HashName a, HashName b) -> a.equals(b))
                .method(
                        "bool operator !=(HashAlgorithmName left, HashAlgorithmName right)",
                        (HashName a, HashName b) -> !a.equals(b));
    }

    private static void signaturePadding(TypeBuilder type) {
        type.staticProperty("RSASignaturePadding Pkcs1", () -> SignaturePadding.PKCS1)
                .staticProperty("RSASignaturePadding Pss", () -> SignaturePadding.PSS)
                .property(
                        "RSASignaturePaddingMode Mode",
                        (SignaturePadding p) -> CryptoEnums.RSA_SIGNATURE_MODE.of(p == SignaturePadding.PSS ? 1 : 0))
                .method("string ToString()", SignaturePadding::toString);
        same(type, "RSASignaturePadding");
    }

    private static void encryptionPadding(TypeBuilder type) {
        type.staticProperty("RSAEncryptionPadding Pkcs1", () -> EncryptionPadding.PKCS1);
        for (HashKind kind : HashKind.values()) {
            if (kind != HashKind.MD5) {
                type.staticProperty("RSAEncryptionPadding Oaep" + kind, () -> EncryptionPadding.oaep(kind));
            }
        }
        type.method(
                        "static RSAEncryptionPadding CreateOaep(HashAlgorithmName hashAlgorithm)",
                        (HashName hash) -> EncryptionPadding.oaep(hash.kind()))
                .property(
                        "RSAEncryptionPaddingMode Mode",
                        (EncryptionPadding p) -> CryptoEnums.RSA_PADDING_MODE.of(p.hash() == null ? 0 : 1))
                .property(
                        "HashAlgorithmName OaepHashAlgorithm",
                        (EncryptionPadding p) -> p.hash() == null ? HashName.NONE : p.hash())
                .method("string ToString()", EncryptionPadding::toString);
        same(type, "RSAEncryptionPadding");
    }

    private static void same(TypeBuilder type, String name) {
        type.method(
                        "bool operator ==(" + name + " left, " + name + " right)",
                        (@Nullable Object a, @Nullable Object b) -> Objects.equals(a, b))
                .method(
                        "bool operator !=(" + name + " left, " + name + " right)",
                        (@Nullable Object a, @Nullable Object b) -> !Objects.equals(a, b))
                .method("bool Equals(" + name + " other)", (Object a, @Nullable Object b) -> a.equals(b))
                .method("bool Equals(object obj)", (Object a, @Nullable Object b) -> a.equals(b))
                .method("int GetHashCode()", (Object a) -> a.hashCode());
    }

    private static void oid(TypeBuilder type) {
        type.method("()", () -> new Identifier(null, null))
                .method("(Oid oid)", (@Nullable Identifier oid) -> Crypto.given(oid, "oid"))
                .method("(string oid)", (@Nullable String oid) -> Oids.named(Crypto.given(oid, "oid")))
                .method(
                        "(string value, string friendlyName)",
                        (@Nullable String value, @Nullable String name) -> new Identifier(value, name))
                .method(
                        "static Oid FromOidValue(string oidValue, OidGroup group)",
                        (@Nullable String oid, Object group) -> Oids.named(Crypto.given(oid, "oidValue")))
                .method(
                        "static Oid FromFriendlyName(string friendlyName, OidGroup group)",
                        (@Nullable String name, Object group) -> Oids.named(Crypto.given(name, "friendlyName")))
                .property("string Value", Identifier::value)
                .property("string FriendlyName", Identifier::friendlyName);
    }

    private static void random(TypeBuilder type) {
        type.base("IDisposable")
                .method("static RandomNumberGenerator Create()", () -> Generator.SECURE)
                .methodWith("static byte[] GetBytes(int count)", (call, a) -> {
                    int count = Randomness.size((Integer) Objects.requireNonNull(a[0]), "count");
                    call.evaluation().make(count);
                    return Crypto.random(count);
                })
                .method("static int GetInt32(int toExclusive)", (Integer to) -> Randomness.below(to))
                .method(
                        "static int GetInt32(int fromInclusive, int toExclusive)",
                        (Integer from, Integer to) -> Randomness.between(from, to))
                .methodWith("static string GetHexString(int stringLength, bool lowercase = false)", (call, a) -> {
                    int length = Randomness.size((Integer) Objects.requireNonNull(a[0]), "stringLength");
                    call.evaluation().make(length);
                    HexFormat hex = Boolean.TRUE.equals(a[1])
                            ? HexFormat.of()
                            : HexFormat.of().withUpperCase();
                    return hex.formatHex(Crypto.random((length + 1) / 2)).substring(0, length);
                })
                .method(
                        "void GetBytes(byte[] data)",
                        (Generator g, byte @Nullable [] data) -> Randomness.fill(data, false))
                .method(
                        "void GetBytes(byte[] data, int offset, int count)",
                        (Generator g, byte @Nullable [] data, Integer offset, Integer count) ->
                                Randomness.fill(data, offset, count))
                .method(
                        "void GetNonZeroBytes(byte[] data)",
                        (Generator g, byte @Nullable [] data) -> Randomness.fill(data, true))
                .method("void Dispose()", (Generator g) -> null)
                .refused("Fill", "it writes into a span; use GetBytes")
                .refused("GetString", "it reads a span; use GetHexString")
                .refused("GetItems", "it reads a span; use GetInt32")
                .refused("Shuffle", "it writes into a span; use GetInt32");
    }
}
