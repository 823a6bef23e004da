package dev.apim.core.expression.csharp.crypto;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code HashAlgorithm} and the classes derived from it. */
final class HashTypes {
    private static final String ASYNC = "it reads a stream";
    private static final int BITS = 8;

    private HashTypes() {}

    static void register(TypeTable.Registry types) {
        types.type(Crypto.NAMESPACE + "HashAlgorithm", Kind.CLASS, Hasher.class, HashTypes::algorithm)
                .type(Crypto.NAMESPACE + "KeyedHashAlgorithm", Kind.CLASS, Hasher.class, HashTypes::keyed)
                .type(Crypto.NAMESPACE + "HMAC", Kind.CLASS, Hasher.class, HashTypes::mac);
        for (HashKind kind : HashKind.values()) {
            types.type(Crypto.NAMESPACE + kind, Kind.CLASS, Hasher.class, type -> plain(type, kind));
            types.type(Crypto.NAMESPACE + "HMAC" + kind, Kind.CLASS, Hasher.class, type -> mac(type, kind));
            provider(types, kind, kind == HashKind.MD5 ? "CryptoServiceProvider" : "Managed");
            if (kind != HashKind.MD5) {
                provider(types, kind, "CryptoServiceProvider");
            }
        }
    }

    private static void provider(TypeTable.Registry types, HashKind kind, String suffix) {
        String name = kind + suffix;
        types.type(
                Crypto.NAMESPACE + name,
                Kind.CLASS,
                Hasher.class,
                type -> type.base(kind.name())
                        .instance(value -> value instanceof Hasher hasher
                                && hasher.className().equals(name))
                        .method("()", () -> Hasher.plain(kind, name)));
    }

    private static void algorithm(TypeBuilder type) {
        type.base("IDisposable", "ICryptoTransform")
                .method("static HashAlgorithm Create(string hashName)", (@Nullable String name) -> named(name))
                .property("byte[] Hash", Hasher::hash)
                .property("int HashSize", (Hasher h) -> h.kind().size() * BITS)
                .property("bool CanReuseTransform", (Hasher h) -> true)
                .property("bool CanTransformMultipleBlocks", (Hasher h) -> true)
                .property("int InputBlockSize", (Hasher h) -> 1)
                .property("int OutputBlockSize", (Hasher h) -> 1)
                .methodWith("byte[] ComputeHash(byte[] buffer)", HashTypes::compute)
                .costly()
                .methodWith("byte[] ComputeHash(byte[] buffer, int offset, int count)", HashTypes::computePart)
                .costly()
                .methodWith(
                        "int TransformBlock(byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer, int outputOffset)",
                        HashTypes::block)
                .costly()
                .methodWith(
                        "byte[] TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount)",
                        HashTypes::last)
                .costly()
                .method("void Initialize()", (Hasher h) -> {
                    h.initialize();
                    return null;
                })
                .method("void Clear()", HashTypes::dispose)
                .method("void Dispose()", HashTypes::dispose)
                .method("string ToString()", Hasher::toString)
                .refused("ComputeHashAsync", ASYNC)
                .refused("TryComputeHash", "it writes into a span; use ComputeHash");
    }

    private static @Nullable Object dispose(Hasher hasher) {
        hasher.dispose();
        return null;
    }

    private static Hasher self(@Nullable Object[] a) {
        return (Hasher) Objects.requireNonNull(a[0]);
    }

    private static Object compute(Code.Call call, @Nullable Object[] a) {
        byte[] bytes = Crypto.given((byte[]) a[1], "buffer");
        return self(a).compute(counted(call, bytes));
    }

    private static Object computePart(Code.Call call, @Nullable Object[] a) {
        return self(a).compute(counted(call, part(a, 1, "buffer", "offset", "count")));
    }

    private static Object block(Code.Call call, @Nullable Object[] a) {
        byte[] bytes = part(a, 1, "inputBuffer", "inputOffset", "inputCount");
        self(a).write(counted(call, bytes));
        byte[] out = (byte[]) a[4];
        if (out != null && out != a[1]) {
            System.arraycopy(bytes, 0, out, (Integer) Objects.requireNonNull(a[5]), bytes.length);
        }
        return bytes.length;
    }

    private static Object last(Code.Call call, @Nullable Object[] a) {
        byte[] bytes = part(a, 1, "inputBuffer", "inputOffset", "inputCount");
        self(a).write(counted(call, bytes));
        self(a).finish();
        return bytes;
    }

