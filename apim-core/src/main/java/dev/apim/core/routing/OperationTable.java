package dev.apim.core.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The operations of one API as a tree over segments. Of all operations that match, it finds the most specific: segment by segment
 * from the left, text before text with parameters before a parameter before a wildcard; then the one that demands more of the query.
 *
 * <p>A node is visited at most once in a search, so the worst search costs as much as the tree is big.
 */
final class OperationTable<O> {
    private final Node<O> root;
    private final boolean definesOptions;
    private final List<RouteOperation<O>> duplicates;

    /**
     * A place in the tree.
     *
     * @param literals next segments of text
     * @param compounds next segments of text with parameters, the most specific first
     * @param variable after a segment that is a parameter
     * @param here operations that end here
     * @param rest operations whose wildcard begins here
     */
    private record Node<O>(
            SegmentMap<Node<O>> literals,
            List<Branch<O>> compounds,
            @Nullable Node<O> variable,
            List<RouteOperation<O>> here,
            List<RouteOperation<O>> rest) {}

    private record Branch<O>(TemplateSegment.Compound segment, Node<O> node) {}

    private OperationTable(Node<O> root, boolean definesOptions, List<RouteOperation<O>> duplicates) {
        this.root = root;
        this.definesOptions = definesOptions;
        this.duplicates = duplicates;
    }

    /** Of operations with the same method and shape the first counts; the others are its {@link #duplicates}. */
    static <O> OperationTable<O> of(List<RouteOperation<O>> operations) {
        Draft<O> root = new Draft<>();
        Set<String> shapes = new HashSet<>();
        List<RouteOperation<O>> duplicates = new ArrayList<>();
        boolean definesOptions = false;
        for (RouteOperation<O> operation : operations) {
            definesOptions |= operation.method().equalsIgnoreCase("OPTIONS");
            String method = CaseFold.fold(operation.method());
            if (shapes.add(method + " " + operation.template().shape())) {
                root.add(operation);
            } else {
                duplicates.add(operation);
            }
        }
        return new OperationTable<>(root.freeze(), definesOptions, List.copyOf(duplicates));
    }

    /** The operation for a path from segment {@code first} on. */
    @Nullable
    RouteOperation<O> find(String method, CanonicalPath path, int first) {
        return find(root, method, path, first);
    }

    /** Whether any operation is for OPTIONS. */
    boolean definesOptions() {
        return definesOptions;
    }

    List<RouteOperation<O>> duplicates() {
        return duplicates;
    }

    private static <O> @Nullable RouteOperation<O> find(Node<O> node, String method, CanonicalPath path, int at) {
        RouteOperation<O> found =
                at == path.segments() ? pick(node.here(), method, path) : descend(node, method, path, at);
        return found != null ? found : pick(node.rest(), method, path);
    }

    private static <O> @Nullable RouteOperation<O> descend(Node<O> node, String method, CanonicalPath path, int at) {
        Node<O> literal = node.literals().get(path, at);
        RouteOperation<O> found = literal == null ? null : find(literal, method, path, at + 1);
        for (int i = 0; found == null && i < node.compounds().size(); i++) {
            Branch<O> branch = node.compounds().get(i);
            if (branch.segment().matches(path.text(at), path.from(at), path.to(at))) {
                found = find(branch.node(), method, path, at + 1);
            }
        }
        if (found == null && node.variable() != null) {
            found = find(node.variable(), method, path, at + 1);
        }
        return found;
    }

    private static <O> @Nullable RouteOperation<O> pick(
            List<RouteOperation<O>> operations, String method, CanonicalPath path) {
        for (int i = 0; i < operations.size(); i++) {
            RouteOperation<O> operation = operations.get(i);
            if (operation.method().equalsIgnoreCase(method)
                    && operation.template().matchesQuery(path)) {
                return operation;
            }
        }
        return null;
    }

    /** A node being built. */
    private static final class Draft<O> {
        private static final Comparator<TemplateSegment.Compound> MORE_TEXT_FIRST = Comparator.comparingInt(
                        TemplateSegment.Compound::literalLength)
                .reversed()
                .thenComparing(TemplateSegment.Compound::shape);

        private final Map<String, Draft<O>> literals = new HashMap<>();
        private final TreeMap<TemplateSegment.Compound, Draft<O>> compounds = new TreeMap<>(MORE_TEXT_FIRST);
        private final List<RouteOperation<O>> here = new ArrayList<>();
        private final List<RouteOperation<O>> rest = new ArrayList<>();
        private @Nullable Draft<O> variable;

        void add(RouteOperation<O> operation) {
            Draft<O> at = this;
            for (TemplateSegment segment : operation.template().segments()) {
                at = at.next(segment);
            }
            (operation.template().endsInWildcard() ? at.rest : at.here).add(operation);
        }

        private Draft<O> next(TemplateSegment segment) {
            if (segment instanceof TemplateSegment.Literal literal) {
                return literals.computeIfAbsent(literal.shape(), s -> new Draft<>());
            }
            if (segment instanceof TemplateSegment.Compound compound) {
                return compounds.computeIfAbsent(compound, s -> new Draft<>());
            }
            Draft<O> next = variable == null ? new Draft<>() : variable;
            variable = next;
            return next;
        }

        Node<O> freeze() {
            Map<String, Node<O>> frozen = new HashMap<>();
            literals.forEach((text, draft) -> frozen.put(text, draft.freeze()));
            List<Branch<O>> branches = new ArrayList<>();
            compounds.forEach((segment, draft) -> branches.add(new Branch<>(segment, draft.freeze())));
            return new Node<>(
                    frozen.isEmpty() ? SegmentMap.empty() : SegmentMap.of(frozen),
                    List.copyOf(branches),
                    variable == null ? null : variable.freeze(),
                    byQuery(here),
                    byQuery(rest));
        }

        /** What demands more of the query comes first, and a fixed value before any value. */
        private static <O> List<RouteOperation<O>> byQuery(List<RouteOperation<O>> operations) {
            Comparator<RouteOperation<O>> constraints = Comparator.comparingInt(
                    operation -> -operation.template().query().size());
            Comparator<RouteOperation<O>> literals =
                    Comparator.comparingLong(operation -> -operation.template().query().stream()
                            .filter(pattern -> pattern.literal() != null)
                            .count());
            return operations.stream()
                    .sorted(constraints.thenComparing(literals))
                    .toList();
        }
    }
}
