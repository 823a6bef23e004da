package dev.apim.core.expression.csharp.crypto;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code SymmetricAlgorithm}, the classes derived from it, {@code ICryptoTransform}, and the gateway's {@code Encrypt} and {@code Decrypt}. */
final class SymmetricTypes {
    private static final Map<String, CipherKind> BASES =
            Map.of("Aes", CipherKind.AES, "Rijndael", CipherKind.AES, "TripleDES", CipherKind.TRIPLE_DES);
    private static final Map<String, String> CLASSES = Map.of(
            "AesManaged", "Aes",
            "AesCryptoServiceProvider", "Aes",
            "AesCng", "Aes",
            "RijndaelManaged", "Rijndael",
            "TripleDESCryptoServiceProvider", "TripleDES",
            "TripleDESCng", "TripleDES");

    private SymmetricTypes() {}

    static void register(TypeTable.Registry types) {
        types.enumeration(CryptoEnums.CIPHER_MODE)
                .enumeration(CryptoEnums.PADDING_MODE)
                .type(Crypto.NAMESPACE + "SymmetricAlgorithm", Kind.CLASS, Symmetric.class, SymmetricTypes::algorithm)
                .type(
                        Crypto.NAMESPACE + "ICryptoTransform",
                        Kind.INTERFACE,
                        Object.class,
                        type -> type.base("IDisposable")
                                .instance(value -> value instanceof Transform || value instanceof Hasher)
                                .property("int InputBlockSize", (Object t) -> size(t))
                                .property("int OutputBlockSize", (Object t) -> size(t))
                                .property("bool CanTransformMultipleBlocks", (Object t) -> true)
                                .property("bool CanReuseTransform", (Object t) -> true)
                                .methodWith(
                                        "int TransformBlock(byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer, int outputOffset)",
                                        SymmetricTypes::some)
                                .costly()
                                .methodWith(
                                        "byte[] TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount)",
                                        SymmetricTypes::last)
                                .costly()
                                .method("void Dispose()", (Object t) -> null));
        classes(types);
        types.extensions(Crypto.NAMESPACE + "CryptoExtensions", SymmetricTypes::extensions);
    }

    private static void classes(TypeTable.Registry types) {
        BASES.forEach((name, kind) -> types.type(
                Crypto.NAMESPACE + name,
                Kind.CLASS,
                Symmetric.class,
                type -> type.base("SymmetricAlgorithm")
                        .instance(value -> value instanceof Symmetric s
                                && (s.className().equals(name) || name.equals(CLASSES.get(s.className()))))
                        .method("static " + name + " Create()", () -> new Symmetric(kind, name))
                        .method("static " + name + " Create(string algorithmName)", (@Nullable String algorithm) -> {
                            CipherKind found = CipherKind.named(Crypto.given(algorithm, "name"));
                            return found == kind ? new Symmetric(kind, name) : null;
                        })));
        CLASSES.forEach((name, base) -> types.type(
                Crypto.NAMESPACE + name,
                Kind.CLASS,
                Symmetric.class,
                type -> type.base(base)
                        .instance(value ->
                                value instanceof Symmetric s && s.className().equals(name))
                        .method("()", () -> new Symmetric(Objects.requireNonNull(BASES.get(base)), name))));
    }

    private static Object size(Object transform) {
        return transform instanceof Transform t ? t.block() : 1;
    }

    private static void algorithm(TypeBuilder type) {
        type.base("IDisposable")
                .method("static SymmetricAlgorithm Create(string algName)", (@Nullable String name) -> {
                    CipherKind kind = CipherKind.named(Crypto.given(name, "name"));
                    return kind == null ? null : create(kind);
                })
                .property("byte[] Key", Symmetric::key, (Symmetric s, byte @Nullable [] key) -> {
                    s.key(key);
                    return null;
                })
                .property("byte[] IV", Symmetric::iv, (Symmetric s, byte @Nullable [] iv) -> {
                    s.iv(iv);
                    return null;
                })
                .property(
                        "CipherMode Mode",
                        (Symmetric s) -> CryptoEnums.CIPHER_MODE.of(s.mode()),
                        (Symmetric s, EnumValue mode) -> {
                            s.mode(mode.value());
                            return null;
                        })
                .property(
                        "PaddingMode Padding",
                        (Symmetric s) -> CryptoEnums.PADDING_MODE.of(s.padding()),
                        (Symmetric s, EnumValue padding) -> {
                            s.padding(padding.value());
                            return null;
                        });
        sizes(type);
        transforms(type);
        once(type);
    }

