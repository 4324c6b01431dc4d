import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UrlProblem } from "./outbound-error.ts";
import { parseTarget } from "./target.ts";

function findRefusalCode(url: string, allowHosts: string[] = []): string {
  try {
    parseTarget(url, { allowHosts });
    return "accepted";
  } catch (error) {
    if (error instanceof UrlProblem) return error.code;
    throw error;
  }
}

describe("a good URL is read once, in full", () => {
  test.each([
    ["https://pos.example/hook?a=b#part", "https://pos.example", "pos.example", 443, "/hook?a=b"],
    ["HTTPS://POS.Example", "https://pos.example", "pos.example", 443, "/"],
    ["https://pos.example.:8443/", "https://pos.example:8443", "pos.example", 8443, "/"],
    ["https://pos.example:443/", "https://pos.example", "pos.example", 443, "/"],
    [
      "https://bücher.example/ä?ö",
      "https://xn--bcher-kva.example",
      "xn--bcher-kva.example",
      443,
      "/%C3%A4?%C3%B6",
    ],
    ["https://8.8.8.8/", "https://8.8.8.8", "8.8.8.8", 443, "/"],
    ["https://[2606:4700::1111]:8443/", "https://[2606:4700::1111]:8443", "2606:4700::1111", 8443, "/"],
    ["https://pos.example/a/../b", "https://pos.example", "pos.example", 443, "/b"],
    ["https://pos.example/@me", "https://pos.example", "pos.example", 443, "/@me"],
  ])("%s", (url, origin, hostname, port, path) => {
    const expected = { origin, hostname, port, path, isSecure: true, isExempt: false };
    expect(parseTarget(url, { allowHosts: [] })).toEqual(expected);
  });
});

describe("schemes other than https", () => {
  test.each([
    ["http://pos.example/", "https_required"],
    ["ftp://pos.example/", "unsupported_scheme"],
    ["file:///etc/passwd", "unsupported_scheme"],
    ["gopher://127.0.0.1:6379/_FLUSHALL", "unsupported_scheme"],
    ["data:text/plain,hello", "unsupported_scheme"],
    ["javascript:alert(1)", "unsupported_scheme"],
    ["blob:https://pos.example/1", "unsupported_scheme"],
    ["ws://pos.example/", "unsupported_scheme"],
    ["jar:https://pos.example!/", "unsupported_scheme"],
    ["//pos.example/", "invalid_url"],
    ["pos.example/hook", "invalid_url"],
    ["", "invalid_url"],
  ])("%j is refused as %s", (url, code) => {
    expect(findRefusalCode(url)).toBe(code);
  });
});

describe("user names and passwords", () => {
  test.each([
    "https://ana@pos.example/",
    "https://ana:secret@pos.example/",
    "https://@pos.example/",
    "https://:@pos.example/",
    "https://pos.example:443@evil.example/",
    "https://pos.example%2F@evil.example/",
  ])("%s is refused", (url) => {
    expect(findRefusalCode(url)).toBe("has_credentials");
  });
});

describe("text that parsers read differently", () => {
  test.each([
    "https://pos.example/\r\nHost: evil.example",
    "https://pos.example/\t",
    "https://pos\n.example/",
    "https://pos.example/\u0000",
    "https://pos.example/\u007f",
    " https://pos.example/",
    "https://pos.example/ ",
    "https://pos.example/a b",
    "https:\\\\pos.example\\",
    "https://pos.example\\@evil.example/",
    "https://pos\u00ad.example/",
    "https://pos\u200b.example/",
    "https://pos.example/\u202e",
    "https://pos.example/\u3000",
    "https://pos.example/\ud800",
    "https:pos.example",
    "https:/pos.example",
    "https:///pos.example",
    "https://",
    "https://?",
    "https://[::1",
    "https://pos.example:99999/",
    "https://pos.example:80a/",
    "https://%00pos.example/",
    "https://pos.example%0d%0a/",
    "https://1.2.3.4.5/",
    "https://0x100000000/",
    "https://256.0.0.1/",
    "https://[fe80::1%25eth0]/",
    `https://pos.example/${"a".repeat(2_000)}`,
  ])("%j is refused", (url) => {
    expect(findRefusalCode(url)).toBe("invalid_url");
  });

  test.each([
    "https://pos..example/",
    "https://pos.example../",
    "https://.pos.example/",
    "https://-pos.example/",
    "https://pos!.example/",
    `https://${"a".repeat(64)}.example/`,
    `https://${"a.".repeat(130)}example/`,
  ])("%j names no valid host", (url) => {
    expect(findRefusalCode(url)).toBe("invalid_host");
  });
});

