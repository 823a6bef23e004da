package dev.apim.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Rules about the text of the sources: size, and what must not stand in them. */
class SourceTest {
    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 40;

    @Test
    void aFileCanBeReadInOneSitting() {
        List<String> tooLong = new ArrayList<>();
        for (Path file : Checkout.mainSources()) {
            long lines = Checkout.read(file).lines().count();
            if (lines > LONGEST_FILE) {
                tooLong.add(file + ": " + lines + " lines");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void aMethodFitsOnAScreen() throws IOException {
        Map<String, Long> tooLong = new TreeMap<>();
        List<Path> files =
                Checkout.mainSources().stream().map(Checkout.ROOT::resolve).toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new MethodLengths(positions, tooLong).scan(unit, null);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        Pattern later = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|HA" + "CK|XX" + "X)\\b|@Dis" + "abled");
        assertThat(linesWith(later)).isEmpty();
    }

    @Test
    void nothingKnowsWhoseMachineItWasWrittenOn() {
        Pattern home = Pattern.compile("(?<![\\w.$}])/(home|Users|root|work)/\\w");
        assertThat(linesWith(home)).isEmpty();
    }

    private static List<String> linesWith(Pattern pattern) {
        List<String> found = new ArrayList<>();
        for (Path file : Checkout.texts()) {
            int number = 0;
            for (String line : Checkout.read(file).lines().toList()) {
                number++;
                if (pattern.matcher(line).find()) {
                    found.add(file + ":" + number + ": " + line.strip());
                }
            }
        }
        return found;
    }

    /** Collects methods beyond the limit. */
    private static final class MethodLengths extends TreePathScanner<Void, Void> {
        private final SourcePositions positions;
        private final Map<String, Long> tooLong;

        MethodLengths(SourcePositions positions, Map<String, Long> tooLong) {
            this.positions = positions;
            this.tooLong = tooLong;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) {
                CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
                LineMap lines = unit.getLineMap();
                long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                if (last - first + 1 > LONGEST_METHOD) {
                    String file = Path.of(unit.getSourceFile().getName()).getFileName() + "#" + method.getName();
                    tooLong.put(file, last - first + 1);
                }
            }
            return super.visitMethod(method, nothing);
        }
    }
}
