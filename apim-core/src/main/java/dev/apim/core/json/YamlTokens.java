package dev.apim.core.json;

import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactoryBuilder;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.NodeEvent;

/** Jackson's YAML tokens with the anchor of each: Jackson itself tells those of objects and lists, and loses those of texts and numbers. */
final class YamlTokens extends YAMLParser {
    private YamlTokens(
            IOContext context,
            int features,
            int yamlFeatures,
            LoaderOptions options,
            Reader reader,
            ObjectCodec codec) {
        super(context, features, yamlFeatures, options, codec, reader);
    }

    /** The anchor of the current value, or the name the current alias refers to; {@code null} where there is none. */
    @Nullable
    String anchor() {
        return _lastEvent instanceof NodeEvent node ? node.getAnchor() : null;
    }

    /** Makes them. */
    static final class Factory extends YAMLFactory {
        private static final long serialVersionUID = 1L;

        Factory(YAMLFactoryBuilder builder) {
            super(builder);
        }

        @Override
        protected YAMLParser _createParser(Reader reader, IOContext context) {
            return new YamlTokens(context, _parserFeatures, _yamlParserFeatures, _loaderOptions, reader, _objectCodec);
        }
    }
}
