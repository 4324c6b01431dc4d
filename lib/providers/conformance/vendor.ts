import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Exchange } from "#lib/sandbox/testing/serve-sandbox.ts";
import type { Provider } from "../contract/provider.ts";
import { callEverything } from "../testing/call-everything.ts";
import {
  departuresOfMessage,
  findDepartures,
  findOperation,
  readVendorContract,
} from "../testing/vendor-contract.ts";

/**
 * Holds client and sandbox to what the vendor says of its API.
 * @param url of the contract, `testing/vendor-contract.json` in the provider's folder
 * @param undescribed addresses that the vendor's description leaves out
 * @param getKind what tells the vendor's messages to us apart, where the contract has them
 * @param readMessage of a message's body; default: JSON
 * @param further what the client can do and its examples do not
 */
export function testVendorContract(
  provider: Provider,
  options: {
    url: URL;
    undescribed?: readonly RegExp[];
    getKind?: (message: unknown, headers: Exchange["requestHeaders"]) => string;
    readMessage?: (body: string) => unknown;
    further?: Parameters<typeof callEverything>[1];
  },
): void {
  describe("as the vendor describes its API", () => {
    const contract = readVendorContract(options.url);
    let exchanges: Exchange[] = [];
    let messages: Exchange[] = [];

    beforeAll(async () => {
      const all = await callEverything(provider, options.further);
      // An answer of 500 is what a test asked for.
      messages = all.filter(({ path }) => path.startsWith("/api/inbound/"));
      exchanges = all.filter(({ path, status }) => path.startsWith("/sandbox/") && status !== 500);
    });
    afterAll(() => {
      exchanges = [];
    });

    test("every request is one that the vendor takes, and every answer one that it gives", () => {
      const departures = exchanges.flatMap((exchange) => {
        const operation = findOperation(contract, exchange);
        if (operation) {
          return findDepartures(operation, exchange).map(
            (problem) => `${operation.method} ${operation.path}: ${problem}`,
          );
        }
        const isLeftOut = options.undescribed?.some((form) => form.test(exchange.path));
        return isLeftOut ? [] : [`${exchange.method} ${exchange.path}: the contract has no such operation`];
      });
      const hint = `${fileURLToPath(options.url)} does not have what was asked or answered. Look it up in the vendor's description: either the sandbox is wrong or the contract lacks it`;
      expect([...new Set(departures)].join("\n"), hint).toBe("");
    });

    test("every message to us is one that the vendor sends", () => {
      const { getKind, readMessage = JSON.parse } = options;
      const departures = messages.flatMap(({ requestBody, requestHeaders }) => {
        if (!getKind) return [];
        const message: unknown = readMessage(requestBody);
        const kind = getKind(message, requestHeaders);
        return departuresOfMessage(contract, kind, message) ?? [`${kind} is not in the contract`];
      });
      expect([...new Set(departures)].join("\n")).toBe("");
      expect(getKind === undefined || messages.length > 0).toBe(true);
    });

    test("every operation of the contract is used", () => {
      const used = new Set(exchanges.map((exchange) => findOperation(contract, exchange)));
      const unused = contract.operations.filter((operation) => !used.has(operation));
      const hint = "What no example comes to is called by `further`, or leaves the contract";
      expect(
        unused.map(({ method, path }) => `${method} ${path}`),
        hint,
      ).toEqual([]);
    });

    test("an answer without a field that the vendor requires is found out", () => {
      for (const operation of contract.operations) {
        const required = operation.answers["200"]?.required ?? [];
        const right = exchanges.find(
          (exchange) => exchange.status === 200 && findOperation(contract, exchange) === operation,
        );
        for (const name of right ? required : []) {
          const { [name]: _, ...rest } = Object(JSON.parse(right?.responseBody ?? ""));
          const spoilt = right && { ...right, responseBody: JSON.stringify(rest) };
          expect(spoilt && findDepartures(operation, spoilt)).toContain(`answer 200 lacks ${name}`);
        }
      }
    });
  });
}
