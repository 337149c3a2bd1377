package dev.tandem.ops.canary;

import dev.tandem.ops.smoke.Smoke;
import java.util.List;
import java.util.Map;

/** Asks the new version itself, by addresses that a pin leads to it; one that fails is asked once more. */
public final class SmokeGate implements Gate {

    @Override
    public Verdict look(CanaryRun run) {
        Map<String, String> headers = Smoke.headers(run.settings().smokeHeaders());
        List<Smoke.Result> failed = run.settings().smoke().stream()
                .map(address -> Smoke.ask(address, headers))
                .map(result -> result.good() ? result : Smoke.ask(result.address(), headers))
                .filter(result -> !result.good())
                .toList();
        int asked = run.settings().smoke().size();
        return failed.isEmpty() ? Verdict.green(asked == 0 ? "" : asked + " smoke tests passed")
                : Verdict.red("smoke test failed: " + String.join(", ", failed.stream().map(Smoke.Result::text).toList()));
    }
}
