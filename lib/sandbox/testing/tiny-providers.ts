import { createRegistry } from "#lib/providers/testing/create-registry.ts";
import { tinyProvider, tinySandbox } from "./tiny-shop.ts";

const reusable = { prefix: "tinyr-", expiresInSeconds: null, rotation: "reusable" } as const;

/** Providers that differ in what tests are about. They stand in for the register. */
export const tinyProviders = [
  tinyProvider("tiny"),
  tinyProvider("tiny-reusable", tinySandbox({ refreshToken: reusable })),
  tinyProvider(
    "tiny-overlapping",
    tinySandbox({ refreshToken: { ...reusable, rotation: "until_next_used" } }),
  ),
  tinyProvider("tiny-fleeting", tinySandbox({ accessToken: { prefix: "tiny-", expiresInSeconds: 0 } })),
  tinyProvider("tiny-strict", tinySandbox({ pkce: "required", clientAuthentication: ["basic"] })),
  tinyProvider(
    "tiny-asked",
    tinySandbox({
      refreshToken: { ...reusable, isAsked: ({ data }) => data.access_type === "offline" },
    }),
  ),
  tinyProvider(
    "tiny-lenient",
    tinySandbox({ pkce: "none", doesWithout: ["response_type", "redirect_uri", "grant_type"] }),
  ),
  tinyProvider(
    "tiny-named",
    tinySandbox({ readAccount: ({ url }) => url.searchParams.get("shop") ?? "none.tiny.example" }),
  ),
  tinyProvider("tiny-posting", {
    ...tinySandbox(),
    afterConsent: async ({ url, grant, context }) => {
      await context.issue(grant, { kind: "key", token: `posted-${grant.id}` });
      const body = JSON.stringify({ key: `posted-${grant.id}` });
      const { status } = await context.sendFirst({ url: `${context.appWebhookUrl}/keys`, headers: {}, body });
      if (status !== 200) throw new Error("The keys could not be handed over.");
      url.searchParams.delete("code");
      return url;
    },
  }),
] as const;

export const tinyRegister = createRegistry(tinyProviders);

/** Parameters of the authorize address of RFC 7636, appendix B, and what they are proved with. */
export const pkce = {
  verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
  asked: { code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", code_challenge_method: "S256" },
} as const;
