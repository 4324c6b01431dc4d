import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressProblem } from "./address-rule.ts";

describe("public addresses pass", () => {
  test.each([
    "1.1.1.1",
    "8.8.8.8",
    "93.184.215.14",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.0",
    "169.253.255.255",
    "169.255.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "192.169.0.0",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "2606:4700:4700::1111",
    "2a00:1450:4001:81b::200e",
    "2001:200::1",
    "64:ff9b::808:808",
  ])("%s", (ip) => {
    expect(addressProblem(ip)).toBeNull();
  });
});

describe("addresses that are not public unicast are refused", () => {
  test.each([
    ["this network", "0.0.0.0"],
    ["this network", "0.255.255.255"],
    ["private", "10.0.0.0"],
    ["private", "10.255.255.255"],
    ["carrier-grade NAT", "100.64.0.0"],
    ["Alibaba metadata", "100.100.100.200"],
    ["carrier-grade NAT", "100.127.255.255"],
    ["loopback", "127.0.0.1"],
    ["loopback", "127.255.255.255"],
    ["Azure control service", "168.63.129.16"],
    ["link-local", "169.254.0.0"],
    ["cloud metadata", "169.254.169.254"],
    ["container credentials", "169.254.170.2"],
    ["private", "172.16.0.0"],
    ["private", "172.31.255.255"],
    ["protocol assignments", "192.0.0.192"],
    ["documentation", "192.0.2.1"],
    ["6to4 relay", "192.88.99.1"],
    ["private", "192.168.0.0"],
    ["private", "192.168.255.255"],
    ["benchmarks", "198.18.0.0"],
    ["benchmarks", "198.19.255.255"],
    ["documentation", "198.51.100.1"],
    ["documentation", "203.0.113.1"],
    ["multicast", "224.0.0.1"],
    ["multicast", "239.255.255.255"],
    ["reserved", "240.0.0.1"],
    ["broadcast", "255.255.255.255"],
    ["unspecified", "::"],
    ["loopback", "::1"],
    ["IPv4-compatible", "::8.8.8.8"],
    ["IPv4-mapped, private", "::ffff:10.0.0.1"],
    ["IPv4-mapped, in hex", "::ffff:7f00:1"],
    ["IPv4-mapped, public", "::ffff:8.8.8.8"],
    ["IPv4-translated", "::ffff:0:127.0.0.1"],
    ["NAT64 of a private address", "64:ff9b::10.0.0.1"],
    ["NAT64 of metadata", "64:ff9b::a9fe:a9fe"],
    ["local NAT64", "64:ff9b:1::8.8.8.8"],
    ["discard", "100::1"],
    ["Teredo", "2001::1"],
    ["ORCHID", "2001:20::1"],
    ["documentation", "2001:db8::1"],
    ["6to4 of a private address", "2002:0a00:0001::1"],
    ["6to4 of a public address", "2002:0808:0808::1"],
    ["ISATAP of a private address", "2606:4700::5efe:10.0.0.1"],
    ["ISATAP of a private address", "2606:4700::200:5efe:10.0.0.1"],
    ["documentation", "3fff::1"],
    ["segment routing", "5f00::1"],
    ["unique local", "fc00::1"],
    ["AWS metadata", "fd00:ec2::254"],
    ["Google metadata", "fd20:ce::254"],
    ["link-local", "fe80::1"],
    ["site-local", "fec0::1"],
    ["multicast", "ff02::1"],
  ])("%s: %s", (_kind, ip) => {
    expect(addressProblem(ip)).toMatch(/^[a-z0-9_]+$/);
  });
});

describe("what is no plain address is refused", () => {
  test.each([
    "",
    " ",
    "pos.example",
    "8.8.8",
    "8.8.8.8.8",
    "010.8.8.8",
    "0x8.8.8.8",
    "134744072",
    "8.8.8.8 ",
    "8.8.8.8/32",
    "[2606:4700::1]",
    "2606:4700::1%eth0",
    "fe80::1%1",
    "2606:4700:::1",
  ])("%j", (text) => {
    expect(addressProblem(text)).toBe("not_an_address");
  });

  test("any text gives an answer, never an exception", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV4Extended(), fc.ipV6()), (text) => {
        const problem = addressProblem(text);
        expect(problem === null || problem.length > 0).toBe(true);
      }),
    );
  });
});

test("every IPv6 address outside 2000::/3 is refused, but for NAT64", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 }), (parts) => {
      const first = parts[0] ?? 0;
      fc.pre(first >> 13 !== 1 && first !== 0x64);
      expect(addressProblem(parts.map((part) => part.toString(16)).join(":"))).not.toBeNull();
    }),
  );
});

test("an IPv4 address carried in an IPv6 one is refused wherever it is refused plainly", () => {
  fc.assert(
    fc.property(fc.ipV4(), (ip) => {
      fc.pre(addressProblem(ip) !== null);
      const [a = 0, b = 0, c = 0, d = 0] = ip.split(".").map(Number);
      const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
      for (const carrier of [
        `::${hex}`,
        `::ffff:${hex}`,
        `::ffff:0:${hex}`,
        `64:ff9b::${hex}`,
        `2002:${hex}::1`,
      ]) {
        expect(addressProblem(carrier), carrier).not.toBeNull();
      }
    }),
  );
});
