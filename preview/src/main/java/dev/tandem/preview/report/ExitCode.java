package dev.tandem.preview.report;

/** What {@code ./tandem preview} and {@code ./tandem check} end with; of several stacks the highest number counts. */
public enum ExitCode {
    /** Nothing that stops a deployment; advice may be there. */
    CLEAN(0),
    /** A mandatory rule is violated, or the plan is incomplete or undecided and that was refused. */
    VIOLATED(1),
    /** Wrong usage, configuration or fixture. */
    INVALID(2),
    /** The program threw, hung or did not start. */
    PROGRAM_FAILED(3),
    /** The policy pack did not start, died or answered with an error. */
    PACK_FAILED(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** @throws IllegalArgumentException when no exit code has the number */
    public static ExitCode of(int number) {
        for (ExitCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        throw new IllegalArgumentException("exit code " + number + ", expected 0 to " + (values().length - 1));
    }
}
