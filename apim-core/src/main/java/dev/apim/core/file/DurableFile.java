package dev.apim.core.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Writes files so that a crash at any moment leaves the whole old or the whole new content. */
public final class DurableFile {
    /** What names of files begin with that are on their way in or out; readers pass them over. */
    public static final String UNFINISHED = ".apim-";

    private DurableFile() {}

    /**
     * Replaces a file; its content has reached stable storage when this returns. Blocks.
     *
     * @param directory that exists already
     */
    public static void write(Path directory, String name, byte[] content) throws IOException {
        write(directory, name, content, new FileAttribute<?>[0]);
    }

    /** The same for a file that only the owner may read and write. */
    public static void writeForOwner(Path directory, String name, byte[] content) throws IOException {
        write(directory, name, content, ownerOnly(directory, "rw-------"));
    }

    /** Makes a directory, if it is not there, and leaves it to its owner alone. */
    public static void createForOwner(Path directory) throws IOException {
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!Files.isDirectory(directory)) {
            create(directory);
        }
        restrict(directory, "rwx------");
    }

    private static void create(Path directory) throws IOException {
        try {
            Files.createDirectory(directory, ownerOnly(directory, "rwx------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) { // else another was faster
                throw e;
            }
        }
    }

    /** Takes every right from everybody but the owner, where the file system knows such rights. */
    public static void restrict(Path file, String permissions) throws IOException {
        if (hasPermissions(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    private static void write(Path directory, String name, byte[] content, FileAttribute<?>[] attributes)
            throws IOException {
        Path target = directory.resolve(name);
        Path fresh = directory.resolve(UNFINISHED + UUID.randomUUID());
        try {
            Set<StandardOpenOption> create = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(fresh, create, attributes)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(directory);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Makes the names in a directory durable, where the platform lets a directory be opened. */
    public static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (FileSystemException e) {
            if (hasPermissions(directory)) {
                throw e;
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path directory, String permissions) {
        return hasPermissions(directory)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
