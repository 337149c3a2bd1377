package dev.tandem.policy.report;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.report.PolicyResult.UndecidedRule;
import dev.tandem.policy.rule.EnforcementLevel;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a report as JUnit XML, which build servers show as tests. A stack is a suite, a rule without findings a test
 * that passed, and each finding a test of its own: a mandatory one fails, one of a rule that failed itself is an
 * error, advice passes with a text, and what is waived or undecided is skipped with the reason. Thread-safe.
 *
 * <pre>{@code
 * Files.writeString(Path.of("policy.xml"), JUnitReport.write(report, true));
 * }</pre>
 */
@PublicApi
public final class JUnitReport {

    private JUnitReport() {}

    /**
     * {@return the whole document with a line break at its end}
     *
     * @param report what to tell; characters that XML does not allow are replaced
     * @param withUnused whether rules are listed, as skipped, that no resource concerned
     */
    public static String write(PolicyReport report, boolean withUnused) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", JUnitCase.clean(report.tool()));
            for (PolicyResult result : report.results()) {
                suite(xml, result, withUnused);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.append('\n').toString();
    }

    private static void suite(XMLStreamWriter xml, PolicyResult result, boolean withUnused) throws XMLStreamException {
        // The sums come before the cases, so the cases are written twice: once to be counted.
        JUnitCase.Tally tally = new JUnitCase.Tally();
        XMLStreamWriter nowhere = XMLOutputFactory.newFactory().createXMLStreamWriter(Writer.nullWriter());
        cases(new JUnitCase(nowhere, result, tally), result, withUnused);
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", JUnitCase.clean(result.stack().isEmpty() ? "resources" : result.stack()));
        xml.writeAttribute("tests", String.valueOf(tally.tests));
        xml.writeAttribute("failures", String.valueOf(tally.failures));
        xml.writeAttribute("errors", String.valueOf(tally.errors));
        xml.writeAttribute("skipped", String.valueOf(tally.skipped));
        cases(new JUnitCase(xml, result, new JUnitCase.Tally()), result, withUnused);
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static void cases(JUnitCase out, PolicyResult result, boolean withUnused) throws XMLStreamException {
        for (String problem : result.problems()) {
            out.problem(problem);
        }
        for (String gap : result.gaps()) {
            out.skipped("not-judged", "what was not judged", "", gap);
        }
        for (ReportedFinding f : result.findings()) {
            out.finding(f);
        }
        for (UndecidedRule u : result.undecided()) {
            out.skipped(u.rule(), ShortNames.resource(u.urn()), u.urn(), "undecided: " + String.join("; ", u.places()));
        }
        Set<String> told = result.findings().stream().map(ReportedFinding::rule).collect(Collectors.toSet());
        result.undecided().forEach(u -> told.add(u.rule()));
        for (ReportedRule rule : result.rules()) {
            if (rule.isUnused() && withUnused) {
                out.skipped(rule.id(), rule.summary(), "", "no resource concerns this rule");
            } else if (!told.contains(rule.id()) && !rule.isUnused() && rule.level() != EnforcementLevel.DISABLED) {
                out.passed(rule);
            }
        }
    }
}
