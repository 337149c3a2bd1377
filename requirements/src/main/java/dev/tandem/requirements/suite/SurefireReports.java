package dev.tandem.requirements.suite;

import dev.tandem.requirements.trace.TraceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a module's {@code target/surefire-reports/TEST-*.xml}. */
public final class SurefireReports {

    private final XMLInputFactory factory = XMLInputFactory.newFactory();
    private final List<Suite.Outcome> failures = new ArrayList<>();
    private final List<Suite.Outcome> skips = new ArrayList<>();
    private int passed;
    private double seconds;

    private SurefireReports() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    /** The suite of a module below the root; a module without reports has a suite in which nothing ran. */
    public static Suite read(Path root, String module) {
        SurefireReports reports = new SurefireReports();
        for (Path file : files(root.resolve(module).resolve("target/surefire-reports"))) {
            try (InputStream in = Files.newInputStream(file)) {
                reports.read(reports.factory.createXMLStreamReader(in));
            } catch (IOException | XMLStreamException e) {
                throw new TraceException(file + ": found what is no complete XML report (" + e.getMessage()
                    + "), expected surefire's. Fix: run ./tandem test again.");
            }
        }
        return new Suite(module, reports.passed, List.copyOf(reports.failures), List.copyOf(reports.skips),
            reports.seconds);
    }

    private static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).sorted().toList();
        } catch (IOException e) {
            throw new TraceException(directory + ": cannot be read: " + e.getMessage());
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        String test = "";
        boolean clean = true;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "testsuite" -> seconds += number(xml.getAttributeValue(null, "time"));
                    case "testcase" -> {
                        test = xml.getAttributeValue(null, "classname") + "." + xml.getAttributeValue(null, "name");
                        clean = true;
                    }
                    case "failure", "error" -> {
                        failures.add(outcome(test, xml));
                        clean = false;
                    }
                    case "skipped" -> {
                        skips.add(outcome(test, xml));
                        clean = false;
                    }
                    default -> { }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("testcase") && clean) {
                passed++;
            }
        }
    }

    private static Suite.Outcome outcome(String test, XMLStreamReader xml) throws XMLStreamException {
        String message = xml.getAttributeValue(null, "message");
        String type = xml.getAttributeValue(null, "type");
        if (message == null) {
            // Without a message the text starts with the exception's name; its first line says most.
            message = xml.getElementText().strip().lines().findFirst().orElse(type == null ? "" : type);
        }
        return new Suite.Outcome(test, message.strip());
    }

    private static double number(String seconds) {
        return seconds == null ? 0 : Double.parseDouble(seconds.replace(",", ""));
    }
}
