package dev.apim.core.artifact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.ApimException;
import dev.apim.Cancellable;
import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.IssueSink;
import dev.apim.Time;
import dev.apim.core.artifact.FolderUnit.Place;
import dev.apim.core.json.Json;
import dev.apim.core.resource.MemoryResourceStore;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import dev.apim.resource.ResourceStore;
import dev.apim.resource.SpecificationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Resources in a folder of files, as Azure's public artifact tools write it: info files in JSON, policies in XML, interface
 * descriptions. Reads both spellings and writes the one it finds. Thread-safe; everything but {@link #watch} blocks on files.
 */
public final class ArtifactFolderStore implements ResourceStore {
    private final SourceFiles files;
    private final Overrides overrides;
    private final List<SpecificationReader> readers;
    private final FolderWriter writer;
    private final Time time;
    private final Executor executor;
    private final FolderWatch watch;
    private final List<Consumer<Set<ResourcePath>>> listeners = new CopyOnWriteArrayList<>();
    private final Map<Path, FolderUnit> units = new HashMap<>();

    /** ETags of what the listeners know of. */
    private Map<ResourcePath, String> told = new TreeMap<>();

    private ArtifactFolderStore(
            Path folder, Overrides overrides, List<SpecificationReader> readers, Time time, Executor executor) {
        this.files = new SourceFiles(folder);
        this.overrides = overrides;
        this.readers = List.copyOf(readers);
        this.writer = new FolderWriter(files, overrides);
        this.time = time;
        this.executor = executor;
        this.watch = new FolderWatch(time, executor, this::signature, this::changes, this::tell);
    }

    /**
     * A folder, with the readers of interface descriptions that are on the class or module path.
     *
     * @param overrides what is different in this environment
     * @param time when to look for changes
     * @param executor reads files while watching, and runs listeners
     * @throws ApimException when there is no such folder
     */
    public static ArtifactFolderStore open(Path folder, Overrides overrides, Time time, Executor executor) {
        List<SpecificationReader> readers = new ArrayList<>();
        ServiceLoader.load(SpecificationReader.class).forEach(readers::add);
        return open(folder, overrides, readers, time, executor);
    }

    /** The same with these readers. */
    public static ArtifactFolderStore open(
            Path folder, Overrides overrides, List<SpecificationReader> readers, Time time, Executor executor) {
        if (!Files.isDirectory(folder)) {
            throw new ApimException("there is no folder " + folder + ": create it or correct the path");
        }
        return new ArtifactFolderStore(folder, overrides, readers, time, executor);
    }

    @Override
    public synchronized Collection<Resource> load(IssueSink issues) {
        List<Resource> resources = new ArrayList<>();
        Map<ResourcePath, Resource> inline = new TreeMap<>();
        // A link that leads out is met both when folders are looked for and when they are read.
        Set<Issue> found = new LinkedHashSet<>();
        for (FolderUnit unit : refresh(FolderPlaces.in(files, found::add))) {
            found.addAll(unit.issues());
            for (Stored stored : unit.stored()) {
                if (stored.form() == Stored.Form.INLINE) {
                    inline.putIfAbsent(stored.path(), stored.resource());
                } else {
                    resources.add(stored.resource());
                }
            }
        }
        resources.forEach(resource -> inline.remove(resource.path()));
        resources.addAll(inline.values());
        found.forEach(issues::report);
        resources.sort(Comparator.comparing(Resource::path));
        overrides.warnOfUnused(resources.stream().map(Resource::path).toList(), issues);
        return resources;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ConfigurationException when its files cannot be read
     */
    @Override
    public synchronized Optional<Resource> find(ResourcePath path) {
        return stored(path).map(Stored::resource);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ConfigurationException when the present files cannot be read
     * @throws ApimException when an artifact folder has no file for such a resource
     */
    @Override
    public Resource put(ResourcePath path, String properties, @Nullable String ifMatch) {
        ObjectNode next = (ObjectNode) Json.parse(MemoryResourceStore.canonical(properties));
        Resource written;
        synchronized (this) {
            Optional<Stored> present = stored(path);
            MemoryResourceStore.requireMatch(path, present.map(s -> s.resource().etag()), ifMatch);
            requireParent(path);
            try {
                writer.put(path, next, present.orElse(null));
            } catch (IOException e) {
                throw new ApimException("resource " + path + " cannot be written: check disk and rights", e);
            }
            written = stored(path)
                    .map(Stored::resource)
                    .orElseThrow(() -> new ApimException("resource " + path
                            + " was written and is not there when read again: is its parent there?"));
        }
        announce(Set.of(path));
        return written;
    }

    @Override
    public boolean delete(ResourcePath path, @Nullable String ifMatch) {
        Set<ResourcePath> gone = new HashSet<>();
        synchronized (this) {
            Optional<Stored> present = stored(path);
            MemoryResourceStore.requireMatch(path, present.map(s -> s.resource().etag()), ifMatch);
            if (present.isEmpty()) {
                return false;
            }
            Set<ResourcePath> before = paths(unitsOf(path));
            try {
                writer.delete(present.get());
            } catch (IOException e) {
                throw new ApimException("resource " + path + " cannot be removed: check disk and rights", e);
            }
            gone.addAll(before);
            gone.removeAll(paths(unitsOf(path)));
            gone.add(path);
            told.keySet().removeAll(gone);
        }
        announce(gone);
        return true;
    }

    @Override
    public Cancellable watch(Consumer<Set<ResourcePath>> listener) {
        // A wrapper, so that cancelling takes away this registration only.
        Consumer<Set<ResourcePath>> registration = listener::accept;
        synchronized (this) {
            if (listeners.isEmpty()) {
                told = etags(units.values());
            }
            listeners.add(registration);
        }
        watch.start();
        return () -> {
            listeners.remove(registration);
            if (listeners.isEmpty()) {
                watch.stop();
            }
        };
    }

    @Override
    public void close() {
        listeners.clear();
        watch.stop();
    }

    private Optional<Stored> stored(ResourcePath path) {
        List<FolderUnit> found = unitsOf(path);
        List<Issue> issues =
                found.stream().flatMap(unit -> unit.issues().stream()).toList();
        if (issues.stream().anyMatch(Issue::isError)) {
            throw new ConfigurationException(issues);
        }
        return found.stream()
                .flatMap(unit -> unit.stored().stream())
                .filter(stored -> stored.path().equals(path))
                .findFirst();
    }

    private void requireParent(ResourcePath path) {
        ResourcePath parent = path.parent();
        boolean isScope = parent.equals(ResourcePath.ROOT)
                || parent.parent().equals(ResourcePath.ROOT)
                        && parent.collection().equalsIgnoreCase("workspaces");
        if (!isScope && stored(parent).isEmpty()) {
            throw new ApimException("resource " + path + " needs " + parent + ", which is not there: create it first");
        }
    }

    /** The folders a resource and what lies beneath it may be in, read anew where they changed. */
    private List<FolderUnit> unitsOf(ResourcePath path) {
        List<Issue> issues = new ArrayList<>();
        return FolderPlaces.in(files, issues::add).stream()
                .filter(place -> concerns(place, path))
                .map(this::fresh)
                .toList();
    }

    private static boolean concerns(Place place, ResourcePath path) {
        return place.path().equals(path)
                || place.path().isBeneath(path)
                || (place.isScope()
                        ? path.equals(place.path().child("policies", "policy"))
                        : path.isBeneath(place.path()));
    }

    private List<FolderUnit> refresh(List<Place> places) {
        List<FolderUnit> fresh = places.stream().map(this::fresh).toList();
        units.keySet().retainAll(places.stream().map(Place::folder).toList());
        return fresh;
    }

    private FolderUnit fresh(Place place) {
        FolderUnit old = units.get(place.folder());
        String signature = FolderPlaces.signature(place, time.now());
        if (old != null && old.signature().equals(signature)) {
            return old;
        }
        FolderUnit unit = FolderUnit.read(place, signature, files, overrides, readers);
        units.put(place.folder(), unit);
        return unit;
    }

    private static Set<ResourcePath> paths(List<FolderUnit> units) {
        Set<ResourcePath> paths = new HashSet<>();
        units.forEach(unit -> unit.stored().forEach(stored -> paths.add(stored.path())));
        return paths;
    }

    /** Of the whole folder, for the watch. */
    private synchronized String signature() {
        StringBuilder all = new StringBuilder();
        for (Place place : FolderPlaces.in(files, issue -> {})) {
            all.append(place.folder())
                    .append(' ')
                    .append(FolderPlaces.signature(place, time.now()))
                    .append('\n');
        }
        return all.toString();
    }

    /** What the listeners do not know yet; empty set: cannot be told, look at everything; no value: nothing. */
    private synchronized Optional<Set<ResourcePath>> changes() {
        List<FolderUnit> now = refresh(FolderPlaces.in(files, issue -> {}));
        if (now.stream().anyMatch(FolderUnit::isBroken)) {
            told.clear();
            return Optional.of(Set.of());
        }
        Map<ResourcePath, String> known = told;
        told = etags(now);
        Set<ResourcePath> different = new HashSet<>(known.keySet());
        different.addAll(told.keySet());
        different.removeIf(path -> Objects.equals(known.get(path), told.get(path)));
        return different.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(different));
    }

    private static Map<ResourcePath, String> etags(Collection<FolderUnit> units) {
        Map<ResourcePath, String> etags = new TreeMap<>();
        units.forEach(unit -> unit.stored()
                .forEach(stored -> etags.put(stored.path(), stored.resource().etag())));
        return etags;
    }

    private void announce(Set<ResourcePath> changed) {
        executor.execute(() -> tell(Set.copyOf(changed)));
    }

    private void tell(Set<ResourcePath> changed) {
        listeners.forEach(listener -> listener.accept(changed));
    }

    @Override
    public String toString() {
        return "ArtifactFolderStore[" + files.folder() + "]";
    }
}
