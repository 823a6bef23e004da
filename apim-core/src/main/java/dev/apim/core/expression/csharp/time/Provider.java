package dev.apim.core.expression.csharp.time;

/** .NET's {@code IFormatProvider}: what members that write and read take and, since all is invariant, do not look at. */
public sealed interface Provider permits Culture, Provider.Dates, Provider.Numbers {
    /** .NET's {@code DateTimeFormatInfo} of the invariant culture. */
    record Dates() implements Provider {
        static final Dates INVARIANT = new Dates();

        @Override
        public String toString() {
            return "System.Globalization.DateTimeFormatInfo";
        }
    }

    /** .NET's {@code NumberFormatInfo} of the invariant culture. */
    record Numbers() implements Provider {
        static final Numbers INVARIANT = new Numbers();

        @Override
        public String toString() {
            return "System.Globalization.NumberFormatInfo";
        }
    }
}
