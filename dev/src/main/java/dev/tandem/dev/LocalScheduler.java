package dev.tandem.dev;

import java.util.List;

/**
 * Stands in for ECS: what ended of a task is started again, each process by itself instead of a whole new task. The mesh container
 * ends on purpose when its application is dead, so that a task with a dead application gets no requests.
 */
final class LocalScheduler implements AutoCloseable {

    private static final long LOOK_MILLIS = 500;

    private final List<Task> tasks;
    private final Thread thread;
    private volatile boolean running = true;

    LocalScheduler(List<Task> tasks) {
        this.tasks = tasks;
        this.thread = new Thread(this::run, "scheduler");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            for (Task task : tasks) {
                for (Child child : List.of(task.application(), task.meshContainer())) {
                    if (running && !child.alive()) {
                        System.err.println("dev: " + child.name() + " ended and is started again");
                        child.start();
                    }
                }
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
