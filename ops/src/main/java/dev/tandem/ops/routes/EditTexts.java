package dev.tandem.ops.routes;

import dev.tandem.mesh.route.Fault;
import dev.tandem.mesh.route.Mirror;
import dev.tandem.mesh.route.Pin;
import dev.tandem.ops.OperationRefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what operators type. Every refusal shows an example. */
public final class EditTexts {

    private static final Pattern WEIGHT = Pattern.compile("([a-z][a-z0-9-]*)=(\\d{1,3})%?");
    private static final Pattern PIN = Pattern.compile("(header|cookie):([^=@\\s]+)=([^@\\s]+)@([a-z][a-z0-9-]*)");
    private static final Pattern DELAY = Pattern.compile("delay=(\\d{1,6})ms@(\\d{1,3})%?");
    private static final Pattern ABORT = Pattern.compile("abort=(\\d{3})@(\\d{1,3})%?");
    private static final Pattern MIRROR = Pattern.compile("([a-z][a-z0-9-]*)@(\\d{1,3})%?");
    private static final Pattern GATE = Pattern.compile("([^=\\s]+)=(\\S+)");

    private EditTexts() {}

    /** {@code canary=5}, several. */
    public static Map<String, Integer> weights(List<String> texts) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (String text : texts) {
            Matcher matcher = match(WEIGHT, "--weight", text, "VERSION=PERCENT, such as canary=5");
            if (weights.put(matcher.group(1), number(matcher, 2)) != null) {
                throw new OperationRefusedException("--weight: found '" + matcher.group(1) + "' twice, expected every version once");
            }
        }
        return weights;
    }

    /** {@code header:x-tester=yes@canary}. */
    public static Pin pin(String text) {
        Matcher matcher = match(PIN, "--pin", text,
                "header:NAME=VALUE@VERSION or cookie:NAME=VALUE@VERSION, such as header:x-tester=yes@canary");
        return new Pin(matcher.group(1).equals("cookie") ? Pin.By.COOKIE : Pin.By.HEADER, matcher.group(2), matcher.group(3),
                matcher.group(4));
    }

    /** {@code delay=300ms@10}, {@code abort=503@5}; a gate as {@code x-chaos=on}. */
    public static Fault fault(List<String> texts, Optional<String> gate) {
        Optional<Fault.Delay> delay = Optional.empty();
        Optional<Fault.Abort> abort = Optional.empty();
        for (String text : texts) {
            Matcher matcher = DELAY.matcher(text);
            if (matcher.matches()) {
                delay = Optional.of(new Fault.Delay(number(matcher, 1), number(matcher, 2)));
            } else {
                matcher = match(ABORT, "--fault", text, "delay=MILLISECONDSms@PERCENT or abort=STATUS@PERCENT, such as"
                        + " delay=300ms@10 or abort=503@5");
                abort = Optional.of(new Fault.Abort(number(matcher, 1), number(matcher, 2)));
            }
        }
        return new Fault(delay, abort, gate.map(text -> {
            Matcher matcher = match(GATE, "--only-if", text, "HEADER=VALUE, such as x-chaos=on");
            return new Fault.HeaderGate(matcher.group(1), matcher.group(2));
        }));
    }

    /** {@code canary@10}. */
    public static Mirror mirror(String text) {
        Matcher matcher = match(MIRROR, "--mirror", text, "VERSION@PERCENT, such as canary@10");
        return new Mirror(matcher.group(1), number(matcher, 2));
    }

    private static Matcher match(Pattern pattern, String option, String text, String expected) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new OperationRefusedException(option + ": found '" + text + "', expected " + expected);
        }
        return matcher;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
