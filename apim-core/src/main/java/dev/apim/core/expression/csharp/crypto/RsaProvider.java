package dev.apim.core.expression.csharp.crypto;

import dev.apim.core.expression.csharp.crypto.Names.EncryptionPadding;
import dev.apim.core.expression.csharp.crypto.Names.SignaturePadding;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import org.jspecify.annotations.Nullable;

/** {@code RSACryptoServiceProvider}, which has older overloads, and what it shares with {@code RSACng}. */
final class RsaProvider {
    private RsaProvider() {}

    static TypeBuilder derived(TypeBuilder type, String name) {
        return type.base("RSA")
                .instance(
                        value -> value instanceof RsaKey key && key.className().equals(name))
                .method("()", () -> new RsaKey(name))
                .method("(int keySize)", (Integer bits) -> RsaTypes.sized(name, bits));
    }

    static void define(TypeBuilder type) {
        derived(type, "RSACryptoServiceProvider")
                .property("bool PublicOnly", RsaKey::isPublicOnly)
                .costly()
                .property("bool PersistKeyInCsp", (RsaKey key) -> false, (RsaKey key, Boolean persist) -> null)
                .method(
                        "byte[] SignData(byte[] buffer, object halg)",
                        (RsaKey key, byte @Nullable [] data, @Nullable Object hash) ->
                                key.sign(Crypto.given(data, "buffer"), named(hash), SignaturePadding.PKCS1))
                .costly()
                .methodWith(
                        "byte[] SignData(byte[] buffer, int offset, int count, object halg)",
                        (call, a) -> RsaTypes.self(a)
                                .sign(
                                        HashTypes.part(a, 1, "buffer", "offset", "count"),
                                        named(a[4]),
                                        SignaturePadding.PKCS1))
                .costly()
                .methodWith(
                        "bool VerifyData(byte[] buffer, object halg, byte[] signature)",
                        (call, a) -> RsaTypes.self(a)
                                .verify(
                                        RsaTypes.bytes(a, 1, "buffer"),
                                        RsaTypes.bytes(a, 3, "signature"),
                                        named(a[2]),
                                        SignaturePadding.PKCS1))
                .costly();
        hashes(type);
    }

    private static void hashes(TypeBuilder type) {
        type.methodWith(
                        "byte[] SignHash(byte[] rgbHash, string str)",
                        (call, a) -> RsaTypes.self(a)
                                .signHash(RsaTypes.bytes(a, 1, "rgbHash"), named(a[2]), SignaturePadding.PKCS1))
                .costly()
                .methodWith(
                        "bool VerifyHash(byte[] rgbHash, string str, byte[] rgbSignature)",
                        (call, a) -> RsaTypes.self(a)
                                .verifyHash(
                                        RsaTypes.bytes(a, 1, "rgbHash"),
                                        RsaTypes.bytes(a, 3, "rgbSignature"),
                                        named(a[2]),
                                        SignaturePadding.PKCS1))
                .costly();
        oldCiphering(type);
    }

    private static void oldCiphering(TypeBuilder type) {
        type.method(
                        "byte[] Encrypt(byte[] rgb, bool fOAEP)",
                        (RsaKey key, byte @Nullable [] data, Boolean oaep) ->
                                key.encrypt(Crypto.given(data, "rgb"), ciphering(oaep)))
                .costly()
                .method(
                        "byte[] Decrypt(byte[] rgb, bool fOAEP)",
                        (RsaKey key, byte @Nullable [] data, Boolean oaep) ->
                                key.decrypt(Crypto.given(data, "rgb"), ciphering(oaep)))
                .costly()
                .refused("ExportCspBlob", "it is a form of Windows' own")
                .refused("ImportCspBlob", "it is a form of Windows' own");
    }

    private static EncryptionPadding ciphering(boolean oaep) {
        return oaep ? EncryptionPadding.oaep(HashKind.SHA1) : EncryptionPadding.PKCS1;
    }

    /** By name, number or object. */
    private static HashKind named(@Nullable Object hash) {
        if (Crypto.given(hash, "halg") instanceof Hasher hasher) {
            return hasher.kind();
        }
        HashKind kind = hash instanceof String name ? HashKind.named(name) : null;
        if (kind == null && hash instanceof String oid && Oids.knownHash(oid) != null) {
            kind = Oids.hash(oid).kind();
        }
        if (kind == null) {
            throw DotNetException.argument("Invalid hash algorithm name.", null);
        }
        return kind;
    }
}
