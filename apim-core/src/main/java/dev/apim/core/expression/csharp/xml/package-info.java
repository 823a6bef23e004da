/** .NET's XML for C# expressions: LINQ to XML, and as much of {@code XmlDocument} and {@code XmlReader} as authors use. */
@NullMarked
package dev.apim.core.expression.csharp.xml;

import org.jspecify.annotations.NullMarked;
