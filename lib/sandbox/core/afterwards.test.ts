import { afterEach, expect, test, vi } from "vitest";
import { logger } from "#lib/logger.ts";
import type { SandboxContext } from "#lib/providers/sandbox-kit/contract.ts";
import { tinyProvider, tinySandbox } from "../testing/tiny-shop.ts";
import { answerSandbox } from "./answer-sandbox.ts";

afterEach(() => vi.restoreAllMocks());

/** Asks an address that does as it is told, and hands over what it left for afterwards. */
async function ask(handle: (context: SandboxContext) => Promise<void>) {
  const provider = tinyProvider("tiny", {
    ...tinySandbox(),
    routes: [
      {
        methods: ["POST"],
        match: /^tiny\.example\/told$/,
        access: "open",
        handle: async (_, context) => {
          await handle(context);
          return { status: 201, json: {} };
        },
      },
    ],
  });
  const left: (() => Promise<void>)[] = [];
  const request = new Request("http://localhost/sandbox/tiny/tiny.example/told", { method: "POST" });
  const afterwards = (work: () => Promise<void>) => void left.push(work);
  const response = await answerSandbox({ provider, request, path: "tiny.example/told", afterwards });
  return { response, left };
}

test("an answer does not wait for what is done afterwards", async () => {
  const never = vi.fn(() => new Promise<void>(() => {}));
  const { response, left } = await ask((context) => context.afterwards(never));
  expect(response.status).toBe(201);
  expect(never).not.toHaveBeenCalled();
  expect(left).toHaveLength(1);
});

test("a request that leaves nothing to be done costs nothing afterwards", async () => {
  expect((await ask(async () => {})).left).toEqual([]);
});

test("what is done afterwards is done in order, and one that fails is logged and stops no other", async () => {
  const logged = vi.spyOn(logger, "error").mockImplementation(() => {});
  const done: string[] = [];
  const { left } = await ask(async ({ afterwards }) => {
    await afterwards(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      done.push("first");
    });
    await afterwards(() => Promise.reject(new Error("nobody there")));
    await afterwards(async () => void done.push("last"));
  });
  for (const work of left) await work();
  expect(done).toEqual(["first", "last"]);
  expect(logged).toHaveBeenCalledOnce();
});
