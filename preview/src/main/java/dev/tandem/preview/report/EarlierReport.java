package dev.tandem.preview.report;

import dev.tandem.cost.compare.ReportException;
import dev.tandem.cost.compare.Reported;
import dev.tandem.preview.project.InvalidProjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The bills of an earlier JSON report, such as that of a pull request's target. Immutable.
 *
 * @param bills by stack
 */
public record EarlierReport(Map<String, Reported> bills) {

    public EarlierReport {
        bills = Map.copyOf(bills);
    }

    /** The earlier bill of a stack. */
    Optional<Reported> bill(String stack) {
        return Optional.ofNullable(bills.get(stack));
    }

    /**
     * Reads a report.
     *
     * @param shownAs the file as the user named it
     * @throws InvalidProjectException when it is missing, no JSON, no report, or one without a bill
     */
    public static EarlierReport read(Path file, String shownAs) {
        try {
            return new EarlierReport(Reported.read(Files.readString(file), shownAs));
        } catch (ReportException e) {
            throw new InvalidProjectException(e.getMessage());
        } catch (IOException e) {
            throw new InvalidProjectException(
                    shownAs + ": cannot be read, expected what './tandem preview --format json' writes");
        }
    }
}
