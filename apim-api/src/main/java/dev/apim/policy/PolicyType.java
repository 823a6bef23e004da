package dev.apim.policy;

/**
 * One kind of policy, known by its XML element. Stateless and thread-safe.
 *
 * <pre>{@code
 * final class TeapotPolicy implements PolicyType {
 *     public PolicySpec spec() {
 *         return PolicySpec.of("teapot", "Answers 418.").sections(Section.INBOUND);
 *     }
 *
 *     public Policy compile(PolicyElement element, CompileContext context) {
 *         return exchange -> {
 *             exchange.respondWith(new ResponseMessage(418, "", new Headers(), Body.empty()));
 *             return Outcome.respond();
 *         };
 *     }
 * }
 * }</pre>
 */
public interface PolicyType {
    /** What the element looks like and where it may stand; the only description of it. */
    PolicySpec spec();

    /**
     * Compiles an element that satisfies {@link #spec()}. Reports every further mistake to {@code context} and never throws for one;
     * after an error the result is not used.
     */
    Policy compile(PolicyElement element, CompileContext context);
}
