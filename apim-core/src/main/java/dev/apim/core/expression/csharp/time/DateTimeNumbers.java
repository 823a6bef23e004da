package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;

/** The numbers a {@code DateTime} is kept as elsewhere: Windows file times, OLE Automation dates, .NET's own binary form. */
final class DateTimeNumbers {
    static final long FILE_TIME_OFFSET = 504_911_232_000_000_000L;
    private static final long OLE_OFFSET = 599_264_352_000_000_000L;
    private static final long OLE_MIN_TICKS = 31_241_376_000_000_000L;
    private static final long MILLIS_PER_DAY = 86_400_000L;
    private static final double OLE_MAX = 2_958_466.0;
    private static final double OLE_MIN = -657_435.0;
    private static final long TICKS_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long TICKS_CEILING = 0x4000_0000_0000_0000L;
    private static final int KIND_SHIFT = 62;

    private DateTimeNumbers() {}

    static void define(TypeBuilder type) {
        type.method("long ToFileTime()", (DateTime t) -> toFileTime(t))
                .method("long ToFileTimeUtc()", (DateTime t) -> toFileTime(t))
                .method("static DateTime FromFileTime(long fileTime)", (Long n) -> fromFileTime(n, DateTime.Kind.LOCAL))
                .method(
                        "static DateTime FromFileTimeUtc(long fileTime)",
                        (Long n) -> fromFileTime(n, DateTime.Kind.UTC))
                .method("double ToOADate()", DateTimeNumbers::toOle)
                .method("static DateTime FromOADate(double d)", DateTimeNumbers::fromOle)
                .method(
                        "long ToBinary()",
                        (DateTime t) -> t.kind() == DateTime.Kind.LOCAL
                                ? t.ticks() | Long.MIN_VALUE
                                : t.ticks() | ((long) t.kind().number() << KIND_SHIFT))
                .method("static DateTime FromBinary(long dateData)", DateTimeNumbers::fromBinary);
    }

    static long toFileTime(DateTime time) {
        long ticks = time.ticks() - FILE_TIME_OFFSET;
        if (ticks < 0) {
            throw new DotNetException("System.ArgumentOutOfRangeException", "Not a valid Win32 FileTime.");
        }
        return ticks;
    }

    static DateTime fromFileTime(long fileTime, DateTime.Kind kind) {
        if (fileTime < 0 || fileTime > DateTime.MAX_TICKS - FILE_TIME_OFFSET) {
            throw DotNetException.outOfRange("Not a valid Win32 FileTime.", "fileTime");
        }
        return DateTime.of(fileTime + FILE_TIME_OFFSET, kind);
    }

    private static Double toOle(DateTime time) {
        long ticks = time.ticks();
        if (ticks == 0) {
            return 0.0;
        }
        if (ticks < TimeSpan.TICKS_PER_DAY) {
            ticks += OLE_OFFSET;
        }
        if (ticks < OLE_MIN_TICKS) {
            throw DotNetException.overflow(" Not a legal OleAut date.");
        }
        long millis = (ticks - OLE_OFFSET) / TimeSpan.TICKS_PER_MILLISECOND;
        if (millis < 0) {
            long rest = millis % MILLIS_PER_DAY;
            if (rest != 0) {
                millis -= (MILLIS_PER_DAY + rest) * 2;
            }
        }
        return (double) millis / MILLIS_PER_DAY;
    }

    private static DateTime fromOle(Double days) {
        if (!(days < OLE_MAX) || !(days > OLE_MIN)) {
            throw DotNetException.argument(" Not a legal OleAut date.", null);
        }
        long millis = (long) (days * MILLIS_PER_DAY + (days >= 0 ? 0.5 : -0.5));
        if (millis < 0) {
            millis -= (millis % MILLIS_PER_DAY) * 2;
        }
        millis += OLE_OFFSET / TimeSpan.TICKS_PER_MILLISECOND;
        return DateTime.of(millis * TimeSpan.TICKS_PER_MILLISECOND, DateTime.Kind.UNSPECIFIED);
    }

    private static DateTime fromBinary(Long data) {
        long ticks = data & TICKS_MASK;
        if (data < 0) {
            long local = ticks > TICKS_CEILING - TimeSpan.TICKS_PER_DAY ? ticks - TICKS_CEILING : ticks;
            return checked(local, DateTime.Kind.LOCAL);
        }
        boolean isUtc = data >>> KIND_SHIFT == 1;
        return checked(ticks, isUtc ? DateTime.Kind.UTC : DateTime.Kind.UNSPECIFIED);
    }

    private static DateTime checked(long ticks, DateTime.Kind kind) {
        if (!DateTime.isValid(ticks)) {
            throw DotNetException.argument(
                    "The binary data must result in a DateTime with ticks between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.",
                    "dateData");
        }
        return DateTime.of(ticks, kind);
    }
}
