package dev.apim.core.expression.csharp.context;

import dev.apim.core.expression.csharp.type.TypeBuilder;

/** Nobody reaches this gateway through a private endpoint of the cloud, so there is never one; documents may ask all the same. */
record PrivateEndpoint(String name, String groupId, String memberName) {
    static void define(TypeBuilder type) {
        type.base("object")
                .property("string Name", (PrivateEndpoint endpoint) -> endpoint.name)
                .property("string GroupId", (PrivateEndpoint endpoint) -> endpoint.groupId)
                .property("string MemberName", (PrivateEndpoint endpoint) -> endpoint.memberName);
    }
}
