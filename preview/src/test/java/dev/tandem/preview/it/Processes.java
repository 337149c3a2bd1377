package dev.tandem.preview.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether processes that a test knows by number are gone. */
final class Processes {

    private Processes() {}

    /** Waits, with a limit, until a process runs no more; one that only waits to be reaped has ended. */
    static boolean ends(Path pidFile) throws IOException, InterruptedException {
        long pid = Long.parseLong(Files.readString(pidFile).strip());
        for (int i = 0; i < 300 && runs(pid); i++) {
            Thread.sleep(100);
        }
        return !runs(pid);
    }

    private static boolean runs(long pid) {
        if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
            return false;
        }
        Path stat = Path.of("/proc/" + pid + "/stat");
        try {
            return !Files.exists(stat) || !Files.readString(stat).contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }
}
