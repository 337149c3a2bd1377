package dev.tandem.e2e.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A headless Chromium that opens one page and tells how it was laid out, as {@code probe.js} saw it. */
final class Browser {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String START = "<pre id=\"probe\">";

    private Browser() {}

    /**
     * What the probe saw.
     *
     * @param axe whether axe-core looks at the page as well
     */
    static JsonNode look(Path folder, String html, int width, boolean dark, boolean axe) {
        try {
            String scripts = (axe ? "<script>" + axe() + "</script>" : "") + "<script>" + probe() + "</script></body>";
            Path page = Files.writeString(Files.createTempFile(folder, "page", ".html"), html.replace("</body>", scripts));
            List<String> command = new ArrayList<>(List.of(Tools.CHROMIUM.path().resolve("chromium").toString(), "--headless", "--no-sandbox",
                    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                    "--disable-sync", "--hide-scrollbars", "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
                    "--window-size=" + width + ",900", "--virtual-time-budget=60000", "--dump-dom"));
            if (dark) {
                command.add("--blink-settings=preferredColorScheme=0");
            }
            command.add(page.toUri().toString());
            String dom = Run.in(folder, Map.of(), LIMIT, command).succeeded().out();
            int start = dom.lastIndexOf(START);
            if (start < 0) {
                throw new AssertionError("the probe did not end; the page's last text: " + dom.substring(Math.max(0, dom.length() - 500)));
            }
            String json = dom.substring(start + START.length(), dom.indexOf("</pre>", start));
            return new ObjectMapper().readTree(json.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String probe() throws IOException {
        try (InputStream in = Browser.class.getResourceAsStream("/report/probe.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String axe() throws IOException {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
