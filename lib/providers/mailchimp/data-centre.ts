import { z } from "zod";
import { failure } from "./failures.ts";
import { tell } from "./words.ts";

export const loginHost = "login.mailchimp.com";

/** `us21`: the part of Mailchimp in which an account lives. It becomes part of a host, so nothing else will do. */
export const dataCentre = z.string().regex(/^us\d{1,3}$/);

/**
 * Where an account's API is: https://mailchimp.com/developer/marketing/docs/fundamentals/#api-structure
 * @throws {ProviderError} auth where it is not known which account it is
 */
export function apiRootOf({ dc }: Readonly<Record<string, string>>): string {
  return `https://${requireDataCentre(dc)}.api.mailchimp.com/3.0`;
}

/** Where people see what an account holds. */
export function appRootOf({ dc }: Readonly<Record<string, string>>): string {
  return `https://${requireDataCentre(dc)}.admin.mailchimp.com`;
}

function requireDataCentre(dc: string | undefined): string {
  const known = dataCentre.safeParse(dc);
  if (known.success) return known.data;
  const message = tell("does_not_know_where_account");
  throw failure("auth", message, `data centre: ${dc ?? "none"}`);
}
