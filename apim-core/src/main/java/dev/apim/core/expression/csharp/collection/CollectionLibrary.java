package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.Library;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;

/** Collections, delegates, arrays and LINQ. */
public final class CollectionLibrary implements Library {
    @Override
    public void register(TypeTable.Registry types) {
        String generic = "System.Collections.Generic.";
        DelegateTypes.register(types);
        InterfaceTypes.register(types);
        KeyedTypes.register(types);
        types.type(generic + "List<T>", Kind.CLASS, ListValue.class, ListType::define)
                .type(generic + "Dictionary<TKey, TValue>", Kind.CLASS, DictionaryValue.class, DictionaryType::define)
                .type(generic + "ISet<T>", Kind.INTERFACE, HashSetValue.class, SetType::defineInterface)
                .type(generic + "HashSet<T>", Kind.CLASS, HashSetValue.class, SetType::define)
                .type(generic + "Queue<T>", Kind.CLASS, QueueValue.class, QueueType::defineQueue)
                .type(generic + "Stack<T>", Kind.CLASS, QueueValue.class, QueueType::defineStack)
                .type(
                        "System.Collections.ObjectModel.ReadOnlyCollection<T>",
                        Kind.CLASS,
                        ReadOnlyListValue.class,
                        ReadOnlyListType::define)
                .type("System.Array", Kind.CLASS, ArrayType.class, ArrayType::define)
                .extensions(generic + "CollectionExtensions", DictionaryExtensions::define)
                .extensions("System.Linq.Enumerable", EnumerableType::define);
    }
}
