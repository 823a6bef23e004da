package dev.apim.core.expression.csharp.type;

/**
 * A family of types of the table.
 *
 * <pre>{@code
 * final class TextLibrary implements Library {
 *     public void register(TypeTable.Registry types) {
 *         types.type("System.Guid", Kind.STRUCT, UUID.class, GuidType::define);
 *     }
 * }
 *
 * static void define(TypeBuilder guid) {
 *     guid.defaultValue(EMPTY)
 *             .staticProperty("Guid Empty", () -> EMPTY)
 *             .method("static Guid NewGuid()", () -> UUID.randomUUID())
 *             .method("string ToString(string format)", (UUID id, @Nullable String format) -> text(id, format))
 *             .method("bool operator ==(Guid a, Guid b)", (UUID a, UUID b) -> a.equals(b));
 * }
 * }</pre>
 */
@FunctionalInterface
public interface Library {
    /** Names the family's types. */
    void register(TypeTable.Registry types);
}
