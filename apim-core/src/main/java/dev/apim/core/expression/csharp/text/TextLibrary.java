package dev.apim.core.expression.csharp.text;

import dev.apim.core.expression.csharp.net.NetLibrary;
import dev.apim.core.expression.csharp.regex.RegexLibrary;
import dev.apim.core.expression.csharp.type.Library;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;

/** Strings and what is close to them: builders, comparers, encodings, readers and writers, exceptions, regular expressions, addresses. */
public final class TextLibrary implements Library {
    /** It keeps no state. */
    public TextLibrary() {}

    @Override
    public void register(TypeTable.Registry types) {
        types.type("System.String", "string", Kind.CLASS, String.class, StringType::define)
                .type("System.Text.StringBuilder", Kind.CLASS, TextBuilder.class, TextBuilderType::define)
                .type("System.StringComparer", Kind.CLASS, StringOrder.class, StringOrder::define)
                .type("System.Text.Encoding", Kind.CLASS, TextEncoding.class, EncodingType::define)
                .type("System.IO.StringReader", Kind.CLASS, TextSource.class, TextSource::define)
                .type("System.IO.TextReader", Kind.CLASS, TextSource.class, TextSource::defineReader)
                .type("System.IO.StringWriter", Kind.CLASS, TextSink.class, TextSink::define)
                .type("System.IO.TextWriter", Kind.CLASS, TextSink.class, TextSink::defineWriter)
                .enumeration(Comparison.TYPE)
                .enumeration(Comparison.OPTIONS)
                .enumeration(StringSplit.OPTIONS)
                .enumeration(StringType.FORM);
        ExceptionTypes.register(types);
        new RegexLibrary().register(types);
        new NetLibrary().register(types);
    }
}
