import { expect, test, vi } from "vitest";
import { checkUrl, urlProblem } from "./check-url.ts";

const publicLookup = async () => [{ address: "1.1.1.1" }];

test("a good URL has no problem", async () => {
  expect(urlProblem("https://pos.example/hook", { allowHosts: [] })).toBeNull();
  expect(await checkUrl("https://pos.example/hook", { allowHosts: [], lookup: publicLookup })).toBeNull();
});

test("a problem has a code, and the failure that says more", () => {
  expect(urlProblem("http://pos.example/", { allowHosts: [] })).toEqual({
    code: "https_required",
    failure: { code: "invalid_url", params: { reason: "https" } },
  });
});

test("a name that leads inside is found only by looking it up", async () => {
  const url = "https://pos.example/";
  const lookup = async () => [{ address: "10.0.0.1" }];
  expect(urlProblem(url, { allowHosts: [] })).toBeNull();
  expect(await checkUrl(url, { allowHosts: [], lookup })).toMatchObject({ code: "blocked_address" });
});

test("a name that does not exist yet is told apart from a refused one", async () => {
  const lookup = async () => {
    throw Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
  };
  expect(await checkUrl("https://soon.example/", { allowHosts: [], lookup })).toEqual({
    code: "dns_not_found",
    failure: { code: "dns", params: { reason: "not_found", host: "soon.example" } },
  });
});

test("what the text shows to be wrong is not looked up", async () => {
  const lookup = vi.fn(publicLookup);
  expect(await checkUrl("https://127.1/", { allowHosts: [], lookup })).toMatchObject({
    code: "blocked_address",
  });
  expect(lookup).not.toHaveBeenCalled();
});
