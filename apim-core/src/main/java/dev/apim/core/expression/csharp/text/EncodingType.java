package dev.apim.core.expression.csharp.text;

import dev.apim.core.expression.csharp.type.Code.Call;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code Encoding}. */
final class EncodingType {
    private static final String RANGE = "Index and count must refer to a location within the buffer.";

    private EncodingType() {}

    static void define(TypeBuilder type) {
        type.base("object");
        instances(type);
        names(type);
        encode(type);
        decode(type);
        type.refused("GetDecoder", "it keeps state for streams")
                .refused("GetEncoder", "it keeps state for streams")
                .refused("GetEncodings", "EncodingInfo is not offered")
                .refused("RegisterProvider", "it changes what all expressions share")
                .refused("CreateTranscodingStream", "streams are not offered")
                .refused("UTF7", "UTF-7 is insecure and disabled by .NET itself")
                .refused("DecoderFallback", "fallbacks are not offered; what is invalid is replaced")
                .refused("EncoderFallback", "fallbacks are not offered; what is invalid is replaced");
    }

    private static void instances(TypeBuilder type) {
        type.staticProperty("Encoding UTF8", () -> TextEncoding.UTF8)
                .staticProperty("Encoding Default", () -> TextEncoding.UTF8)
                .staticProperty("Encoding ASCII", () -> TextEncoding.ASCII)
                .staticProperty("Encoding Latin1", () -> TextEncoding.LATIN1)
                .staticProperty("Encoding Unicode", () -> TextEncoding.UTF16)
                .staticProperty("Encoding BigEndianUnicode", () -> TextEncoding.UTF16_BIG)
                .staticProperty("Encoding UTF32", () -> TextEncoding.UTF32)
                .method(
                        "static Encoding GetEncoding(string name)",
                        (@Nullable String name) -> TextEncoding.of(Bounds.notNull(name, "name")))
                .method("static Encoding GetEncoding(int codepage)", (Integer codePage) -> TextEncoding.of(codePage))
                .methodWith(
                        "static byte[] Convert(Encoding srcEncoding, Encoding dstEncoding, byte[] bytes)",
                        (call, a) -> {
                            byte[] bytes = Bounds.notNull((byte[]) a[2], "bytes");
                            return convert(call, a, bytes, 0, bytes.length);
                        })
                .costly()
                .methodWith(
                        "static byte[] Convert(Encoding srcEncoding, Encoding dstEncoding, byte[] bytes, int index, int count)",
                        (call, a) -> convert(
                                call, a, Bounds.notNull((byte[]) a[2], "bytes"), (Integer) a[3], (Integer) a[4]))
                .costly()
                .method("bool Equals(object value)", (TextEncoding self, @Nullable Object other) -> self == other)
                .method("int GetHashCode()", TextEncoding::codePage)
                .method("object Clone()", (TextEncoding self) -> self)
                .property("bool IsReadOnly", (TextEncoding self) -> true);
    }

    private static byte[] convert(Call call, @Nullable Object[] a, byte[] bytes, int index, int count) {
        TextEncoding from = Bounds.notNull((TextEncoding) a[0], "srcEncoding");
        TextEncoding to = Bounds.notNull((TextEncoding) a[1], "dstEncoding");
        return to.bytes(decoded(call, from, bytes, index, count));
    }

    private static void names(TypeBuilder type) {
        type.property("string EncodingName", TextEncoding::encodingName)
                .property("string WebName", TextEncoding::webName)
                .property("string BodyName", (TextEncoding self) -> self.webName())
                .property("string HeaderName", (TextEncoding self) -> self.webName())
                .property("int CodePage", TextEncoding::codePage)
                .property(
                        "int WindowsCodePage",
                        (TextEncoding self) -> self == TextEncoding.ASCII || self == TextEncoding.LATIN1 ? 1252 : 1200)
                .property("bool IsSingleByte", TextEncoding::isSingleByte)
                .property(
                        "bool IsBrowserDisplay",
                        (TextEncoding self) -> self == TextEncoding.UTF8 || self == TextEncoding.LATIN1)
                .property(
                        "bool IsBrowserSave",
                        (TextEncoding self) ->
                                self == TextEncoding.UTF8 || self == TextEncoding.LATIN1 || self == TextEncoding.UTF16)
                .property("bool IsMailNewsDisplay", (TextEncoding self) -> isMail(self))
                .property("bool IsMailNewsSave", (TextEncoding self) -> isMail(self))
                .method("byte[] GetPreamble()", (TextEncoding self) -> self.preamble())
                .method("bool IsAlwaysNormalized()", (TextEncoding self) -> self == TextEncoding.ASCII)
                .method("int GetMaxByteCount(int charCount)", (TextEncoding self, Integer count) -> {
                    Bounds.notNegative(count, "charCount", "Non-negative number required.");
                    return self.maxBytes(count);
                })
                .method("int GetMaxCharCount(int byteCount)", (TextEncoding self, Integer count) -> {
                    Bounds.notNegative(count, "byteCount", "Non-negative number required.");
                    return self.maxCharacters(count);
                });
    }

    private static boolean isMail(TextEncoding encoding) {
        return encoding == TextEncoding.UTF8 || encoding == TextEncoding.LATIN1 || encoding == TextEncoding.ASCII;
    }

