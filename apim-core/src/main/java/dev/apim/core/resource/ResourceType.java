package dev.apim.core.resource;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A row of the table of resource types: all that validation, the folder layout and routing of management requests need to know.
 *
 * @param name the collections from the service down, such as {@code apis/operations}; the same beneath a workspace
 * @param identifier rule for the resource's name
 * @param properties rules for its properties
 * @param layout where an artifact folder keeps it
 * @param isAssociation whether it only says that two others belong together, so that its properties may be empty
 * @param isUsed whether the engine acts on it; the others are kept for those who read them
 */
public record ResourceType(
        String name,
        Identifier identifier,
        List<Property> properties,
        Layout layout,
        boolean isAssociation,
        boolean isUsed) {
    /** The last collection: {@code operations}. */
    public String collection() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The name of the type above, {@code apis}; empty for those directly beneath the service or a workspace. */
    public String parent() {
        int end = name.lastIndexOf('/');
        return end < 0 ? "" : name.substring(0, end);
    }

    /** JSON pointers of the properties whose values must never be shown. */
    public List<String> secrets() {
        return Property.secrets(properties);
    }

    /** Whether it is a policy document: text in a file of its own. */
    public boolean isPolicy() {
        return collection().equals("policies");
    }

    /**
     * A rule for names.
     *
     * @param pattern of the whole
     * @param max characters
     */
    public record Identifier(Pattern pattern, int max) {
        static final Pattern ANY = Pattern.compile("[^/\\\\\\p{Cntrl}]+");
        static final Pattern USUAL = Pattern.compile("[^*#&+:<>?/\\\\\\p{Cntrl}]+");

        static Identifier any(int max) {
            return new Identifier(ANY, max);
        }

        static Identifier usual(int max) {
            return new Identifier(USUAL, max);
        }

        /** Whether a resource may be called so. */
        public boolean allows(String id) {
            return id.length() <= max && pattern.matcher(id).matches() && !id.equals(".") && !id.equals("..");
        }
    }

    /**
     * The names an artifact folder gives to a collection and to the file in each of its folders.
     *
     * @param folder as the older of Azure's tools spells it; empty: never a folder
     * @param otherFolder as the newer one does
     * @param file with the properties, older
     * @param otherFile newer
     */
    public record Layout(String folder, String otherFolder, String file, String otherFile) {
        static final Layout NONE = new Layout("", "", "", "");

        static Layout of(String folder, String file) {
            return new Layout(folder, folder, file, file);
        }

        /** Every spelling of the folder. */
        public Set<String> folders() {
            return folder.isEmpty() ? Set.of() : distinct(folder, otherFolder);
        }

        /** Every spelling of the file. */
        public Set<String> files() {
            return file.isEmpty() ? Set.of() : distinct(file, otherFile);
        }

        private static Set<String> distinct(String a, String b) {
            Set<String> names = new LinkedHashSet<>(List.of(a));
            names.add(b);
            return names;
        }
    }
}
