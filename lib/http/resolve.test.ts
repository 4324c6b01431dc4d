import { describe, expect, test, vi } from "vitest";
import { createResolver, type Lookup } from "./resolve.ts";
import { parseTarget } from "./target.ts";

const target = parseTarget("https://pos.example/", { allowHosts: [] });
const exempt = parseTarget("https://pos.example/", { allowHosts: ["pos.example"] });

function answering(...addresses: string[]): Lookup {
  return async () => addresses.map((address) => ({ address }));
}

function failing(code: string): Lookup {
  return async () => {
    throw Object.assign(new Error(`getaddrinfo ${code}`), { code });
  };
}

test("public addresses are given in the order of the answer", async () => {
  const resolve = createResolver({ lookup: answering("2606:4700::1111", "1.1.1.1") });
  expect(await resolve(target)).toEqual(["2606:4700::1111", "1.1.1.1"]);
});

describe("a name is refused as a whole", () => {
  test.each([
    ["it leads to this machine", ["127.0.0.1"]],
    ["it leads to cloud metadata", ["169.254.169.254"]],
    ["it leads to cloud metadata over IPv6", ["fd00:ec2::254"]],
    ["it leads to a mapped address", ["::ffff:10.0.0.1"]],
    ["the last of several is private", ["1.1.1.1", "8.8.8.8", "192.168.1.1"]],
    ["the first of several is private", ["10.0.0.1", "1.1.1.1"]],
    ["one family is private", ["1.1.1.1", "fd00::1"]],
    ["an address has a zone", ["1.1.1.1", "fe80::1%eth0"]],
    ["an address is garbage", ["1.1.1.1", "nonsense"]],
  ])("where %s", async (_case, addresses) => {
    const resolve = createResolver({ lookup: answering(...addresses) });
    await expect(resolve(target)).rejects.toMatchObject({
      code: "blocked_address",
      // The same words for each: what a name server says inside a network is not for the one who typed the name.
      failure: { code: "blocked_address", params: { reason: "leads_inside", host: target.hostname } },
    });
  });
});

test("an exempt name may lead anywhere", async () => {
  expect(await createResolver({ lookup: answering("10.0.0.1") })(exempt)).toEqual(["10.0.0.1"]);
});

test("an address is judged without a look-up", async () => {
  const lookup = vi.fn(answering("1.1.1.1"));
  const resolve = createResolver({ lookup });
  const literal = parseTarget("https://8.8.8.8/", { allowHosts: [] });
  expect(await resolve(literal)).toEqual(["8.8.8.8"]);
  await expect(resolve({ ...literal, hostname: "127.0.0.1" })).rejects.toMatchObject({
    code: "blocked_address",
  });
  expect(lookup).not.toHaveBeenCalled();
});

describe("a look-up that fails is told apart", () => {
  test.each([
    ["ENOTFOUND", "dns_not_found", "not_found"],
    ["ENODATA", "dns_not_found", "not_found"],
    ["EAI_AGAIN", "dns_failed", "failed"],
    ["ESERVFAIL", "dns_failed", "failed"],
  ])("%s", async (systemCode, code, reason) => {
    const resolve = createResolver({ lookup: failing(systemCode) });
    await expect(resolve(target)).rejects.toMatchObject({
      code,
      failure: { code: "dns", params: { reason, host: "pos.example" } },
    });
  });

  test("no address at all", async () => {
    await expect(createResolver({ lookup: answering() })(target)).rejects.toMatchObject({
      code: "dns_not_found",
    });
  });

  test("a name server that hangs", async () => {
    const resolve = createResolver({ lookup: () => new Promise(() => {}), timeoutMs: 20 });
    await expect(resolve(target)).rejects.toMatchObject({
      code: "dns_failed",
      failure: { code: "dns", params: { reason: "slow" } },
    });
  });
});

test("look-ups of one name under way at the same time are one, and later ones are new", async () => {
  const lookup = vi.fn(answering("1.1.1.1"));
  const resolve = createResolver({ lookup });
  await Promise.all([resolve(target), resolve(target), resolve(target)]);
  expect(lookup).toHaveBeenCalledTimes(1);
  await resolve(target);
  expect(lookup).toHaveBeenCalledTimes(2);
});