    private static void sizes(TypeBuilder type) {
        type.property("int KeySize", Symmetric::keyBits, (Symmetric s, Integer bits) -> {
                    s.keyBits(bits);
                    return null;
                })
                .property("int BlockSize", Symmetric::blockBits, (Symmetric s, Integer bits) -> {
                    s.blockBits(bits);
                    return null;
                })
                .property("int FeedbackSize", Symmetric::feedbackBits, (Symmetric s, Integer bits) -> {
                    s.feedbackBits(bits);
                    return null;
                });
    }

    private static Symmetric create(CipherKind kind) {
        return new Symmetric(kind, kind == CipherKind.AES ? "Aes" : "TripleDES");
    }

    private static void transforms(TypeBuilder type) {
        type.method(
                        "bool ValidKeySize(int bitLength)",
                        (Symmetric s, Integer bits) -> s.kind().takesKeyOf(bits))
                .method("ICryptoTransform CreateEncryptor()", (Symmetric s) -> s.transform(true))
                .method("ICryptoTransform CreateDecryptor()", (Symmetric s) -> s.transform(false))
                .method(
                        "ICryptoTransform CreateEncryptor(byte[] rgbKey, byte[] rgbIV)",
                        (Symmetric s, byte @Nullable [] key, byte @Nullable [] iv) -> s.transform(true, key, iv))
                .method(
                        "ICryptoTransform CreateDecryptor(byte[] rgbKey, byte[] rgbIV)",
                        (Symmetric s, byte @Nullable [] key, byte @Nullable [] iv) -> s.transform(false, key, iv))
                .method("void GenerateKey()", (Symmetric s) -> {
                    s.generateKey();
                    return null;
                })
                .method("void GenerateIV()", (Symmetric s) -> {
                    s.generateIv();
                    return null;
                })
                .method("void Clear()", SymmetricTypes::clear)
                .method("void Dispose()", SymmetricTypes::clear)
                .method("string ToString()", Symmetric::toString)
                .refused("LegalKeySizes", "use ValidKeySize")
                .refused("LegalBlockSizes", "use BlockSize");
    }

    private static @Nullable Object clear(Symmetric symmetric) {
        symmetric.clear();
        return null;
    }

    private static void once(TypeBuilder type) {
        for (boolean encrypts : new boolean[] {true, false}) {
            String verb = encrypts ? "Encrypt" : "Decrypt";
            String text = encrypts ? "plaintext" : "ciphertext";
            type.methodWith(
                            "byte[] " + verb + "Cbc(byte[] " + text + ", byte[] iv)",
                            (call, a) -> once(call, a, encrypts, Symmetric.CBC, text, Symmetric.PKCS7))
                    .costly()
                    .methodWith(
                            "byte[] " + verb + "Cbc(byte[] " + text + ", byte[] iv, PaddingMode paddingMode)",
                            (call, a) -> once(call, a, encrypts, Symmetric.CBC, text, padding(a[3])))
                    .costly()
                    .methodWith(
                            "byte[] " + verb + "Cfb(byte[] " + text + ", byte[] iv)",
                            (call, a) -> once(call, a, encrypts, Symmetric.CFB, text, Symmetric.NO_PADDING))
                    .costly()
                    .methodWith(
                            "byte[] " + verb + "Cfb(byte[] " + text + ", byte[] iv, PaddingMode paddingMode)",
                            (call, a) -> once(call, a, encrypts, Symmetric.CFB, text, padding(a[3])))
                    .costly()
                    .methodWith(
                            "byte[] " + verb + "Ecb(byte[] " + text + ", PaddingMode paddingMode)",
                            (call, a) -> once(
                                    call,
                                    new @Nullable Object[] {a[0], a[1], null},
                                    encrypts,
                                    Symmetric.ECB,
                                    text,
                                    padding(a[2])))
                    .costly();
        }
    }

