package dev.apim.core.fluent;

/**
 * One policy, as Java writes it. Immutable, so that it may stand in many documents.
 *
 * <p>The builders of this package are steps; so is, for a policy that they do not know, what makes its element:
 *
 * <pre>{@code
 * PolicyStep teapot = () -> PolicyXml.of("teapot").attribute("strength", "2");
 * }</pre>
 */
public interface PolicyStep {
    /** The policy's element. */
    PolicyXml element();
}
