import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { ask, openDrive, openSheets } from "./client.ts";

/** A call that keeps the requests, and answers each of them alike. */
function callAnswering(response: () => Response): { call: Call; requests: Request[] } {
  const requests: Request[] = [];
  const call: Call = {
    request: () => Promise.reject(new Error("not asked here")),
    fetch: async (input, init) => {
      requests.push(new Request(input, init));
      return response();
    },
    rebase: (url) => url,
    credentials: { accessToken: "ya29.secret" },
    settings: {},
    app: null,
    idempotencyKey: "dlv_1",
    isFirstUse: false,
    platformFee: () => Promise.reject(new Error("nothing is paid here")),
    pause: async () => {},
    signal: AbortSignal.timeout(5_000),
  };
  return { call, requests };
}

const about = z.object({ kind: z.string() });

describe("the SDK", () => {
  test("asks Google's real hosts, as the integration, for bodies that need no unpacking", async () => {
    const { call, requests } = callAnswering(() => Response.json({ kind: "drive#about" }));
    await ask((await openDrive(call)).about.get({ fields: "kind" }), about);
    const title = "May/June ?#&%'..";
    const range = `'${title}'!1:1`;
    await ask(
      (await openSheets(call)).spreadsheets.values.get({ spreadsheetId: "1abc", range }),
      z.object({}),
    );
    expect(requests.map(({ url }) => url)).toEqual([
      "https://www.googleapis.com/drive/v3/about?fields=kind",
      "https://sheets.googleapis.com/v4/spreadsheets/1abc/values/%27May%2FJune%20%3F%23%26%25%27..%27%211%3A1",
    ]);
    for (const { headers } of requests) {
      expect(headers.get("authorization")).toBe("Bearer ya29.secret");
      expect(headers.get("accept-encoding")).toBe("identity");
    }
  });

  test.each([429, 500, 503])(
    "asks once, also where the answer is %i: we retry, not the SDK",
    async (status) => {
      const { call, requests } = callAnswering(() => Response.json({ error: { message: "no" } }, { status }));
      const asked = ask((await openDrive(call)).about.get({ fields: "kind" }), about);
      await expect(asked).rejects.toMatchObject({ name: "ProviderError" });
      expect(requests).toHaveLength(1);
    },
  );

  test.each([
    ["no JSON", () => new Response('{"broken": ', { headers: { "content-type": "application/json" } })],
    ["another form", () => Response.json({ kind: 7 })],
    ["nothing", () => new Response(null, { status: 204 })],
  ])("%s is an answer that cannot be understood", async (_, response) => {
    const { call } = callAnswering(response);
    await expect(ask((await openDrive(call)).about.get({ fields: "kind" }), about)).rejects.toMatchObject({
      kind: "unavailable",
      message: expect.stringContaining("cannot be read"),
    });
  });

  test("errors do not have the token in them", async () => {
    const { call } = callAnswering(() => Response.json({ error: { message: "no" } }, { status: 401 }));
    const drive = await openDrive(call);
    const error: unknown = await ask(drive.about.get({ fields: "kind" }), about).catch(
      (thrown: unknown) => thrown,
    );
    expect(JSON.stringify(error, Object.getOwnPropertyNames(Object(error)))).not.toContain("ya29.secret");
  });
});
