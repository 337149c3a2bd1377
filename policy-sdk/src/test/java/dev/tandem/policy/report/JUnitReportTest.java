package dev.tandem.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Severity;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitReportTest {

    @Test
    void aStackIsASuiteAndEveryFindingACase() throws Exception {
        Document xml = parse(JUnitReport.write(Samples.report(Samples.full(), Samples.clean()), false));

        List<Element> suites = elements(xml.getDocumentElement(), "testsuite");
        assertThat(suites).extracting(s -> s.getAttribute("name")).containsExactly("dev", "qa");
        Element dev = suites.get(0);
        assertThat(dev.getAttribute("tests")).isEqualTo("7");
        assertThat(dev.getAttribute("failures")).isEqualTo("1");
        assertThat(dev.getAttribute("errors")).isEqualTo("1");
        assertThat(dev.getAttribute("skipped")).isEqualTo("3");
        assertThat(elements(dev, "testcase")).hasSize(7).extracting(c -> c.getAttribute("classname")).containsExactly(
                "buckets.not-judged", "buckets.encryption", "buckets.broken", "buckets.count", "buckets.encryption[logs]",
                "buckets.owner", "buckets.named");
        Element failed = elements(dev, "testcase").get(1);
        assertThat(failed.getAttribute("name")).isEqualTo("files (cloud:store:Bucket) at rules[0]");
        assertThat(failed.getAttribute("file")).isEqualTo("src/main/java/shop/My Site.java");
        assertThat(failed.getAttribute("line")).isEqualTo("42");
        Element failure = elements(failed, "failure").get(0);
        assertThat(failure.getAttribute("type")).isEqualTo("mandatory");
        assertThat(failure.getTextContent()).isEqualTo("no key\nin rules[0]\n" + Samples.FILES + "\nfix: set a key");
        assertThat(elements(dev, "error").get(0).getTextContent()).startsWith("the rule itself failed");
        assertThat(elements(dev, "system-out").get(0).getTextContent()).startsWith("advice: Rule count\nthere are 3");
        assertThat(elements(dev, "skipped")).extracting(s -> s.getAttribute("message")).containsExactly(
                "far is a remote component", "waived: until 2027-01-31 by ops: moves next month (waivers.yaml:3)",
                "undecided: tags.of is not known yet");
        assertThat(elements(suites.get(1), "testcase")).hasSize(1);
    }

    @Test
    void unusedRulesAreSkippedOnRequest() throws Exception {
        Document xml = parse(JUnitReport.write(Samples.report(Samples.full()), true));

        assertThat(elements(xml.getDocumentElement(), "testcase")).hasSize(8)
                .extracting(c -> c.getAttribute("classname")).contains("buckets.queue");
    }

    @Test
    void aStackThatWasNotJudgedIsAnError() throws Exception {
        Document xml = parse(JUnitReport.write(
                Samples.report(PolicyResult.failed("dev", 4, List.of("the pack <ended> & died"))), false));

        assertThat(elements(xml.getDocumentElement(), "error").get(0).getTextContent()).isEqualTo("the pack <ended> & died");
    }

    /** XML 1.0 cannot say most control characters, and a lone surrogate is no character. */
    @Test
    void whatXmlCannotSayIsReplaced() throws Exception {
        PolicyResult result = Samples.with(List.of(Samples.finding("x", Outcome.Kind.VIOLATION, EnforcementLevel.MANDATORY,
                Severity.LOW, Samples.LOGS, "a\u0001b", "bell\u0007 half\ud83d whole\ud83d\ude00 ]]> end")));

        Document xml = parse(JUnitReport.write(Samples.report(result), false));

        assertThat(elements(xml.getDocumentElement(), "failure").get(0).getTextContent())
                .startsWith("bell\ufffd half\ufffd whole\ud83d\ude00 ]]> end");
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<Element> elements(Element within, String name) {
        NodeList found = within.getElementsByTagName(name);
        List<Element> out = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            out.add((Element) found.item(i));
        }
        return out;
    }
}