    private static long padding(@Nullable Object argument) {
        return ((EnumValue) Objects.requireNonNull(argument)).value();
    }

    private static byte[] once(
            Code.Call call, @Nullable Object[] a, boolean encrypts, int mode, String text, long padding) {
        Symmetric symmetric = (Symmetric) Objects.requireNonNull(a[0]);
        byte[] bytes = counted(call, Crypto.given((byte[]) a[1], text));
        byte[] iv = mode == Symmetric.ECB ? null : Crypto.given((byte[]) a[2], "iv");
        return symmetric.once(encrypts, bytes, mode, iv, padding);
    }

    private static byte[] counted(Code.Call call, byte[] bytes) {
        call.evaluation().make(bytes.length + 16L);
        return HashTypes.counted(call, bytes);
    }

    private static Object some(Code.Call call, @Nullable Object[] a) {
        byte[] bytes = counted(call, HashTypes.part(a, 1, "inputBuffer", "inputOffset", "inputCount"));
        byte[] out = Crypto.given((byte[]) a[4], "outputBuffer");
        int at = (Integer) Objects.requireNonNull(a[5]);
        if (a[0] instanceof Hasher hasher) {
            hasher.write(bytes);
            return bytes.length;
        }
        byte[] made = ((Transform) Objects.requireNonNull(a[0])).some(bytes);
        if (at < 0 || at > out.length - made.length) {
            throw DotNetException.outOfRange("Output buffer is too small.", "outputBuffer");
        }
        System.arraycopy(made, 0, out, at, made.length);
        return made.length;
    }

    private static Object last(Code.Call call, @Nullable Object[] a) {
        byte[] bytes = counted(call, HashTypes.part(a, 1, "inputBuffer", "inputOffset", "inputCount"));
        if (a[0] instanceof Hasher hasher) {
            hasher.write(bytes);
            hasher.finish();
            return bytes;
        }
        return ((Transform) Objects.requireNonNull(a[0])).last(bytes);
    }

    private static void extensions(TypeBuilder type) {
        for (boolean encrypts : new boolean[] {true, false}) {
            String start = "byte[] " + (encrypts ? "Encrypt" : "Decrypt") + "(this byte[] input, ";
            type.methodWith(
                            start + "string alg, byte[] key, byte[] iv)",
                            (call, a) -> named((String) a[1])
                                    .transform(encrypts, (byte[]) a[2], (byte[]) a[3])
                                    .last(input(call, a)))
                    .costly()
                    .methodWith(
                            start + "SymmetricAlgorithm alg)",
                            (call, a) -> algorithm(a[1]).transform(encrypts).last(input(call, a)))
                    .costly()
                    .methodWith(
                            start + "SymmetricAlgorithm alg, byte[] key, byte[] iv)",
                            (call, a) -> algorithm(a[1])
                                    .transform(encrypts, (byte[]) a[2], (byte[]) a[3])
                                    .last(input(call, a)))
                    .costly();
        }
    }

    private static byte[] input(Code.Call call, @Nullable Object[] a) {
        return counted(call, Crypto.given((byte[]) a[0], "input"));
    }

    private static Symmetric algorithm(@Nullable Object argument) {
        return (Symmetric) Crypto.given(argument, "alg");
    }

    private static Symmetric named(@Nullable String name) {
        CipherKind kind = CipherKind.named(Crypto.given(name, "alg"));
        if (kind == null) {
            throw DotNetException.argument("The symmetric algorithm '" + name + "' is not known.", "alg");
        }
        return create(kind);
    }
}
