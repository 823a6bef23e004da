package dev.apim.core.expression.csharp.context;

import dev.apim.core.expression.csharp.type.TypeBuilder;

/** This gateway is in no virtual network of the cloud, so there is never one; documents may ask all the same. */
record AzureVnet(int vnetTrafficTag, int subnetId, int privateLinkId, String snatVip) {
    static void define(TypeBuilder type) {
        type.base("object")
                .property("int VnetTrafficTag", (AzureVnet vnet) -> vnet.vnetTrafficTag)
                .property("int SubnetId", (AzureVnet vnet) -> vnet.subnetId)
                .property("int PrivateLinkId", (AzureVnet vnet) -> vnet.privateLinkId)
                .property("string SnatVip", (AzureVnet vnet) -> vnet.snatVip);
    }
}
