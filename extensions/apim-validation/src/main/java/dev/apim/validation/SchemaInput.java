package dev.apim.validation;

import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;

/**
 * A part of an XML schema, handed to the compiler. It reads; what it may set is of no meaning.
 *
 * @param name of the part
 * @param text of it
 */
record SchemaInput(String name, String text) implements LSInput {
    @Override
    public Reader getCharacterStream() {
        return new StringReader(text);
    }

    @Override
    public String getSystemId() {
        return name;
    }

    @Override
    public String getStringData() {
        return text;
    }

    @Override
    public @Nullable InputStream getByteStream() {
        return null;
    }

    @Override
    public @Nullable String getPublicId() {
        return null;
    }

    @Override
    public @Nullable String getBaseURI() {
        return null;
    }

    @Override
    public @Nullable String getEncoding() {
        return null;
    }

    @Override
    public boolean getCertifiedText() {
        return false;
    }

    @Override
    public void setCharacterStream(Reader ignored) {}

    @Override
    public void setByteStream(InputStream ignored) {}

    @Override
    public void setStringData(String ignored) {}

    @Override
    public void setSystemId(String ignored) {}

    @Override
    public void setPublicId(String ignored) {}

    @Override
    public void setBaseURI(String ignored) {}

    @Override
    public void setEncoding(String ignored) {}

    @Override
    public void setCertifiedText(boolean ignored) {}
}
