package dev.tandem.ops.canary;

import java.util.ArrayList;
import java.util.List;

/** Several gates as one. */
public final class CanaryGates {

    private CanaryGates() {}

    /** The worst verdict counts, and after a red one no more is asked. */
    public static Gate all(List<Gate> gates) {
        return run -> {
            List<Verdict> verdicts = new ArrayList<>();
            for (Gate gate : gates) {
                Verdict verdict = gate.look(run);
                verdicts.add(verdict);
                if (verdict.colour() == Verdict.Colour.RED) {
                    break;
                }
            }
            return Verdict.worst(verdicts);
        };
    }
}