describe("names inside a private network", () => {
  test.each([
    "https://localhost/",
    "https://LOCALHOST./",
    "https://app.localhost/",
    "https://metadata.google.internal/computeMetadata/v1/",
    "https://ip-10-0-0-1.ec2.internal/",
    "https://printer.local/",
    "https://router.lan/",
    "https://kubernetes.default.svc/",
    "https://KUBERNETES.default.SVC./",
    "https://kubernetes.default.svc.cluster.local/",
    "https://vault.corp/",
    "https://git.example.corp/",
    "https://nas.private/",
    "https://nas.home/",
    "https://nas.home.arpa/",
    "https://db.service.consul/",
    "https://app.test/",
    "https://expyuzz4wqqyqhjn.onion/",
    "https://fritz.box/",
    "https://redis/",
    "https://loc%61lhost/",
    "https://ｌocalhost/",
  ])("%s is refused", (url) => {
    expect(findRefusalCode(url)).toBe("blocked_host");
  });

  test.each([
    "https://corp.example/",
    "https://svc.example.com/",
    "https://notcorp.example.com/",
    "https://my-corp.com/",
  ])("%s only looks like one", (url) => {
    expect(findRefusalCode(url)).toBe("accepted");
  });
});

describe("one address in every notation", () => {
  test.each([
    ["integer", "https://2130706433/"],
    ["hex integer", "https://0x7f000001/"],
    ["octal integer", "https://017700000001/"],
    ["hex parts", "https://0x7f.0x0.0x0.0x1/"],
    ["octal parts", "https://0177.0.0.01/"],
    ["two parts", "https://127.1/"],
    ["three parts", "https://127.0.1/"],
    ["trailing dot", "https://127.0.0.1./"],
    ["full-width digits", "https://１２７.０.０.１/"],
    ["circled digits", "https://①②⑦.⓪.⓪.①/"],
    ["ideographic full stop", "https://127。0。0。1/"],
    ["half-width full stop", "https://127｡0｡0｡1/"],
    ["mathematical digits", "https://𝟏𝟐𝟕.0.0.1/"],
    ["percent-encoded", "https://%31%32%37.0.0.1/"],
    ["full-width percent-decoded", "https://%EF%BC%91%EF%BC%92%EF%BC%97.0.0.1/"],
    ["mixed", "https://0x7F.1/"],
    ["zero", "https://0/"],
    ["metadata", "https://169.254.169.254/latest/meta-data/"],
    ["metadata as an integer", "https://2852039166/"],
    ["metadata in octal", "https://0251.0376.0251.0376/"],
    ["IPv6 loopback", "https://[::1]/"],
    ["IPv6 loopback in full", "https://[0:0:0:0:0:0:0:1]/"],
    ["IPv4-mapped", "https://[::ffff:127.0.0.1]/"],
    ["IPv4-mapped in hex", "https://[::ffff:a9fe:a9fe]/"],
    ["IPv4-compatible", "https://[::127.0.0.1]/"],
    ["NAT64", "https://[64:ff9b::127.0.0.1]/"],
    ["6to4", "https://[2002:7f00:1::]/"],
    ["AWS metadata over IPv6", "https://[fd00:ec2::254]/"],
    ["link-local", "https://[fe80::1]/"],
  ])("%s is refused: %s", (_notation, url) => {
    expect(findRefusalCode(url)).toBe("blocked_address");
  });

  const privateAddress = fc
    .tuple(fc.constantFrom([10, 8], [127, 8], [0xa9fe, 16], [0xac1, 12], [0xc0a8, 16]), fc.nat(0xffffffff))
    .map(([[prefix = 0, bits = 0], rest]) => (prefix * 2 ** (32 - bits) + (rest % 2 ** (32 - bits))) >>> 0);
  const digits = (radix: 8 | 10 | 16) => (value: number) =>
    `${{ 8: "0", 10: "", 16: "0x" }[radix]}${value.toString(radix)}`;
  const radixes = fc.array(fc.constantFrom(8 as const, 10 as const, 16 as const), {
    minLength: 4,
    maxLength: 4,
  });
  const script = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    (text: string) => text.replaceAll(".", "。"),
    (text: string) => text.replace(/[0-9]/g, (digit) => `%3${digit}`),
    (text: string) => `${text}.`,
  );

  /** The last of `count` parts holds all the bits that the others left. */
  function write(address: number, count: number, bases: (8 | 10 | 16)[]): string {
    const heads = Array.from({ length: count - 1 }, (_, index) => (address >>> (24 - 8 * index)) & 0xff);
    const tail = address % 2 ** (32 - 8 * heads.length);
    return [...heads, tail].map((part, index) => digits(bases[index] ?? 10)(part)).join(".");
  }

  const notation = fc.tuple(fc.integer({ min: 1, max: 4 }), radixes, script);

  test("a private IPv4 address is refused however it is written", () => {
    fc.assert(
      fc.property(privateAddress, notation, (address, [count, bases, dress]) => {
        expect(findRefusalCode(`https://${dress(write(address, count, bases))}/`)).toBe("blocked_address");
      }),
      { numRuns: 1_000 },
    );
  });

  test("a public IPv4 address is read the same however it is written", () => {
    fc.assert(
      fc.property(notation, ([count, bases, dress]) => {
        const url = `https://${dress(write(0x08080808, count, bases))}/`;
        expect(parseTarget(url, { allowHosts: [] }).hostname).toBe("8.8.8.8");
      }),
    );
  });
});

