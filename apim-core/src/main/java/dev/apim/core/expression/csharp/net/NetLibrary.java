package dev.apim.core.expression.csharp.net;

import dev.apim.core.expression.csharp.type.Library;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;

/** Addresses: {@code Uri}, {@code UriBuilder}, {@code IPAddress}, {@code WebUtility}. */
public final class NetLibrary implements Library {
    /** It keeps no state. */
    public NetLibrary() {}

    @Override
    public void register(TypeTable.Registry types) {
        types.type("System.Uri", Kind.CLASS, UriValue.class, UriType::define)
                .type("System.UriBuilder", Kind.CLASS, UriComposer.class, UriComposer::define)
                .type("System.Net.IPAddress", Kind.CLASS, IpAddress.class, IpAddressType::define)
                .type("System.Net.WebUtility", Kind.STATIC, Void.class, WebText::define)
                .enumeration(UriType.KIND)
                .enumeration(UriType.PARTIAL)
                .enumeration(UriType.HOST)
                .enumeration(IpAddressType.FAMILY);
    }
}
