/** .NET's hashes, ciphers, RSA and certificates over the JDK's providers; algorithms come from a fixed list. */
@NullMarked
package dev.apim.core.expression.csharp.crypto;

import org.jspecify.annotations.NullMarked;