    private static void encode(TypeBuilder type) {
        type.methodWith("byte[] GetBytes(string s)", (call, a) -> encoded(call, a, Bounds.notNull((String) a[1], "s")))
                .methodWith("byte[] GetBytes(char[] chars)", (call, a) -> encoded(call, a, chars(a)))
                .methodWith(
                        "byte[] GetBytes(char[] chars, int index, int count)",
                        (call, a) -> encoded(call, a, part(a, chars(a))))
                .methodWith(
                        "byte[] GetBytes(string s, int index, int count)",
                        (call, a) -> encoded(call, a, part(a, Bounds.notNull((String) a[1], "s"))))
                .methodWith(
                        "int GetBytes(string s, int charIndex, int charCount, byte[] bytes, int byteIndex)",
                        (call, a) -> into(call, a, part(a, Bounds.notNull((String) a[1], "s"))))
                .methodWith(
                        "int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)",
                        (call, a) -> into(call, a, part(a, chars(a))))
                .methodWith(
                        "int GetByteCount(string s)",
                        (call, a) -> encoded(call, a, Bounds.notNull((String) a[1], "s")).length)
                .methodWith("int GetByteCount(char[] chars)", (call, a) -> encoded(call, a, chars(a)).length)
                .methodWith(
                        "int GetByteCount(char[] chars, int index, int count)",
                        (call, a) -> encoded(call, a, part(a, chars(a))).length)
                .methodWith(
                        "int GetByteCount(string s, int index, int count)",
                        (call, a) -> encoded(call, a, part(a, Bounds.notNull((String) a[1], "s"))).length);
    }

    private static TextEncoding self(@Nullable Object[] a) {
        return (TextEncoding) Objects.requireNonNull(a[0]);
    }

    private static String chars(@Nullable Object[] a) {
        return Chars.text(Bounds.notNull((Character[]) a[1], "chars"));
    }

    private static String part(@Nullable Object[] a, String text) {
        int index = (Integer) a[2];
        int count = (Integer) a[3];
        range(text.length(), index, count, "chars");
        return text.substring(index, index + count);
    }

    private static void range(int size, int index, int count, String name) {
        Bounds.notNegative(index, "index", "Non-negative number required.");
        Bounds.notNegative(count, "count", "Non-negative number required.");
        if (index > size - count) {
            throw DotNetException.outOfRange(RANGE, name);
        }
    }

    private static byte[] encoded(Call call, @Nullable Object[] a, String text) {
        call.evaluation().make(text.length());
        return self(a).bytes(text);
    }

    private static int into(Call call, @Nullable Object[] a, String text) {
        byte[] from = encoded(call, a, text);
        byte[] to = Bounds.notNull((byte[]) a[4], "bytes");
        int at = (Integer) a[5];
        if (at < 0 || at > to.length) {
            throw DotNetException.outOfRange(
                    "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
                    "byteIndex");
        }
        if (from.length > to.length - at) {
            throw DotNetException.argument(
                    "The output byte buffer is too small to contain the encoded data, encoding codepage '"
                            + self(a).codePage() + "' and fallback 'System.Text.EncoderReplacementFallback'.",
                    "bytes");
        }
        System.arraycopy(from, 0, to, at, from.length);
        return from.length;
    }

    private static void decode(TypeBuilder type) {
        type.methodWith("string GetString(byte[] bytes)", (call, a) -> whole(call, a))
                .methodWith("string GetString(byte[] bytes, int index, int count)", (call, a) -> slice(call, a))
                .methodWith("char[] GetChars(byte[] bytes)", (call, a) -> Chars.array(whole(call, a)))
                .methodWith(
                        "char[] GetChars(byte[] bytes, int index, int count)", (call, a) -> Chars.array(slice(call, a)))
                .methodWith(
                        "int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)",
                        (call, a) -> {
                            Character[] from = Chars.array(slice(call, a));
                            Character[] to = Bounds.notNull((Character[]) a[4], "chars");
                            int at = (Integer) a[5];
                            if (at < 0 || from.length > to.length - at) {
                                throw DotNetException.argument(
                                        "The output char buffer is too small to contain the decoded characters, encoding codepage '"
                                                + self(a).codePage()
                                                + "' and fallback 'System.Text.DecoderReplacementFallback'.",
                                        "chars");
                            }
                            System.arraycopy(from, 0, to, at, from.length);
                            return from.length;
                        })
                .methodWith(
                        "int GetCharCount(byte[] bytes)",
                        (call, a) -> whole(call, a).length())
                .methodWith(
                        "int GetCharCount(byte[] bytes, int index, int count)",
                        (call, a) -> slice(call, a).length());
    }

    private static String whole(Call call, @Nullable Object[] a) {
        byte[] bytes = Bounds.notNull((byte[]) a[1], "bytes");
        return decoded(call, self(a), bytes, 0, bytes.length);
    }

    private static String slice(Call call, @Nullable Object[] a) {
        return decoded(call, self(a), Bounds.notNull((byte[]) a[1], "bytes"), (Integer) a[2], (Integer) a[3]);
    }

    private static String decoded(Call call, TextEncoding encoding, byte[] bytes, int index, int count) {
        range(bytes.length, index, count, "bytes");
        call.evaluation().make(count);
        return encoding.text(bytes, index, count);
    }
}
