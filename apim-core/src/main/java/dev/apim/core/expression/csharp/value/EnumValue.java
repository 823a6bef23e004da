package dev.apim.core.expression.csharp.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a .NET enumeration. Equal to another of the same enumeration and number. Immutable. */
public final class EnumValue implements Formattable {
    private final Type type;
    private final long value;

    private EnumValue(Type type, long value) {
        this.type = type;
        this.value = value;
    }

    /**
     * An enumeration.
     *
     * @param name of the .NET type
     * @param members number by name, in the order of the declaration
     * @param flags whether its numbers are combined bit by bit
     */
    public record Type(String name, Map<String, Long> members, boolean flags) {
        /** The value of this number, whether it has a name or not. */
        public EnumValue of(long number) {
            return new EnumValue(this, number);
        }

        /** The value of this name. */
        public EnumValue of(String member) {
            Long number = members.get(member);
            if (number == null) {
                throw new IllegalArgumentException(name + " has no member " + member);
            }
            return new EnumValue(this, number);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The enumeration. */
    public Type type() {
        return type;
    }

    /** The number. */
    public long value() {
        return value;
    }

    /** Whether all bits of a flag are set. */
    public boolean has(long flag) {
        return (value & flag) == flag;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnumValue that && that.type == type && that.value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    /** The name; of combined flags the names; where there is none the number. */
    @Override
    public String toString() {
        for (Map.Entry<String, Long> member : type.members.entrySet()) {
            if (member.getValue() == value) {
                return member.getKey();
            }
        }
        return type.flags ? combined() : Long.toString(value);
    }

    /**
     * As {@code ToString(format)} gives it: {@code G} the name, {@code F} of any enumeration the combined names, {@code D} the number,
     * {@code X} its eight hexadecimal digits.
     */
    @Override
    public String format(@Nullable String format) {
        if (format == null || format.isEmpty()) {
            return toString();
        }
        return switch (format) {
            case "G", "g" -> toString();
            case "D", "d" -> Long.toString(value);
            case "X", "x" -> String.format(Locale.ROOT, "%08X", (int) value);
            case "F", "f" -> combined();
            default ->
                throw DotNetException.format(
                        "Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or \"d\".");
        };
    }

    private String combined() {
        List<Map.Entry<String, Long>> members = new ArrayList<>(type.members.entrySet());
        members.sort(Map.Entry.comparingByValue());
        List<String> names = new ArrayList<>();
        long rest = value;
        if (value == 0) {
            return members.isEmpty() || members.get(0).getValue() != 0
                    ? "0"
                    : members.get(0).getKey();
        }
        for (int i = members.size() - 1; i >= 0 && rest != 0; i--) {
            long bits = members.get(i).getValue();
            if (bits != 0 && (rest & bits) == bits) {
                names.add(0, members.get(i).getKey());
                rest &= ~bits;
            }
        }
        return rest == 0 ? String.join(", ", names) : Long.toString(value);
    }
}
