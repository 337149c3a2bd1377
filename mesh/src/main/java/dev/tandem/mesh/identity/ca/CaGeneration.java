package dev.tandem.mesh.identity.ca;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.mesh.identity.IdentityException;
import dev.tandem.mesh.identity.Lifetimes;
import dev.tandem.mesh.identity.Pem;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * One CA of a region among those that follow each other. Public: it has no key, only the key's name. Immutable.
 *
 * @param number      counts up from 1
 * @param keyId       ARN of the KMS key
 * @param certificate its certificate
 * @param signsFrom   until then it is only announced, so that all know it before they meet what it signed
 * @param by          who made it
 */
public record CaGeneration(int number, String keyId, X509Certificate certificate, Instant signsFrom, String by) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** From when on a new one is due: half of the certificate's life. */
    public Instant renewAt() {
        return Lifetimes.half(certificate.getNotBefore().toInstant().plus(Lifetimes.BACKDATED), certificate.getNotAfter().toInstant());
    }

    /** As it is stored. */
    public String toJson() {
        ObjectNode json = JSON.createObjectNode()
                .put("generation", number)
                .put("keyId", keyId)
                .put("signsFrom", signsFrom.toString())
                .put("by", by)
                .put("certificate", Pem.certificate(certificate));
        return json.toString();
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @param what names the text in errors
     * @throws IdentityException when it is none
     */
    public static CaGeneration parse(String what, String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new CaGeneration(
                    json.path("generation").asInt(),
                    json.path("keyId").asText(),
                    Pem.readCertificates(what, json.path("certificate").asText()).get(0),
                    Instant.parse(json.path("signsFrom").asText()),
                    json.path("by").asText());
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IdentityException(what + " is no generation of a CA: " + e.getMessage()
                    + "; expected JSON of generation, keyId, signsFrom, by and certificate", e);
        }
    }
}
