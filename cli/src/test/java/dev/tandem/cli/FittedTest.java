package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Findings and tables in a terminal's columns. */
class FittedTest {

    @Test
    void whatFitsStaysAsItIs() {
        String text = "Findings  1 mandatory\n\n  mandatory  rule   twice   spaced\n";
        assertThat(Fitted.to(text, 80)).isEqualTo(text);
        assertThat(Fitted.to("no line break at the end", 80)).isEqualTo("no line break at the end");
    }

    @Test
    void aLongFindingGoesOnBelowIndented() {
        assertThat(Fitted.to("    fix: say so at the service that publishes, or take the subscription away\n", 40)).isEqualTo("""
                    fix: say so at the service that
                      publishes, or take the
                      subscription away
                """.indent(4).replaceAll("(?m)^ {4}(?= {4})", ""));
    }

    @Test
    void coloursTakeNoColumns() {
        String red = "  \u001b[31mmandatory\u001b[0m  sg-no-world-ingress [critical]";
        assertThat(Fitted.to(red, 43)).isEqualTo(red);
        assertThat(Fitted.to(red, 40)).isEqualTo("  \u001b[31mmandatory\u001b[0m  sg-no-world-ingress\n    [critical]");
    }

    @Test
    void aUrnStaysWhole() {
        String urn = "      urn:pulumi:eu-central-1::tandem::aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::auth";
        assertThat(Fitted.to(urn + " line 12", 60)).isEqualTo(urn + "\n        line 12");
    }

    @Test
    void amountsStayAtTheRightEdge() {
        String bill = """
                  foundation
                    interface endpoint ecr.api, 1 zone(s)  730 h                                              7.83
                    decryptions of SecureStrings that running tasks poll  31390 requests                      0.08
                """;
        assertThat(Fitted.to(bill, 60)).isEqualTo("""
                  foundation
                    interface endpoint ecr.api, 1 zone(s)  730 h        7.83
                    decryptions of SecureStrings that running tasks     0.08
                      poll  31390 requests
                """);
        assertThat(Fitted.to("    auth: tasks   2 h x USD 0.5" + " ".repeat(60) + "1.00", 50))
                .isEqualTo("    auth: tasks  2 h x USD 0.5                1.00");
    }

    @Test
    void aTableOfDifferencesKeepsItsThreeColumns() {
        String table = "  EUR a month" + " ".repeat(60) + "    before     after    change\n"
                + "  auth: one task more" + " ".repeat(52) + "     16.58     33.16    +16.58\n"
                + " ".repeat(74) + "      0.00      1.00     +1.00\n";
        assertThat(Fitted.to(table, 50)).isEqualTo("""
                  EUR a month                before  after  change
                  auth: one task more         16.58  33.16  +16.58
                                                0.00  1.00  +1.00
                """.replace("  0.00  1.00  +1.00", "   0.00  1.00  +1.00"));
    }

    @Test
    void aTerminalThatIsTooNarrowIsTakenAsFortyColumns() {
        assertThat(Fitted.to("twenty characters...x twenty characters.", 5)).doesNotContain("\n");
        assertThat(Fitted.to("twenty characters...x twenty characters.x", 5)).contains("\n");
    }

    @Test
    void onlyTerminalsHaveAWidthAndColumnsDecidesIt() {
        String line = "words that are longer than forty columns in all";
        assertThat(Terminal.fitted(line, Map.of("COLUMNS", "40"), false, () -> 40)).isEqualTo(line);
        assertThat(Terminal.fitted(line, Map.of("COLUMNS", "40"), true, () -> 200)).contains("\n");
        assertThat(Terminal.fitted(line, Map.of("COLUMNS", "wide"), true, () -> 200)).isEqualTo(line);
        assertThat(Terminal.fitted(line, Map.of(), true, () -> 40)).contains("\n");
    }
}