    static byte[] part(@Nullable Object[] a, int index, String array, String at, String size) {
        int offset = (Integer) Objects.requireNonNull(a[index + 1]);
        int count = (Integer) Objects.requireNonNull(a[index + 2]);
        return Crypto.part((byte[]) a[index], offset, count, array, at, size);
    }

    static byte[] counted(Code.Call call, byte[] bytes) {
        call.evaluation().steps(1 + bytes.length / 64);
        return bytes;
    }

    /** The algorithm of a name of .NET's, absent of an unknown one. */
    private static @Nullable Hasher named(@Nullable String name) {
        String given = Crypto.given(name, "name");
        Hasher keyed = namedMac(given);
        if (keyed != null) {
            return keyed;
        }
        HashKind kind = HashKind.named(given);
        return kind == null ? null : Hasher.plain(kind, kind.name());
    }

    private static @Nullable Hasher namedMac(String name) {
        String plain = name.replace(Crypto.NAMESPACE, "").toUpperCase(Locale.ROOT);
        HashKind kind = plain.startsWith("HMAC") ? HashKind.named(plain.substring("HMAC".length())) : null;
        return kind == null ? null : Hasher.keyed(kind, Crypto.random(kind.block()));
    }

    private static void keyed(TypeBuilder type) {
        type.base("HashAlgorithm")
                .instance(value -> value instanceof Hasher hasher && hasher.isKeyed())
                .method(
                        "static KeyedHashAlgorithm Create(string algName)",
                        (@Nullable String name) -> namedMac(Crypto.given(name, "name")))
                .property("byte[] Key", Hasher::key, (Hasher h, byte @Nullable [] key) -> {
                    h.key(key);
                    return null;
                });
    }

    private static void mac(TypeBuilder type) {
        type.base("KeyedHashAlgorithm")
                .instance(value -> value instanceof Hasher hasher && hasher.isKeyed())
                .method(
                        "static HMAC Create(string algorithmName)",
                        (@Nullable String name) -> namedMac(Crypto.given(name, "name")))
                .property("string HashName", (Hasher h) -> h.kind().name());
    }

    private static void plain(TypeBuilder type, HashKind kind) {
        type.base("HashAlgorithm")
                .instance(value -> value instanceof Hasher hasher && !hasher.isKeyed() && hasher.kind() == kind)
                .constant("int HashSizeInBits", kind.size() * BITS)
                .constant("int HashSizeInBytes", kind.size())
                .method("static " + kind + " Create()", () -> Hasher.plain(kind, kind.name()))
                .method("static " + kind + " Create(string hashName)", (@Nullable String name) -> {
                    Hasher found = named(name);
                    return found != null && !found.isKeyed() && found.kind() == kind ? found : null;
                })
                .methodWith(
                        "static byte[] HashData(byte[] source)",
                        (call, a) -> Hasher.plain(kind, kind.name())
                                .compute(counted(call, Crypto.given((byte[]) a[0], "source"))))
                .costly()
                .refused("HashDataAsync", ASYNC)
                .refused("TryHashData", "it writes into a span; use HashData");
    }

    private static void mac(TypeBuilder type, HashKind kind) {
        type.base("HMAC")
                .instance(value -> value instanceof Hasher hasher && hasher.isKeyed() && hasher.kind() == kind)
                .constant("int HashSizeInBits", kind.size() * BITS)
                .constant("int HashSizeInBytes", kind.size())
                .method("()", () -> Hasher.keyed(kind, Crypto.random(kind.block())))
                .method("(byte[] key)", (byte @Nullable [] key) -> Hasher.keyed(kind, Crypto.given(key, "key")))
                .methodWith(
                        "static byte[] HashData(byte[] key, byte[] source)",
                        (call, a) -> Hasher.keyed(kind, Crypto.given((byte[]) a[0], "key"))
                                .compute(counted(call, Crypto.given((byte[]) a[1], "source"))))
                .costly()
                .refused("HashDataAsync", ASYNC)
                .refused("TryHashData", "it writes into a span; use HashData");
        if (kind == HashKind.SHA1) {
            type.method(
                    "(byte[] key, bool useManagedSha1)",
                    (byte @Nullable [] key, Boolean managed) -> Hasher.keyed(kind, Crypto.given(key, "key")));
        }
        if (kind == HashKind.SHA384 || kind == HashKind.SHA512) {
            type.property("bool ProduceLegacyHmacValues", (Hasher h) -> false);
        }
    }
}
