import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { findBrandIcon } from "#components/marketplace/brand-icons.ts";
import type { PaymentFacts } from "../contract/manifest.ts";
import type { Payments } from "../contract/payments.ts";
import type { Provider } from "../contract/provider.ts";
import { outputJsonSchema } from "../contract/sentence.ts";

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** What a provider says of itself is whole, and fits together. */
export function testDeclaration(provider: Provider): void {
  describe(`${provider.id} declares`, () => {
    const { id, auth } = provider;
    const actions = Object.entries(provider.actions);
    const resources = Object.entries(provider.resources);
    const scopeIds = auth.scopes.map((scope) => scope.id);

    test("its folder's name", () => {
      expect(id).toMatch(kebab);
      expect(existsSync(new URL(`../${id}/provider.ts`, import.meta.url))).toBe(true);
    });

    test("words for people: a summary of one line, benefits, set-up steps", () => {
      expect(provider.summary.length).toBeLessThanOrEqual(120);
      for (const text of [provider.summary, ...provider.benefits, ...provider.setUp])
        expect(text).toMatch(/[.!?]$/);
      expect(provider.benefits.length).toBeGreaterThan(0);
      expect(provider.setUp.length).toBeGreaterThan(0);
      expect(provider.docsUrl).toMatch(/^https:\/\//);
      expect(provider.api.source).toMatch(/^https:\/\//);
      if (provider.api.endsOn !== null) expect(provider.api.endsOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    });

    test("facts about its code that are true of it", () => {
      const { inbound, sync, payments } = provider;
      expect(provider.inboundAddress).toBe(inbound?.address ?? null);
      expect(provider.syncs.toSorted()).toEqual(Object.keys(sync).toSorted());
      expect(provider.paymentFacts).toEqual(payments ? toFacts(payments) : null);
    });

    test("a mark that can be drawn, or none", () => {
      if (provider.icon !== null) expect(findBrandIcon(provider.icon)).toMatchObject({ slug: provider.icon });
    });

    test.skipIf(auth.kind !== "oauth2")("how an operator makes its app, where it has one", () => {
      const steps = provider.developerApp?.steps.join("\n") ?? "";
      expect(steps).toContain("{redirectUri}");
      if (provider.inbound?.address === "app") expect(steps).toContain("{inboundUrl}");
    });

    test("each scope once, with a reason, and none that an action or resource needs is missing", () => {
      expect(new Set(scopeIds).size).toBe(scopeIds.length);
      for (const scope of auth.scopes) {
        expect(scope.title.length, scope.id).toBeGreaterThan(5);
        expect(scope.reason, scope.id).toMatch(/[.!?]$/);
      }
      for (const [name, { scopes }] of [...actions, ...resources]) {
        for (const scope of scopes) expect(scopeIds, `${name} needs ${scope}`).toContain(scope);
      }
    });

    test("connect fields that a form can draw, secrets marked as such", () => {
      expectDrawable(auth.input, "connect");
      const secrets = secretFields(auth.input);
      if (auth.kind === "api_key") expect(secrets.length).toBeGreaterThan(0);
      else expect(secrets).toEqual([]);
      if (auth.kind === "api_key" && auth.grant) expectDrawable(auth.grant.input, "grant");
    });

    test("actions whose input and output are JSON Schema, with a title and an example that fits", () => {
      expect(actions.length).toBeGreaterThan(0);
      for (const [name, action] of actions) {
        expect(name).toMatch(kebab);
        expectDrawable(action.input, name);
        expect(outputJsonSchema(action.output), name).toMatchObject({ type: "object" });
        expect(action.description, name).toMatch(/[.!?]$/);
        expect(action.input.safeParse(action.example).error, name).toBeUndefined();
        expect(action.idempotency === "not_needed", name).toBe(action.effect === "read");
      }
    });

    test("resources for each field that chooses from one", () => {
      for (const [name, action] of actions) {
        for (const resource of listResources(z.toJSONSchema(action.input, { io: "input" }))) {
          expect(Object.keys(provider.resources), `${name} chooses from ${resource}`).toContain(resource);
        }
      }
    });

    test("commands of its sandbox in kebab-case, with titles", async () => {
      const { commands } = await provider.sandbox();
      for (const [name, { title }] of Object.entries(commands)) {
        expect(name).toMatch(kebab);
        expect(title.length).toBeGreaterThan(5);
      }
    });
  });
}

function toFacts({ taking, books }: Payments): PaymentFacts {
  return {
    modes: taking?.modes ?? [],
    takesPlatformFee: taking?.takesPlatformFee ?? false,
    books: books && (books.movementsOfPayment ? "by_payment" : "listed"),
    hasPlatformBooks: books !== null && books.platform !== null,
  };
}

function expectDrawable(schema: z.ZodObject, name: string): void {
  const json = z.toJSONSchema(schema, { io: "input" });
  expect(json, name).toMatchObject({ type: "object", additionalProperties: false });
  for (const [field, property] of Object.entries(json.properties ?? {})) {
    expect(property, `${name}.${field}`).toMatchObject({ title: expect.any(String) });
  }
}

function secretFields(schema: z.ZodObject): string[] {
  const { properties } = z.toJSONSchema(schema, { io: "input" });
  return Object.entries(properties ?? {}).flatMap(([name, property]) =>
    z.looseObject({ secret: z.literal(true) }).safeParse(property).success ? [name] : [],
  );
}

function listResources(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "resource" in schema && typeof schema.resource === "string" ? [schema.resource] : [];
  return [...own, ...Object.values(schema).flatMap(listResources)];
}
