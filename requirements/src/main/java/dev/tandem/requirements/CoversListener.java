package dev.tandem.requirements;

import dev.tandem.requirements.trace.Cover;
import dev.tandem.requirements.trace.CoverFiles;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Records which criteria were covered by tests that ran and passed, whatever the JUnit platform engine.
 *
 * <p>Found by the service loader. Writes to the directory named by the system property {@code tandem.covers.dir}, one
 * file per JVM, replaced in one step at the end of each test plan; without that property it does nothing. A method
 * with several invocations counts only if none of them failed, and nothing counts in a class whose set-up or
 * tear-down failed. Thread-safe: engines may report in parallel.
 */
public final class CoversListener implements TestExecutionListener {

    /** System property: the directory to write to. */
    public static final String DIRECTORY = "tandem.covers.dir";

    // One per JVM: surefire may run several test plans in one.
    private static final String FILE = ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".jsonl";
    private static final Set<Cover> SEEN = new ConcurrentSkipListSet<>();

    private final Optional<Path> directory;
    private final String file;
    private final Set<Cover> seen;
    private final Map<String, List<Cover>> passed = new ConcurrentHashMap<>();
    private final Set<String> failed = ConcurrentHashMap.newKeySet();
    private volatile TestPlan plan;

    /** For the service loader. */
    public CoversListener() {
        this(Optional.ofNullable(System.getProperty(DIRECTORY)).map(Path::of), FILE, SEEN);
    }

    CoversListener(Path directory) {
        this(Optional.of(directory), UUID.randomUUID() + ".jsonl", new ConcurrentSkipListSet<>());
    }

    private CoversListener(Optional<Path> directory, String file, Set<Cover> seen) {
        this.directory = directory;
        this.file = file;
        this.seen = seen;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (directory.isEmpty()) {
            return;
        }
        if (result.getStatus() == Status.FAILED) {
            source(test).ifPresent(source -> failed.add(key(source)));
        } else if (test.isTest() && result.getStatus() == Status.SUCCESSFUL) {
            source(test)
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .ifPresent(method -> passed.computeIfAbsent(
                    key(method), key -> CoversOf.method(method.getJavaClass(), method.getJavaMethod())));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        directory.ifPresent(target -> {
            passed.forEach((key, covers) -> {
                if (!failed.contains(key) && !failed.contains(key.substring(0, key.indexOf('#')))) {
                    seen.addAll(covers);
                }
            });
            CoverFiles.write(target.resolve(file), sorted());
        });
    }

    private Collection<Cover> sorted() {
        return List.copyOf(seen);
    }

    /** The method or class behind a test; an invocation or a dynamic test may know it only through its parents. */
    private Optional<TestSource> source(TestIdentifier test) {
        Optional<TestIdentifier> at = Optional.of(test);
        while (at.isPresent()) {
            Optional<TestSource> source = at.get().getSource()
                .filter(found -> found instanceof MethodSource || found instanceof ClassSource);
            if (source.isPresent()) {
                return source;
            }
            at = plan.getParent(at.get());
        }
        return Optional.empty();
    }

    private static String key(TestSource source) {
        return source instanceof MethodSource method
            ? method.getClassName() + "#" + method.getMethodName() + "(" + method.getMethodParameterTypes() + ")"
            : ((ClassSource) source).getClassName();
    }
}
