package dev.tandem.dev;

import java.util.List;

/**
 * Stands in for ECS: what ended of a task is started again, each process by itself instead of a whole new task. The mesh container
 * ends on purpose when its application is dead, so that a task with a dead application gets no requests.
 */
final class LocalScheduler implements AutoCloseable {

    private static final long LOOK_MILLIS = 500;

    private final List<Task> tasks;
    private final Loop loop;

    LocalScheduler(List<Task> tasks) {
        this.tasks = tasks;
        this.loop = new Loop("scheduler", LOOK_MILLIS, LOOK_MILLIS, this::startAgain);
    }

    @Override
    public void close() {
        loop.close();
    }

    private boolean startAgain() {
        for (Task task : tasks) {
            for (Child child : List.of(task.application(), task.meshContainer())) {
                if (!child.alive()) {
                    System.err.println("dev: " + child.name() + " ended and is started again");
                    child.start();
                }
            }
        }
        return false;
    }
}
