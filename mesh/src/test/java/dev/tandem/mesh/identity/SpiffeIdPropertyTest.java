package dev.tandem.mesh.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SpiffeIdPropertyTest {

    @Property
    void readsBackWhatItPrints(@ForAll("paths") String path) {
        SpiffeId id = new SpiffeId(new TrustDomain("prod.example.com"), path);

        assertThat(SpiffeId.parse(id.toString())).isEqualTo(id);
    }

    /** Either an ID that prints as what was read, or a message that has what was read: nothing else, whatever the text. */
    @Property(tries = 2000)
    void takesATextAsItIsOrRefusesIt(@ForAll("texts") String text) {
        SpiffeId id;
        try {
            id = SpiffeId.parse(text);
        } catch (IdentityException e) {
            assertThat(e).hasMessageContaining("expected");
            return;
        }
        assertThat(id.toString()).isEqualTo(text);
        assertThat(text).matches("spiffe://[a-z0-9.-]+(/[A-Za-z0-9._-]+)*");
    }

    @Example
    void saysWhatIsWrongAndWhatIsExpected() {
        refused("https://prod.example.com/ns/prod/svc/auth", "does not start with spiffe://");
        refused("spiffe://Prod.example.com/a", "trust domain \"Prod.example.com\": \"Prod\" is no label of a lower-case DNS name");
        refused("spiffe://prod.example.com:443/a", "is no label");
        refused("spiffe://user@prod.example.com/a", "is no label");
        refused("spiffe://prod/a", "has one label");
        refused("spiffe://10.0.0.1/a", "begins with a digit");
        refused("spiffe://prod.example.com/", "a path segment is empty, or the path ends in a slash");
        refused("spiffe://prod.example.com/a//b", "a path segment is empty");
        refused("spiffe://prod.example.com/a/../b", "\"..\" is a relative path segment");
        refused("spiffe://prod.example.com/a?x=1", "path segment \"a?x=1\" has other characters");
        refused("spiffe://prod.example.com/%61", "has other characters");
        refused("spiffe://prod.example.com/" + "a".repeat(2100), "has 2126 bytes, the standard allows 2048");
        refused("spiffe://" + "a".repeat(64) + ".com/a", "is no label");
        refused("spiffe://" + "aaaaaaaaa.".repeat(26) + "com/a", "has 263 characters, DNS takes 253");
        assertThatThrownBy(() -> SpiffeId.ofService(new TrustDomain("prod.example.com"), "prod", "Auth_1"))
                .hasMessageContaining("service \"Auth_1\" cannot be part of a SPIFFE ID")
                .hasMessageContaining("such as auth");
    }

    @Example
    void knowsTheServiceOfAnId() {
        TrustDomain domain = new TrustDomain("prod.example.com");

        assertThat(SpiffeId.ofService(domain, "prod", "auth")).hasToString("spiffe://prod.example.com/ns/prod/svc/auth");
        assertThat(SpiffeId.ofService(domain, "prod", "auth").service()).contains("auth");
        assertThat(domain.id()).hasToString("spiffe://prod.example.com");
        assertThat(domain.id().service()).isEmpty();
        assertThat(SpiffeId.parse("spiffe://prod.example.com/ns/prod/svc/auth/x").service()).isEmpty();
    }

    private static void refused(String text, String reason) {
        assertThatThrownBy(() -> SpiffeId.parse(text))
                .as(text)
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining(reason);
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.strings().withCharRange('a', 'z').withCharRange('A', 'Z').numeric().withChars('-', '_')
                .ofMinLength(1).ofMaxLength(12).list().ofMaxSize(6)
                .map(segments -> segments.isEmpty() ? "" : "/" + String.join("/", segments));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> rest = Arbitraries.strings().withChars("abz09.-_/:@?#%A \u0000é").ofMaxLength(24);
        return Arbitraries.oneOf(rest, rest.map(text -> "spiffe://" + text), rest.map(text -> "spiffe://a.example/" + text));
    }
}
