package dev.apim.runner.cli;

import dev.apim.ApimException;
import dev.apim.samples.quickstart.OrdersBackend;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the sample's artifacts are: in the checkout beside the jar, so that they can be edited, else unpacked from the jar.
 *
 * @param path of the folder
 */
record SampleFolder(Path path) {
    private static final String IN_JAR = "/quickstart";

    static SampleFolder find() throws IOException {
        Path jar = location();
        for (Path above = jar; above != null; above = above.getParent()) {
            Path beside = above.resolve("samples/quickstart/artifacts");
            if (Files.isDirectory(beside)) {
                return new SampleFolder(beside);
            }
        }
        return new SampleFolder(unpacked(jar));
    }

    private static Path location() {
        try {
            return Path.of(OrdersBackend.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new ApimException("the program cannot find its own jar: " + e.getMessage(), e);
        }
    }

    private static Path unpacked(Path jar) throws IOException {
        Path folder = Files.createTempDirectory("apim-quickstart");
        try (FileSystem contents = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
                Stream<Path> files = Files.walk(contents.getPath(IN_JAR))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target =
                        folder.resolve(contents.getPath(IN_JAR).relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return folder;
    }
}
