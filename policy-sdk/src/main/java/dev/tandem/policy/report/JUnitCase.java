package dev.tandem.policy.report;

import dev.tandem.policy.rule.Outcome;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the test cases of a suite, and counts them. */
final class JUnitCase {

    private final XMLStreamWriter xml;
    private final PolicyResult result;
    private final Tally tally;

    JUnitCase(XMLStreamWriter xml, PolicyResult result, Tally tally) {
        this.xml = xml;
        this.result = result;
        this.tally = tally;
    }

    /** How many cases ended how. */
    static final class Tally {
        int tests;
        int failures;
        int errors;
        int skipped;
    }

    void problem(String text) throws XMLStreamException {
        tally.errors++;
        start("judgement", "the judgement could not be finished", "");
        told("error", "failed", text, text);
        end();
    }

    void finding(ReportedFinding f) throws XMLStreamException {
        String name = ShortNames.resource(f.urn()) + (f.path().isEmpty() ? "" : " at " + f.path());
        if (f.isWaived()) {
            skipped(f.id(), name, f.urn(), "waived: " + f.waived().orElse(""));
            return;
        }
        start(f.id(), name, f.urn());
        String text = text(f);
        if (f.outcome() == Outcome.Kind.ERROR) {
            tally.errors++;
            told("error", "rule-failed", f.summary(), text);
        } else if (f.refuses()) {
            tally.failures++;
            told("failure", "mandatory", f.summary(), text);
        } else {
            xml.writeCharacters("\n      ");
            xml.writeStartElement("system-out");
            xml.writeCharacters(clean("advice: " + f.summary() + "\n" + text));
            xml.writeEndElement();
        }
        end();
    }

    void skipped(String test, String name, String urn, String reason) throws XMLStreamException {
        tally.skipped++;
        start(test, name, urn);
        xml.writeCharacters("\n      ");
        xml.writeEmptyElement("skipped");
        attribute("message", reason);
        end();
    }

    void passed(ReportedRule rule) throws XMLStreamException {
        start(rule.id(), rule.summary().isEmpty() ? rule.id() : rule.summary(), "");
        end();
    }

    private void start(String test, String name, String urn) throws XMLStreamException {
        tally.tests++;
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        String pack = result.pack().map(p -> p.name() + ".").orElse("");
        attribute("classname", pack + test);
        attribute("name", name);
        Optional<SourceLocation> where = urn.isEmpty() ? Optional.empty() : result.location(urn);
        if (where.isPresent()) {
            attribute("file", where.get().file());
            if (where.get().line().isPresent()) {
                attribute("line", String.valueOf(where.get().line().getAsInt()));
            }
        }
    }

    private void told(String element, String type, String message, String text) throws XMLStreamException {
        xml.writeCharacters("\n      ");
        xml.writeStartElement(element);
        attribute("type", type);
        attribute("message", message);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private static String text(ReportedFinding f) {
        return f.message() + (f.message().isEmpty() ? "" : "\n") + f.urn() + (f.fix().isEmpty() ? "" : "\nfix: " + f.fix());
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value));
    }

    private void end() throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeEndElement();
    }

    /** XML 1.0 has no place for most control characters, escaped or not, nor for halves of surrogate pairs. */
    static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(
                c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000 ? c : 0xFFFD));
        return out.toString();
    }
}
