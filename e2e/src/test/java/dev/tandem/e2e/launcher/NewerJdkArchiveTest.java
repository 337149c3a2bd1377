package dev.tandem.e2e.launcher;

import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import java.util.Map;

/** The same on JDK 25, which makes and checks archives differently and warns about more. */
@NeedsTools(Tools.JDK_25)
class NewerJdkArchiveTest extends ArchiveTest {

    @Override
    Map<String, String> environment() {
        return Map.of("TANDEM_ARCHIVE", "on", "JAVA_HOME", Tools.JDK_25.path().toString());
    }
}
