package dev.tandem.policy.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of RFC 7541, appendix C. */
class HeaderDecoderTest {

    private final HeaderDecoder decoder = new HeaderDecoder();

    private List<String> decode(String hex) throws Exception {
        List<String> out = new ArrayList<>();
        decoder.decode(HexFormat.of().parseHex(hex.replace(" ", "")), (name, value) -> out.add(name + ": " + value));
        return out;
    }

    @Test
    void requestsWithoutHuffmanCoding() throws Exception {
        assertThat(decode("8286 8441 0f77 7777 2e65 7861 6d70 6c65 2e63 6f6d"))
                .containsExactly(":method: GET", ":scheme: http", ":path: /", ":authority: www.example.com");
        assertThat(decode("8286 84be 5808 6e6f 2d63 6163 6865")).containsExactly(
                ":method: GET", ":scheme: http", ":path: /", ":authority: www.example.com", "cache-control: no-cache");
        assertThat(decode("8287 85bf 400a 6375 7374 6f6d 2d6b 6579 0c63 7573 746f 6d2d 7661 6c75 65")).containsExactly(
                ":method: GET", ":scheme: https", ":path: /index.html", ":authority: www.example.com", "custom-key: custom-value");
    }

    @Test
    void requestsWithHuffmanCoding() throws Exception {
        assertThat(decode("8286 8441 8cf1 e3c2 e5f2 3a6b a0ab 90f4 ff"))
                .containsExactly(":method: GET", ":scheme: http", ":path: /", ":authority: www.example.com");
        assertThat(decode("8286 84be 5886 a8eb 1064 9cbf")).endsWith("cache-control: no-cache");
        assertThat(decode("8287 85bf 4088 25a8 49e9 5ba9 7d7f 8925 a849 e95b b8e8 b4bf")).endsWith("custom-key: custom-value");
    }

    /** A table of 256 bytes, from which older entries are dropped. */
    @Test
    void answersThatDropEntries() throws Exception {
        assertThat(decode("3fe101 4882 6402 5885 aec3 771a 4b61 96d0 7abe 9410 54d4 44a8 2005 9504 0b81 66e0 82a6 2d1b ff6e 919d 29ad"
                + "1718 63c7 8f0b 97c8 e9ae 82ae 43d3")).containsExactly(
                ":status: 302", "cache-control: private", "date: Mon, 21 Oct 2013 20:13:21 GMT", "location: https://www.example.com");
        assertThat(decode("4883 640e ffc1 c0bf")).containsExactly(
                ":status: 307", "cache-control: private", "date: Mon, 21 Oct 2013 20:13:21 GMT", "location: https://www.example.com");
        assertThat(decode("88c1 6196 d07a be94 1054 d444 a820 0595 040b 8166 e084 a62d 1bff c05a 839b d9ab 77ad 94e7 821d d7f2 e6c7"
                + "b335 dfdf cd5b 3960 d5af 2708 7f36 72c1 ab27 0fb5 291f 9587 3160 65c0 03ed 4ee5 b106 3d50 07")).containsExactly(
                ":status: 200", "cache-control: private", "date: Mon, 21 Oct 2013 20:13:22 GMT",
                "location: https://www.example.com", "content-encoding: gzip",
                "set-cookie: foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1");
    }

    @Test
    void brokenBlocksAreRefused() {
        assertThatThrownBy(() -> decode("be")).hasMessage("headers with reference to header 62, there are 61");
        assertThatThrownBy(() -> decode("80")).hasMessage("headers with reference to header 0, there are 61");
        assertThatThrownBy(() -> decode("4105 61")).hasMessage("headers with a text that goes on behind its end");
        assertThatThrownBy(() -> decode("ff")).hasMessage("headers with an end where a number should go on");
        assertThatThrownBy(() -> decode("ff ffff ffff ffff")).hasMessage("headers with a number that is too large");
        assertThatThrownBy(() -> decode("3fff 7f")).hasMessageStartingWith("headers with a table of ");
        assertThatThrownBy(() -> decode("4184 ffff ffff")).hasMessage("the end mark inside a header");
        assertThatThrownBy(() -> decode("4181 00")).hasMessage("a header that ends inside a symbol");
    }
}
