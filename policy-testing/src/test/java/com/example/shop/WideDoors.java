package com.example.shop;

import dev.tandem.policy.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class WideDoors {

    enum Colour { GREEN, RED }

    record Limits(int minimum, List<Colour> colours, Optional<String> owner) {
        Limits() {
            this(80, List.of(Colour.GREEN), Optional.empty());
        }
    }

    static final Rule WIDE = Rule.resource("wide-door")
            .on("shop:index:Door")
            .summary("Doors are wide enough")
            .config(Limits.class)
            .schema("minimum", Map.of("minimum", 1))
            .check((door, limits) -> {
                if (door.get("width").integerOr(0) < limits.minimum()) {
                    door.violation(door.get("width"), "is too narrow, expected " + limits.minimum() + " cm");
                }
            });

    private WideDoors() {}
}
