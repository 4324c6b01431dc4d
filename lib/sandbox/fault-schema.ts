import { z } from "zod";

export const faultKindSchema = z.enum([
  "unauthorised",
  "forbidden",
  "rate_limited",
  "server_error",
  "slow",
  "malformed",
  "lost",
]);
export type FaultKind = z.infer<typeof faultKindSchema>;

/** api: calls with a credential. token: where credentials are given out. */
export const faultTargetSchema = z.enum(["api", "token"]);
export type FaultTarget = z.infer<typeof faultTargetSchema>;
