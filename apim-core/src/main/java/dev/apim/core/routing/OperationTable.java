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
 * The methods and templates of an API's operations as a tree over segments. Of all that match, it finds the most specific: segment by
 * segment from the left, text before text with parameters before a parameter before a wildcard; then the one that demands more of the
 * query. It knows operations by their number only, so APIs with the same methods and templates share one.
 *
 * <p>A node is visited at most once in a search, so the worst search costs as much as the tree is big.
 */
final class OperationTable {
    private final List<Address> addresses;
    private final Node root;
    private final boolean definesOptions;
    private final List<Integer> duplicates;

    /**
     * What a request must look like to reach an operation.
     *
     * @param method compared without case
     * @param template of its URL
     */
    record Address(String method, UrlTemplate template) {}

    /**
     * An operation of the tree.
     *
     * @param number of it in the API's list
     * @param address of it
     */
    record Entry(int number, Address address) {
        boolean answers(String asked, CanonicalPath path) {
            return address.method().equalsIgnoreCase(asked)
                    && address.template().matchesQuery(path);
        }
    }

    /**
     * A place in the tree.
     *
     * @param literals next segments of text
     * @param compounds next segments of text with parameters, the most specific first
     * @param variable after a segment that is a parameter
     * @param here operations that end here
     * @param rest operations whose wildcard begins here
     */
    private record Node(
            SegmentMap<Node> literals,
            List<Branch> compounds,
            @Nullable Node variable,
            List<Entry> here,
            List<Entry> rest) {}

    private record Branch(TemplateSegment.Compound segment, Node node) {}

    private OperationTable(List<Address> addresses, Node root, boolean definesOptions, List<Integer> duplicates) {
        this.addresses = addresses;
        this.root = root;
        this.definesOptions = definesOptions;
        this.duplicates = duplicates;
    }

    /** Of addresses with the same method and shape the first counts; the others are its {@link #duplicates}. */
    static OperationTable of(List<Address> addresses) {
        Draft root = new Draft();
        Set<String> shapes = new HashSet<>();
        List<Integer> duplicates = new ArrayList<>();
        boolean definesOptions = false;
        for (int i = 0; i < addresses.size(); i++) {
            Address address = addresses.get(i);
            definesOptions |= address.method().equalsIgnoreCase("OPTIONS");
            String method = CaseFold.fold(address.method());
            if (shapes.add(method + " " + address.template().shape())) {
                root.add(new Entry(i, address));
            } else {
                duplicates.add(i);
            }
        }
        return new OperationTable(List.copyOf(addresses), root.freeze(), definesOptions, List.copyOf(duplicates));
    }

    /** What it was made of. */
    List<Address> addresses() {
        return addresses;
    }

    /** The operation for a path from segment {@code first} on. */
    @Nullable
    Entry find(String method, CanonicalPath path, int first) {
        return find(root, method, path, first);
    }

    /** Whether any operation is for OPTIONS. */
    boolean definesOptions() {
        return definesOptions;
    }

    /** The numbers of operations that cannot be told from an earlier one. */
    List<Integer> duplicates() {
        return duplicates;
    }

    private static @Nullable Entry find(Node node, String method, CanonicalPath path, int at) {
        Entry found = at == path.segments() ? pick(node.here(), method, path) : descend(node, method, path, at);
        return found != null ? found : pick(node.rest(), method, path);
    }

    private static @Nullable Entry descend(Node node, String method, CanonicalPath path, int at) {
        Node literal = node.literals().get(path, at);
        Entry found = literal == null ? null : find(literal, method, path, at + 1);
        for (int i = 0; found == null && i < node.compounds().size(); i++) {
            Branch branch = node.compounds().get(i);
            if (branch.segment().matches(path.text(at), path.from(at), path.to(at))) {
                found = find(branch.node(), method, path, at + 1);
            }
        }
        if (found == null && node.variable() != null) {
            found = find(node.variable(), method, path, at + 1);
        }
        return found;
    }

    private static @Nullable Entry pick(List<Entry> entries, String method, CanonicalPath path) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).answers(method, path)) {
                return entries.get(i);
            }
        }
        return null;
    }

    /** A node being built. */
    private static final class Draft {
        private static final Comparator<TemplateSegment.Compound> MORE_TEXT_FIRST = Comparator.comparingInt(
                        TemplateSegment.Compound::literalLength)
                .reversed()
                .thenComparing(TemplateSegment.Compound::shape);

        private final Map<String, Draft> literals = new HashMap<>();
        private final TreeMap<TemplateSegment.Compound, Draft> compounds = new TreeMap<>(MORE_TEXT_FIRST);
        private final List<Entry> here = new ArrayList<>();
        private final List<Entry> rest = new ArrayList<>();
        private @Nullable Draft variable;

        void add(Entry entry) {
            Draft at = this;
            for (TemplateSegment segment : entry.address().template().segments()) {
                at = at.next(segment);
            }
            (entry.address().template().endsInWildcard() ? at.rest : at.here).add(entry);
        }

        private Draft next(TemplateSegment segment) {
            if (segment instanceof TemplateSegment.Literal literal) {
                return literals.computeIfAbsent(literal.shape(), s -> new Draft());
            }
            if (segment instanceof TemplateSegment.Compound compound) {
                return compounds.computeIfAbsent(compound, s -> new Draft());
            }
            Draft next = variable == null ? new Draft() : variable;
            variable = next;
            return next;
        }

        Node freeze() {
            Map<String, Node> frozen = new HashMap<>();
            literals.forEach((text, draft) -> frozen.put(text, draft.freeze()));
            List<Branch> branches = new ArrayList<>();
            compounds.forEach((segment, draft) -> branches.add(new Branch(segment, draft.freeze())));
            return new Node(
                    frozen.isEmpty() ? SegmentMap.empty() : SegmentMap.of(frozen),
                    List.copyOf(branches),
                    variable == null ? null : variable.freeze(),
                    byQuery(here),
                    byQuery(rest));
        }

        /** What demands more of the query comes first, and a fixed value before any value. */
        private static List<Entry> byQuery(List<Entry> entries) {
            Comparator<Entry> constraints = Comparator.comparingInt(
                    entry -> -entry.address().template().query().size());
            Comparator<Entry> literals = Comparator.comparingLong(entry -> -entry.address().template().query().stream()
                    .filter(pattern -> pattern.literal() != null)
                    .count());
            return entries.stream().sorted(constraints.thenComparing(literals)).toList();
        }
    }
}
