package dev.tandem.policy.model;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Typed, lenient reading of scalars. */
final class Readers {

    /** Longest text form, in characters. */
    private static final int SHOWN = 200;

    private Readers() {}

    static Optional<String> string(Property at, Value value) {
        Value v = scalar(at, value);
        if (v == null) {
            return Optional.empty();
        } else if (v instanceof Value.Text t) {
            return Optional.of(t.value());
        } else if (v instanceof Value.Bool b) {
            return Optional.of(Boolean.toString(b.value()));
        } else if (v instanceof Value.Num n) {
            return Optional.of(plain(n.value()));
        } else if (v instanceof Value.Reference r) {
            return string(at, r.id() instanceof Value.Null ? new Value.Text(r.urn()) : r.id());
        }
        throw new UnexpectedTypeException(at.path(), "string", v.kind());
    }

    static Optional<Boolean> bool(Property at, Value value) {
        Value v = scalar(at, value);
        if (v == null) {
            return Optional.empty();
        } else if (v instanceof Value.Bool b) {
            return Optional.of(b.value());
        } else if (v instanceof Value.Text t && t.value().equalsIgnoreCase("true")) {
            return Optional.of(true);
        } else if (v instanceof Value.Text t && t.value().equalsIgnoreCase("false")) {
            return Optional.of(false);
        }
        throw new UnexpectedTypeException(at.path(), "boolean", v.kind());
    }

    static OptionalLong integer(Property at, Value value) {
        Optional<BigDecimal> n = decimal(at, value);
        try {
            return n.isPresent() ? OptionalLong.of(n.get().longValueExact()) : OptionalLong.empty();
        } catch (ArithmeticException e) {
            throw new UnexpectedTypeException(at.path(), "whole number", "number with a fraction or out of range");
        }
    }

    static OptionalDouble number(Property at, Value value) {
        Optional<BigDecimal> n = decimal(at, value);
        return n.isPresent() ? OptionalDouble.of(n.get().doubleValue()) : OptionalDouble.empty();
    }

    private static Optional<BigDecimal> decimal(Property at, Value value) {
        Value v = scalar(at, value);
        if (v == null) {
            return Optional.empty();
        }
        try {
            if (v instanceof Value.Num n) {
                return Optional.of(new BigDecimal(n.value().toString()));
            } else if (v instanceof Value.Text t && t.value().length() < 64) {
                return Optional.of(new BigDecimal(t.value().trim()));
            }
        } catch (NumberFormatException e) {
            throw new UnexpectedTypeException(at.path(), "number", v.kind());
        }
        throw new UnexpectedTypeException(at.path(), "number", v.kind());
    }

    /** Null when missing; unknown throws; a list of one scalar is that scalar. */
    private static Value scalar(Property at, Value value) {
        if (value == null || value instanceof Value.Null) {
            return null;
        }
        Value v = value.unwrapped();
        if (v instanceof Value.Unknown) {
            throw new UnknownValueException(at.path());
        }
        return v;
    }

    static String plain(Number n) {
        // Written out, 1e999999999 would fill the memory.
        return n instanceof BigDecimal d && Math.abs((long) d.precision() - d.scale()) < 400 ? d.toPlainString() : n.toString();
    }

    /** A short form for messages. Secret parts are redacted by {@link Value.Secret#toString()}. */
    static String show(Value v) {
        String text = full(v);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static String full(Value v) {
        if (v instanceof Value.Text t) {
            return '"' + (t.value().length() <= SHOWN ? t.value() : t.value().substring(0, SHOWN) + "…") + '"';
        } else if (v instanceof Value.Num n) {
            return plain(n.value());
        } else if (v instanceof Value.Bool b) {
            return Boolean.toString(b.value());
        } else if (v instanceof Value.Items i) {
            return i.values().stream().limit(SHOWN).map(Readers::full).collect(Collectors.joining(", ", "[", "]"));
        } else if (v instanceof Value.Fields f) {
            return f.values().entrySet().stream()
                    .limit(SHOWN)
                    .map(e -> e.getKey() + ": " + full(e.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (v instanceof Value.Secret) {
            return Value.REDACTED;
        }
        return v.kind();
    }
}
