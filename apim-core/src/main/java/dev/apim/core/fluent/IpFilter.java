package dev.apim.core.fluent;

import java.util.List;
import java.util.function.UnaryOperator;

/** Lets requests pass, or not, by the caller's address. Azure: {@code ip-filter}. Immutable. */
public final class IpFilter implements PolicyStep {
    private static final List<String> ORDER = List.of("address", "address-range");

    private final PolicyXml xml;

    IpFilter(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public IpFilter id(String value) {
        return new IpFilter(xml.attribute("id", value));
    }

    /**
     * What the addresses are: allowed, or forbidden. One of {@code allow}, {@code forbid}. Required. May be an
     * expression.
     */
    public IpFilter action(String value) {
        return new IpFilter(xml.attribute("action", value));
    }

    /** An address. May be repeated. */
    public IpFilter address(String value) {
        return new IpFilter(xml.child(ORDER, "address", value));
    }

    /** All addresses from one to another, both included. May be repeated. */
    public IpFilter addressRange(UnaryOperator<AddressRange> with) {
        AddressRange child = with.apply(new AddressRange(PolicyXml.of("address-range")));
        return new IpFilter(xml.child(ORDER, child.xml));
    }

    @Override
    public PolicyXml element() {
        return xml;
    }

    /** Its XML. */
    @Override
    public String toString() {
        return xml.toString();
    }

    /** All addresses from one to another, both included. Azure: {@code address-range}. Immutable. */
    public static final class AddressRange {
        private final PolicyXml xml;

        AddressRange(PolicyXml xml) {
            this.xml = xml;
        }

        /** The least. Required. May be an expression. */
        public AddressRange from(String value) {
            return new AddressRange(xml.attribute("from", value));
        }

        /** The greatest. Required. May be an expression. */
        public AddressRange to(String value) {
            return new AddressRange(xml.attribute("to", value));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }
    }
}
