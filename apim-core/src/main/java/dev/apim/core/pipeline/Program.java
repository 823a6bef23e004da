package dev.apim.core.pipeline;

import dev.apim.policy.BodyUse;
import dev.apim.policy.Section;
import java.util.ArrayList;
import java.util.List;

/** The policies in force for one operation and product: references to shared codes, linked. Immutable. */
public final class Program {
    /** Of a request that nothing was matched for yet. */
    static final Program NONE = new Program(List.of());

    private final LinkedSection inbound;
    private final LinkedSection backend;
    private final LinkedSection outbound;
    private final LinkedSection onError;
    private final BodyUse deferred;

    private Program(List<PolicyCode> chain) {
        this.inbound = link(chain, Section.INBOUND);
        this.backend = link(chain, Section.BACKEND);
        this.outbound = link(chain, Section.OUTBOUND);
        this.onError = link(chain, Section.ON_ERROR);
        this.deferred = deferred(inbound).and(deferred(backend)).and(deferred(outbound));
    }

    /**
     * Links documents.
     *
     * @param chain from the narrowest scope to the broadest, without scopes that have no document
     */
    public static Program link(List<PolicyCode> chain) {
        return new Program(chain);
    }

    LinkedSection section(Section section) {
        return switch (section) {
            case INBOUND -> inbound;
            case BACKEND -> backend;
            case OUTBOUND -> outbound;
            case ON_ERROR -> onError;
        };
    }

    /** Whether a response may be stored in the cache. */
    boolean storesResponses() {
        return !outbound.afterStore().isEmpty();
    }

    /** Which bodies are read just before the response is committed. */
    BodyUse deferred() {
        return deferred;
    }

    /** The policies that answer preflights, in the order of the effective inbound section. */
    List<PreflightPolicy> preflights() {
        return direct(PreflightPolicy.class);
    }

    /** The policies that answer for paths of the gateway itself, in the same order. */
    List<SitePolicy> sites() {
        return direct(SitePolicy.class);
    }

    private <T> List<T> direct(Class<T> type) {
        List<T> found = new ArrayList<>();
        collect(inbound, 0, type, found);
        return found;
    }

    private static <T> void collect(LinkedSection section, int level, Class<T> type, List<T> found) {
        if (level < section.size()) {
            collect(section, section.code(level), level, type, found);
        }
    }

    private static <T> void collect(LinkedSection section, Code code, int level, Class<T> type, List<T> found) {
        for (Code.Statement statement : code.statements()) {
            Instruction first = code.instructions[statement.from()];
            if (first instanceof LeafInstruction leaf && type.isInstance(leaf.policy())) {
                found.add(type.cast(leaf.policy()));
            } else if (first instanceof CallBase) {
                collect(section, level + 1, type, found);
            } else if (first instanceof CallCode call) {
                collect(section, call.callee(), level, type, found);
            }
        }
    }

    private static LinkedSection link(List<PolicyCode> chain, Section section) {
        List<Code> codes = new ArrayList<>(chain.size());
        for (PolicyCode document : chain) {
            document.section(section).ifPresent(codes::add);
        }
        return codes.isEmpty() ? LinkedSection.EMPTY : new LinkedSection(codes);
    }

    private static BodyUse deferred(LinkedSection section) {
        BodyUse use = BodyUse.NONE;
        for (int level = 0; level < section.size(); level++) {
            use = use.and(section.code(level).deferred());
        }
        return use;
    }
}
