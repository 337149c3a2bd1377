package dev.tandem.cli.scaffold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a new service writes, decided before anything is written. Made again after a half-finished run it has what is missing;
 * after a finished one it has nothing.
 *
 * @param root    the clone
 * @param changes in the order in which they are written: the service first, what refers to it last
 */
public record ServicePlan(Path root, List<Change> changes) {

    /** Euros a month by which a stack's ceiling is raised: a Spot task of half a vCPU, alarms, gate and metrics, rounded up. */
    public static final int MONTHLY_EUR = 12;

    /**
     * A file.
     *
     * @param file    its path in the clone
     * @param created whether it is new
     * @param text    what it will hold
     * @param raises  whether it raises a stack's ceiling
     */
    public record Change(String file, boolean created, String text, boolean raises) {}

    /**
     * Plans a service.
     *
     * @param raiseCeiling whether the stacks' ceilings grow by {@link #MONTHLY_EUR}
     * @throws ScaffoldException when the name or the path is taken, or a file is not as expected
     */
    public static ServicePlan of(Path root, NewService service, boolean raiseCeiling) {
        List<Change> changes = new ArrayList<>();
        ServiceTemplate.files(service).forEach((file, text) -> {
            String found = read(root.resolve(file));
            if (found == null) {
                changes.add(new Change(file, true, text, false));
            } else if (!found.equals(text)) {
                throw new ScaffoldException("service " + service.name() + ": " + file + " is there and is not what the template makes for"
                        + " the path " + service.path() + " and the team " + service.team()
                        + ": expected a name that is not used yet. Fix: choose another name");
            }
        });
        List<Change> edits = new ArrayList<>();
        String pom = needed(root, "pom.xml");
        edits.add(new Change("pom.xml", false, ReactorPom.with(pom, service.module()), false));
        List<String> stacks = stacks(root);
        for (String file : stacks) {
            StackFile stack = new StackFile(file, needed(root, file));
            Map<String, String> services = stack.services();
            services.forEach((other, path) -> {
                if (!other.equals(service.name()) && path.equals(service.path())) {
                    throw new ScaffoldException("the path " + service.path() + " of the new service " + service.name() + " is that of the"
                            + " service " + other + " in " + file + ": expected a path that no service has, such as /api/" + service.name());
                }
            });
            String has = services.get(service.name());
            if (has != null && !has.equals(service.path())) {
                throw new ScaffoldException("service " + service.name() + " is in " + file + " already, with the path " + has
                        + " and not " + service.path() + ": expected a name that no service has. Fix: choose another name");
            }
            if (has == null) {
                edits.add(new Change(file, false, stack.with(service, raiseCeiling ? MONTHLY_EUR : 0),
                        raiseCeiling && stack.hasCeiling()));
            }
        }
        edits.removeIf(edit -> edit.text().equals(read(root.resolve(edit.file()))));
        changes.addAll(edits);
        return new ServicePlan(root, List.copyOf(changes));
    }

    /**
     * Writes it, each file as a whole or not at all.
     *
     * @throws ScaffoldException when a file cannot be written; the command can be given again
     */
    public void write() {
        for (Change change : changes) {
            Path file = root.resolve(change.file());
            try {
                Files.createDirectories(file.getParent());
                Path whole = Files.writeString(file.resolveSibling("." + file.getFileName() + ".new"), change.text());
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new ScaffoldException(change.file() + " cannot be written (" + e.getClass().getSimpleName()
                        + "): expected a clone that can be written to. Fix that and give the command again, it goes on from there");
            }
        }
    }

    private static List<String> stacks(Path root) {
        try (Stream<Path> files = Files.list(root)) {
            List<String> found = files.map(file -> file.getFileName().toString()).filter(name -> name.matches("Pulumi\\.[^.]+\\.yaml"))
                    .sorted().toList();
            if (found.isEmpty()) {
                throw new ScaffoldException("there is no stack's file Pulumi.STACK.yaml, expected those of the stacks that get the service");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String needed(Path root, String file) {
        String text = read(root.resolve(file));
        if (text == null) {
            throw new ScaffoldException("there is no " + file + ", expected the clone of Tandem that the service becomes part of");
        }
        return text;
    }

    private static String read(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : null;
        } catch (IOException e) {
            throw new ScaffoldException(file.getFileName() + " cannot be read, expected a file that can");
        }
    }
}
