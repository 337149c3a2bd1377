package dev.tandem.components.source;

import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceTransformation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.StackWalker.StackFrame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * Changes no resource; writes for each a line of four columns, parted by tabs: qualified type as in the URN, name, source
 * file below its source folder such as {@code shop/App.java}, line. Thread-safe.
 */
final class PositionRecorder implements ResourceTransformation {

    private static final String STACK_TYPE = "pulumi:pulumi:Stack";

    private final Path file;
    private final List<String> passedOver;
    /** A child's qualified type begins with its parent's. Resources are compared by identity: they define no equality. */
    private final Map<Resource, String> qualifiedTypes = Collections.synchronizedMap(new WeakHashMap<>());
    private BufferedWriter out;
    private boolean broken;

    PositionRecorder(Path file, List<String> passedOver) {
        this.file = file;
        this.passedOver = passedOver;
    }

    @Override
    public Optional<Result> apply(Args args) {
        Resource resource = args.resource();
        String type = resource.pulumiResourceType();
        Optional<String> qualified = args.options().getParent().isEmpty()
                ? Optional.of(type)
                : qualified(args.options().getParent().get(), type);
        qualified.ifPresent(q -> {
            qualifiedTypes.put(resource, q);
            declaration().ifPresent(frame -> write(String.join("\t", q, resource.pulumiResourceName(), path(frame),
                    String.valueOf(frame.getLineNumber()))));
        });
        return Optional.empty();
    }

    /** Empty below a parent that this program did not make: its own ancestors are not known here. */
    private Optional<String> qualified(Resource parent, String type) {
        return STACK_TYPE.equals(parent.pulumiResourceType())
                ? Optional.of(type)
                : Optional.ofNullable(qualifiedTypes.get(parent)).map(p -> p + "$" + type);
    }

    private Optional<StackFrame> declaration() {
        return StackWalker.getInstance().walk(frames -> frames
                .filter(f -> passedOver.stream().noneMatch(f.getClassName()::startsWith))
                .findFirst()
                .filter(f -> f.getFileName() != null && f.getLineNumber() > 0));
    }

    private static String path(StackFrame frame) {
        int end = frame.getClassName().lastIndexOf('.');
        return (end < 0 ? "" : frame.getClassName().substring(0, end + 1).replace('.', '/')) + frame.getFileName();
    }

    private synchronized void write(String line) {
        if (broken) {
            return;
        }
        try {
            if (out == null) {
                out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            out.write(line);
            out.write('\n');
            // The SDK ends the program with System.exit, which flushes nothing.
            out.flush();
        } catch (IOException e) {
            broken = true;
        }
    }
}
