package dev.tandem.e2e.upstream;

import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.upstream.UpstreamAudit.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The scanner's findings that were decided to stay, from {@code e2e/upstream/accepted-findings.txt}. */
final class AcceptedFindings {

    private static final Path FILE = ScratchClone.repository().resolve("e2e/upstream/accepted-findings.txt");

    private AcceptedFindings() {}

    /**
     * One line of the file.
     *
     * @param resource a Terraform address, {@code *} stands for anything
     * @param record the decision record, relative to the repository's root
     */
    record Accepted(String check, String resource, String record) {

        boolean matches(Failure failure) {
            return failure.check().equals(check) && failure.resource().matches(resource.replace(".", "\\.").replace("*", ".*"));
        }

        /** Whether the record is there and names the check. */
        boolean isExplained() {
            try {
                Path file = ScratchClone.repository().resolve(record);
                return Files.exists(file) && Files.readString(file).contains(check);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static List<Accepted> read() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(AcceptedFindings::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Accepted parse(String line) {
        String[] words = line.strip().split("\\s+");
        if (words.length != 3) {
            throw new AssertionError(FILE + ": found '" + line + "', expected a check, a resource and a record, such as"
                    + " 'CKV_AWS_18 aws_s3_bucket.foundation-logs docs/adr/0009-scanner-findings-we-keep.md'");
        }
        return new Accepted(words[0], words[1], words[2]);
    }
}
