package dev.apim.core.fluent;

/** Runs the first branch whose condition holds. Azure: {@code choose}. Immutable. */
public final class Choose implements PolicyStep {
    private final PolicyXml xml;

    Choose(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public Choose id(String value) {
        return new Choose(xml.attribute("id", value));
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

    /** A part of {@code choose}. */
    public sealed interface Branch permits When, Otherwise {
        /** Its element. */
        PolicyXml element();
    }

    /** A branch. Azure: {@code when}. Immutable. */
    public static final class When implements Branch {
        private final PolicyXml xml;

        When(PolicyXml xml) {
            this.xml = xml;
        }

        /** Whether the branch runs. Required. */
        public When condition(boolean value) {
            return new When(xml.attribute("condition", value));
        }

        /** The same as text, or an expression. */
        public When condition(String value) {
            return new When(xml.attribute("condition", value));
        }

        /** With these policies, behind those it has. */
        public When steps(PolicyStep... steps) {
            return new When(xml.steps(steps));
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
    }

    /** Runs when no condition holds. Azure: {@code otherwise}. Immutable. */
    public static final class Otherwise implements Branch {
        private final PolicyXml xml;

        Otherwise(PolicyXml xml) {
            this.xml = xml;
        }

        /** With these policies, behind those it has. */
        public Otherwise steps(PolicyStep... steps) {
            return new Otherwise(xml.steps(steps));
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
    }
}