describe("ports", () => {
  test.each([80, 443, 1024, 3000, 8080, 8443, 65_535])("%i is allowed", (port) => {
    expect(findRefusalCode(`https://pos.example:${port}/`)).toBe("accepted");
  });

  test.each([
    0, 1, 21, 22, 23, 25, 53, 110, 143, 389, 445, 587, 993, 1023, 1433, 2049, 2375, 2379, 3306, 3389, 5432,
    5672, 5984, 6000, 6379, 6443, 6667, 8500, 9042, 9092, 9200, 9229, 10250, 11211, 15672, 27017,
  ])("%i is refused", (port) => {
    expect(findRefusalCode(`https://pos.example:${port}/`)).toBe("blocked_port");
  });
});

describe("hosts that the operator allows", () => {
  test.each([
    ["http://localhost:3000/", ["localhost"]],
    ["http://127.0.0.1:6379/", ["127.0.0.1"]],
    ["http://2130706433/", ["127.0.0.1"]],
    ["http://[::1]:3000/", ["[::1]"]],
    ["http://[0:0::1]:3000/", ["[::1]:3000"]],
    ["http://inbox:8080/", ["other", "inbox:8080"]],
    ["http://127.0.0.1/", ["127.0.0.1:80"]],
    ["https://127.0.0.1/", ["127.0.0.1:443"]],
  ])("%s passes with %j", (url, allowHosts) => {
    expect(parseTarget(url, { allowHosts }).isExempt).toBe(true);
  });

  test.each([
    ["http://localhost:3001/", ["localhost:3000"], "blocked_host"],
    ["http://app.localhost/", ["localhost"], "blocked_host"],
    ["http://127.0.0.2/", ["127.0.0.1"], "blocked_address"],
    ["https://localhost.evil.example:22/", ["localhost"], "blocked_port"],
    ["http://[::1]/", ["::1"], "blocked_address"],
    ["http://ana@localhost/", ["localhost"], "has_credentials"],
    ["ftp://localhost/", ["localhost"], "unsupported_scheme"],
  ])("%s does not pass with %j", (url, allowHosts, code) => {
    expect(findRefusalCode(url, allowHosts)).toBe(code);
  });
});
