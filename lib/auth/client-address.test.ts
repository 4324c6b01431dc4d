import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";
import { forgetForwardedFor } from "./forget-forwarded-for.ts";

test.each([
  ["no proxy", "203.0.113.7", 0, "203.0.113.7"],
  ["one proxy, and an address that the caller made up", "10.0.0.1, 203.0.113.7", 1, "203.0.113.7"],
  ["two proxies", "10.0.0.1, 203.0.113.7, 192.0.2.1", 2, "203.0.113.7"],
  ["an empty header", "", 1, "unknown"],
  ["an empty last entry", "203.0.113.7, ", 1, "unknown"],
  ["no header", null, 1, "unknown"],
  ["what is no address", "<script>", 1, "unknown"],
  ["a port behind the address", "203.0.113.7:4711", 1, "203.0.113.7"],
  ["IPv6", "2001:db8:1:2:3:4:5:6", 1, "2001:db8:1:2::/64"],
  ["another address of the same network", "2001:db8:1:2:ffff::1", 1, "2001:db8:1:2::/64"],
  ["the network beside it", "2001:db8:1:3::1", 1, "2001:db8:1:3::/64"],
  ["IPv6 with a port", "[2001:db8:1:2::9]:443", 1, "2001:db8:1:2::/64"],
  ["IPv4 as IPv6", "::ffff:203.0.113.7", 1, "203.0.113.7"],
])("%s", (_name, header, trustedProxies, address) => {
  expect(clientAddress(header, trustedProxies)).toBe(address);
});

test("without a trusted proxy the caller's own claim is gone before anyone reads it", async () => {
  forgetForwardedFor();
  const seen: unknown[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers["x-forwarded-for"], request.headers["x-other"]);
    response.end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  await fetch(`http://127.0.0.1:${port}/`, { headers: { "x-forwarded-for": "10.9.8.7", "x-other": "kept" } });
  server.close();
  expect(seen).toEqual([undefined, "kept"]);
});
